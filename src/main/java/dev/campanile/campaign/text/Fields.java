package dev.campanile.campaign.text;

import dev.campanile.campaign.Tree;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The members of one mapping of the file, by key. Unknown and repeated keys are reported as they
 * are met.
 */
final class Fields {

  /** Escaped, a key must stay below the 1024 characters that YAML allows. */
  private static final int LONGEST_KEY = 128;

  private final Part whole;
  private final Map<String, Part> parts;

  private Fields(Part whole, Map<String, Part> parts) {
    this.whole = whole;
    this.parts = parts;
  }

  /** The members of a mapping whose keys are fixed; empty where the part is no mapping. */
  static Optional<Fields> of(Part part, Keyed shape) {
    return of(part, Optional.of(shape.keys()));
  }

  /** The members of a mapping whose keys the author chooses. */
  static Optional<Fields> free(Part part) {
    return of(part, Optional.empty());
  }

  Map<String, Part> all() {
    return parts;
  }

  boolean has(String key) {
    return parts.containsKey(key);
  }

  Optional<Part> optional(String key) {
    return Optional.ofNullable(parts.get(key));
  }

  Optional<Part> required(String key) {
    return has(key)
        ? optional(key)
        : whole.refuse("Expected a key '%s', but there is none.".formatted(key), "");
  }

  /**
   * What a key means; empty where it is absent, or is there and does not read, which is a problem
   * of the file.
   */
  <T> Optional<T> read(String key, Function<Part, Optional<T>> reading) {
    return optional(key).flatMap(reading);
  }

  private static Optional<Fields> of(Part part, Optional<Collection<String>> known) {
    if (!(part.tree() instanceof Tree.Mapping mapping)) {
      return part.unexpected("a mapping", "");
    }
    Map<String, Part> parts = new LinkedHashMap<>();
    Set<String> seen = new HashSet<>();
    for (Tree.Member member : mapping.members()) {
      if (member.key().length() > LONGEST_KEY) {
        refuseKey(
            part,
            member,
            "Expected a key of at most " + LONGEST_KEY + " characters, but got %s.",
            "");
      } else if (!seen.add(member.key())) {
        refuseKey(part, member, "Expected each key once, but %s is repeated.", "");
      } else if (known.isPresent() && !known.get().contains(member.key())) {
        refuseKey(
            part,
            member,
            "Expected a known key, but got %s.",
            keyAdvice(member.key(), known.get()));
      } else {
        parts.put(member.key(), part.member(member));
      }
    }
    return Optional.of(new Fields(part, parts));
  }

  private static void refuseKey(Part part, Tree.Member member, String message, String advice) {
    part.member(member).refuse(member.place(), message.formatted(Excerpt.of(member.key())), advice);
  }

  private static String keyAdvice(String key, Collection<String> known) {
    String nearest = Excerpt.nearest(key, known);
    return nearest.isEmpty() ? "Maybe one of " + Scalars.oneOf(known) + "." : nearest;
  }
}
