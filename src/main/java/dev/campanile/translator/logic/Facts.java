package dev.campanile.translator.logic;

import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Condition.ClockOf;
import dev.campanile.campaign.Operand.Reference;
import dev.campanile.translator.logic.Formula.Fact;
import dev.campanile.translator.logic.Formula.In;
import dev.campanile.translator.logic.Formula.Passes;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What a branch of the search has assumed so far. Mutable; a branch takes a copy. */
final class Facts {

  private final Map<Subject, Known> known;
  private final Map<Fact, Boolean> truths;

  Facts() {
    this(Map.of(), Map.of());
  }

  private Facts(Map<Subject, Known> known, Map<Fact, Boolean> truths) {
    this.known = new HashMap<>(known);
    this.truths = new HashMap<>(truths);
  }

  Facts copy() {
    return new Facts(known, truths);
  }

  /** Assumes a leaf; false where it contradicts what is assumed already. */
  boolean assume(Formula leaf) {
    return switch (leaf) {
      case In(var subject, var domain) -> assume(subject, of(subject).in(domain));
      case Passes(var subject, var probe, boolean truth) ->
          assume(subject, of(subject).tested(probe, truth));
      case Fact fact -> {
        Boolean former = truths.put(fact.truth() ? fact : (Fact) fact.not(), fact.truth());
        yield former == null || former == fact.truth();
      }
      case Formula.All a -> throw new IllegalArgumentException("Expected a leaf, but got " + a);
      case Formula.Any a -> throw new IllegalArgumentException("Expected a leaf, but got " + a);
    };
  }

  private boolean assume(Subject subject, Known now) {
    known.put(subject, now);
    return now.verdict(subject.isWhole()) != Verdict.IMPOSSIBLE;
  }

  Known of(Subject subject) {
    Known here = known.get(subject);
    return here == null ? Known.nothing(subject) : here;
  }

  Map<Subject, Known> all() {
    return Map.copyOf(known);
  }

  /** Whether all that is assumed can be at once. */
  Verdict verdict() {
    Verdict verdict = lookUpsTouch() || tooClose() ? Verdict.UNDECIDED : Verdict.POSSIBLE;
    verdict = verdict.and(hours()).and(bounds());
    for (Map.Entry<Subject, Known> entry : known.entrySet()) {
      verdict = verdict.and(entry.getValue().verdict(entry.getKey().isWhole()));
      verdict = verdict.and(nested(entry.getKey(), entry.getValue()));
    }
    return verdict;
  }

  /** Why what is assumed is undecided. */
  Obstacle obstacle() {
    if (tooClose()) {
      return Obstacle.KINDS;
    }
    return bounds() == Verdict.UNDECIDED ? Obstacle.COUNTS : Obstacle.VALUES;
  }

  /** Whether each clock can show a time in all of its hours, and in none that are not on. */
  private Verdict hours() {
    Map<ClockOf, Ranges<NumberCut>> left = new EnumMap<>(ClockOf.class);
    truths.forEach(
        (fact, on) -> {
          if (fact.condition() instanceof Condition.During during) {
            Ranges<NumberCut> open = Weeks.open(during);
            left.merge(
                during.clock(),
                Weeks.WHOLE.and(on ? open : open.complement()),
                (some, others) -> some.and(others));
          }
        });
    return left.values().stream().anyMatch(Ranges::isNone) ? Verdict.IMPOSSIBLE : Verdict.POSSIBLE;
  }

  /** Whether tallies keep to each other. */
  private Verdict bounds() {
    Verdict verdict = Verdict.POSSIBLE;
    for (Map.Entry<Subject, Known> one : known.entrySet()) {
      for (Map.Entry<Subject, Known> other : known.entrySet()) {
        if (one.getKey() instanceof Subject.Counted low
            && other.getKey() instanceof Subject.Counted high) {
          verdict =
              verdict.and(
                  Bounds.verdict(low, one.getValue().domain(), high, other.getValue().domain()));
        }
      }
    }
    return verdict;
  }

  /** An attribute that has something inside it is an object. */
  private Verdict nested(Subject outer, Known here) {
    Known object = here.in(Domain.of(Domain.Other.OBJECT));
    boolean asObject = object.verdict(false) != Verdict.IMPOSSIBLE;
    boolean filled =
        known.entrySet().stream()
            .anyMatch(
                inner ->
                    outer.contains(inner.getKey())
                        && inner.getValue().in(Domain.MISSING).verdict(false)
                            == Verdict.IMPOSSIBLE);
    return filled && !asObject ? Verdict.IMPOSSIBLE : Verdict.POSSIBLE;
  }

  /** Whether two comparisons look up the same, or one looks up what another is about. */
  private boolean lookUpsTouch() {
    Set<Reference> seen = new HashSet<>();
    return known.values().stream()
        .flatMap(here -> Stream.concat(here.passed().stream(), here.failed().stream()))
        .flatMap(Probe::references)
        .anyMatch(
            reference -> !seen.add(reference) || subject(reference).anyMatch(known::containsKey));
  }

  private static Stream<Subject> subject(Reference reference) {
    return switch (reference.scope()) {
      case "user" -> Stream.of(new Subject.Profile(reference.path()));
      case "event" -> Stream.of(new Subject.Property(reference.path()));
      default -> Stream.empty();
    };
  }

  /** Whether facts are assumed that may depend on each other in ways not understood here. */
  private boolean tooClose() {
    List<Fact> bound = truths.keySet().stream().filter(fact -> !fact.latched()).toList();
    long areas = known.keySet().stream().filter(Subject.Inside.class::isInstance).count();
    return areas > 1
        || bound.stream().anyMatch(one -> bound.stream().anyMatch(other -> close(one, other)));
  }

  /** Deadlines and actions come to pass one beside the other; others may exclude each other. */
  private boolean close(Fact one, Fact other) {
    boolean comes =
        one.condition() instanceof Condition.Deadline
            || one.condition() instanceof Condition.Settled;
    boolean bothCame =
        comes && Boolean.TRUE.equals(truths.get(one)) && Boolean.TRUE.equals(truths.get(other));
    return !one.equals(other)
        && one.condition().getClass() == other.condition().getClass()
        && !onOneClock(one, other)
        && (!bothCame || apart(one, other));
  }

  private static boolean onOneClock(Fact one, Fact other) {
    return one.condition() instanceof Condition.During here
        && other.condition() instanceof Condition.During there
        && here.clock() == there.clock();
  }

  /** Where one has dwelt stays true at one node; at two nodes one would be in two areas at once. */
  private static boolean apart(Fact one, Fact other) {
    return one.condition() instanceof Condition.Dwell here
        && other.condition() instanceof Condition.Dwell there
        && !here.area().equals(there.area())
        && !one.place().equals(other.place());
  }
}
