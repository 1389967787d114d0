package dev.campanile.translator.logic;

import dev.campanile.campaign.Condition.Aggregate;
import dev.campanile.campaign.Condition.Tally;
import dev.campanile.campaign.Path;
import java.math.BigDecimal;

/** What aggregates can come to, from what the events that they read must be like. */
final class Tallies {

  /** Averages are rounded to 34 digits. */
  private static final BigDecimal ROUNDING = new BigDecimal("1e-33");

  private Tallies() {}

  static Formula of(Aggregate aggregate, String place) {
    Tally tally = aggregate.tally();
    Subject subject = new Subject.Counted(tally, place, values(tally));
    return Comparisons.of(subject, aggregate.operator(), aggregate.operand());
  }

  /** All values that the tally can have, none included where it has none of nothing. */
  private static Domain values(Tally tally) {
    Formula where = Comparisons.ofEvent(tally.where());
    boolean never = !tally.where().rows().isEmpty() && Search.decide(where) == Verdict.IMPOSSIBLE;
    if (never) {
      return ofNothing(tally);
    }
    Ranges<NumberCut> read =
        tally.path().map(path -> numbers(where, path)).orElse(Ranges.<NumberCut>all());
    return switch (tally.function()) {
      case COUNT, DISTINCT -> Domain.from(BigDecimal.ZERO);
      case SUM -> ofNothing(tally).or(sums(read));
      case MIN, MAX -> ofNothing(tally).or(Domain.ofNumbers(read));
      case AVG -> ofNothing(tally).or(Domain.ofNumbers(rounded(read.hull())));
    };
  }

  /** What the tally comes to before it has counted anything. */
  static Domain ofNothing(Tally tally) {
    return switch (tally.function()) {
      case COUNT, DISTINCT, SUM -> Domain.only(BigDecimal.ZERO);
      case AVG, MIN, MAX -> Domain.MISSING;
    };
  }

  private static Ranges<NumberCut> numbers(Formula where, Path path) {
    return Search.values(where, new Subject.Property(path)).numbers();
  }

  /** Where no number is negative, a sum is no less than each of them; and the reverse. */
  private static Domain sums(Ranges<NumberCut> read) {
    Ranges<NumberCut> hull = read.hull();
    if (hull.isNone() || Domain.below(BigDecimal.ZERO).numbers().and(hull).isNone()) {
      return hull.isNone() ? Domain.NONE : Domain.ofNumbers(Ranges.from(hull.cuts().getFirst()));
    }
    boolean noneAbove = Ranges.from(NumberCut.above(BigDecimal.ZERO)).and(hull).isNone();
    return noneAbove ? Domain.ofNumbers(Ranges.upTo(hull.cuts().getLast())) : Domain.NUMBER;
  }

  private static Ranges<NumberCut> rounded(Ranges<NumberCut> hull) {
    var wider = Domain.NUMBER.numbers();
    for (Ranges.Range<NumberCut> piece : hull.pieces()) {
      if (!piece.from().isEmpty()) {
        BigDecimal least = piece.from().getFirst().number();
        wider = wider.and(Ranges.from(NumberCut.below(least.subtract(slack(least)))));
      }
      if (!piece.to().isEmpty()) {
        BigDecimal most = piece.to().getFirst().number();
        wider = wider.and(Ranges.upTo(NumberCut.above(most.add(slack(most)))));
      }
    }
    return hull.isNone() ? hull : wider;
  }

  private static BigDecimal slack(BigDecimal number) {
    return number.abs().multiply(ROUNDING);
  }
}
