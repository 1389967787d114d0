package dev.campanile.campaign.text;

import dev.campanile.campaign.Cap;
import dev.campanile.campaign.Caps;
import dev.campanile.campaign.Names;
import dev.campanile.campaign.ParticipationRules.Per;
import dev.campanile.campaign.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code caps.yaml}, as strictly as campaign files: what it does not know is an error with
 * line and column, and all errors come at once.
 *
 * <p>Thread-safe.
 */
public final class CapsReader {

  /** What reading comes to. */
  public sealed interface Told {

    record Read(Caps caps, SourceMap sources) implements Told {}

    /** All problems at once, by place. */
    record Refused(List<Violation> violations) implements Told {

      public Refused {
        violations = List.copyOf(violations);
      }
    }
  }

  /** Each order that a cap counts stays in the state of its user until its period is over. */
  private static final int MOST_COUNTED = 1_000;

  /** Each is looked at for each order. */
  private static final int MOST_CAPS = 100;

  /** A period and what it is of: two caps that share it are one too many. */
  private record Share(String subject, Per per) {}

  private final TreeParser trees;

  public CapsReader(TreeParser trees) {
    this.trees = trees;
  }

  /** Reads YAML or JSON text. */
  public Told read(String text) {
    return switch (trees.parse(text)) {
      case TreeParser.Parsed.Broken(var violations) -> new Told.Refused(violations);
      case TreeParser.Parsed.Whole(var tree) -> {
        var problems = new Problems();
        Caps caps = caps(new Part(tree, "", problems));
        yield problems.none()
            ? new Told.Read(caps, SourceMap.of(tree))
            : new Told.Refused(problems.sorted());
      }
    };
  }

  private static Caps caps(Part file) {
    List<Part> parts =
        Fields.of(file, Shape.CAPS)
            .flatMap(fields -> fields.required("caps"))
            .map(CapsReader::items)
            .orElse(List.of());
    List<Cap> caps = new ArrayList<>();
    Set<Share> shares = new HashSet<>();
    for (Part part : parts) {
      cap(part)
          .ifPresent(
              cap -> {
                caps.add(cap);
                if (!shares.add(new Share(cap.subject(), cap.per()))) {
                  part.refuse(
                      "Expected one cap of %s for this period, but there is another one."
                          .formatted(cap.subject()),
                      "Maybe delete one of them.");
                }
              });
    }
    return new Caps(caps);
  }

  private static List<Part> items(Part list) {
    List<Part> items = list.items("caps");
    if (items.size() > MOST_CAPS) {
      list.refuse(
          "Expected at most %d caps, but got %d.".formatted(MOST_CAPS, items.size()),
          "Maybe give campaigns a common tag.");
    }
    return items;
  }

  private static Optional<Cap> cap(Part part) {
    return Fields.of(part, Shape.CAP)
        .flatMap(
            fields -> {
              Optional<String> channel = fields.read("channel", CapsReader::name);
              Optional<String> tag = fields.read("tag", CapsReader::name);
              Optional<Integer> count = fields.required("count").flatMap(CapsReader::count);
              Optional<Per> per =
                  fields.required("per").flatMap(p -> p.text(ParticipationReader::per));
              if (!fields.has("channel") && !fields.has("tag")) {
                return part.refuse("Expected a 'channel', a 'tag' or both, but got none.", "");
              }
              boolean named = channel.isPresent() || tag.isPresent();
              return count
                  .filter(any -> named)
                  .flatMap(c -> per.map(p -> new Cap(channel, tag, c, p)));
            });
  }

  private static Optional<Integer> count(Part part) {
    Optional<Integer> count = part.integer(1);
    return count.isPresent() && count.get() > MOST_COUNTED
        ? part.refuse(
            "Expected a count of at most %,d, but got %d.".formatted(MOST_COUNTED, count.get()),
            "Maybe leave the cap out.")
        : count;
  }

  private static Optional<String> name(Part part) {
    return part.text(
        name -> {
          if (!Names.valid(name)) {
            throw Misread.of(
                "Expected a name, but got %s.".formatted(Excerpt.of(name)),
                "Maybe use letters, digits, '-' and '_'.");
          }
          return name;
        });
  }
}
