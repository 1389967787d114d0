package dev.campanile.translator.logic;

import dev.campanile.campaign.Condition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What must be true of some subjects; negation is pushed down to the leaves. */
public sealed interface Formula {

  /** Every part; of no parts: true. */
  record All(List<Formula> parts) implements Formula {

    public All {
      parts = List.copyOf(parts);
    }
  }

  /** Some part; of no parts: false. */
  record Any(List<Formula> parts) implements Formula {

    public Any {
      parts = List.copyOf(parts);
    }
  }

  /** The value of the subject is one of these. */
  record In(Subject subject, Domain domain) implements Formula {}

  /** The value of the subject passes the probe, or does not. */
  record Passes(Subject subject, Probe probe, boolean truth) implements Formula {}

  /**
   * A condition that is true or not, without a closer look.
   *
   * @param place where it is asked, in case that it has another truth elsewhere
   * @param latched whether it asks for something that once occurred
   */
  record Fact(Condition condition, String place, boolean latched, boolean truth)
      implements Formula {}

  Formula TRUE = new All(List.of());
  Formula FALSE = new Any(List.of());

  static Formula all(Formula... parts) {
    return all(Stream.of(parts));
  }

  static Formula all(Stream<Formula> parts) {
    List<Formula> list =
        parts.flatMap(p -> p instanceof All all ? all.parts().stream() : Stream.of(p)).toList();
    if (list.contains(FALSE)) {
      return FALSE;
    }
    return list.size() == 1 ? list.getFirst() : new All(list);
  }

  static Formula any(Formula... parts) {
    return any(Stream.of(parts));
  }

  /** What is asked of one subject becomes one question. */
  static Formula any(Stream<Formula> parts) {
    Map<Subject, Domain> domains = new LinkedHashMap<>();
    List<Formula> rest = new ArrayList<>();
    parts
        .flatMap(p -> p instanceof Any any ? any.parts().stream() : Stream.of(p))
        .forEach(
            part -> {
              if (part instanceof In(var subject, var domain)) {
                domains.merge(subject, domain, Domain::or);
              } else {
                rest.add(part);
              }
            });
    domains.forEach((subject, domain) -> rest.add(new In(subject, domain)));
    if (rest.contains(TRUE)) {
      return TRUE;
    }
    return rest.size() == 1 ? rest.getFirst() : new Any(rest);
  }

  default Formula not() {
    return switch (this) {
      case All all -> any(all.parts().stream().map(Formula::not));
      case Any any -> all(any.parts().stream().map(Formula::not));
      case In(var subject, var domain) -> new In(subject, domain.complement());
      case Passes(var subject, var probe, boolean truth) -> new Passes(subject, probe, !truth);
      case Fact fact -> new Fact(fact.condition(), fact.place(), fact.latched(), !fact.truth());
    };
  }

  /** What it asks, each as it stands. */
  default Stream<Formula> leaves() {
    return switch (this) {
      case All all -> all.parts().stream().flatMap(Formula::leaves);
      case Any any -> any.parts().stream().flatMap(Formula::leaves);
      case In leaf -> Stream.of(leaf);
      case Passes leaf -> Stream.of(leaf);
      case Fact leaf -> Stream.of(leaf);
    };
  }
}
