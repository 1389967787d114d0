package dev.campanile.translator.logic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Looks through the ways in which a formula may hold, up to a bound. Not thread-safe. */
public final class Search {

  /** Choices looked at before the search gives up. */
  private static final int MOST_STEPS = 4_000;

  private static final int MOST_LEAVES = 200;

  private final Predicate<Facts> enough;
  private int steps;
  private boolean ended;

  private Search(Predicate<Facts> enough) {
    this.enough = enough;
  }

  /** Whether the formula can hold. */
  public static Verdict decide(Formula formula) {
    var best = new Verdict[] {Verdict.IMPOSSIBLE};
    var search = new Search(facts -> (best[0] = best[0].or(facts.verdict())) == Verdict.POSSIBLE);
    search.through(formula);
    return search.gaveUp() ? best[0].or(Verdict.UNDECIDED) : best[0];
  }

  /** What stands in the way where it is undecided whether the formula can hold. */
  public static Obstacle obstacle(Formula formula) {
    List<Obstacle> met = new ArrayList<>();
    new Search(facts -> facts.verdict() == Verdict.UNDECIDED && met.add(facts.obstacle()))
        .through(formula);
    return met.stream().findFirst().orElse(Obstacle.SIZE);
  }

  /** What is known in one way in which the formula certainly can hold. */
  public static Optional<Example> example(Formula formula) {
    List<Example> found = new ArrayList<>();
    new Search(facts -> facts.verdict() == Verdict.POSSIBLE && found.add(new Example(facts.all())))
        .through(formula);
    return found.stream().findFirst();
  }

  /** Whether the one can hold only where the other does. */
  public static boolean implies(Formula one, Formula other) {
    return decide(Formula.all(one, other.not())) == Verdict.IMPOSSIBLE;
  }

  /** All values that the subject may have where the formula holds, and perhaps more. */
  static Domain values(Formula formula, Subject subject) {
    var values = new Domain[] {Domain.NONE};
    var search =
        new Search(
            facts -> {
              boolean possible = facts.verdict() != Verdict.IMPOSSIBLE;
              values[0] = possible ? values[0].or(facts.of(subject).domain()) : values[0];
              return false;
            });
    search.through(formula);
    return search.gaveUp() ? subject.universe() : values[0];
  }

  /** What is larger than people write is not looked into: its choices would take seconds. */
  private void through(Formula formula) {
    if (formula.leaves().limit(MOST_LEAVES + 1L).count() > MOST_LEAVES) {
      steps = MOST_STEPS + 1;
      return;
    }
    branch(List.of(formula), new Facts());
  }

  private boolean gaveUp() {
    return steps > MOST_STEPS;
  }

  private void branch(List<Formula> assumed, Facts facts) {
    if (++steps > MOST_STEPS) {
      ended = true;
      return;
    }
    List<Formula.Any> choices = new ArrayList<>();
    if (assumed.stream().allMatch(formula -> assume(formula, facts, choices))) {
      choose(choices, facts);
    }
  }

  private static boolean assume(Formula formula, Facts facts, List<Formula.Any> choices) {
    return switch (formula) {
      case Formula.All all -> all.parts().stream().allMatch(part -> assume(part, facts, choices));
      case Formula.Any any -> choices.add(any);
      case Formula.In leaf -> facts.assume(leaf);
      case Formula.Passes leaf -> facts.assume(leaf);
      case Formula.Fact leaf -> facts.assume(leaf);
    };
  }

  /** The narrowest choice first: what it excludes need not be tried again and again. */
  private void choose(List<Formula.Any> choices, Facts facts) {
    if (choices.isEmpty()) {
      ended |= enough.test(facts);
      return;
    }
    List<Formula.Any> rest = new ArrayList<>(choices);
    rest.sort(Comparator.comparingInt(choice -> choice.parts().size()));
    for (Formula part : rest.removeFirst().parts()) {
      if (ended) {
        return;
      }
      List<Formula> assumed = new ArrayList<>(rest);
      assumed.addFirst(part);
      branch(assumed, facts.copy());
    }
  }
}
