package dev.campanile.translator.logic;

import dev.campanile.campaign.Condition.Function;
import dev.campanile.campaign.Condition.Tally;
import dev.campanile.campaign.Span;
import dev.campanile.translator.logic.Domain.Other;
import dev.campanile.translator.logic.Subject.Counted;
import java.util.List;
import java.util.Optional;

/** Tallies of the same events of which one is never above the other. */
final class Bounds {

  private Bounds() {}

  /** What is known of the two together, the first of which should not be above the second. */
  static Verdict verdict(Counted low, Domain lows, Counted high, Domain highs) {
    if (!low.place().equals(high.place()) || !isAbove(lows, highs)) {
      return Verdict.POSSIBLE;
    }
    if (isLeast(low.tally(), high.tally())) {
      return Verdict.IMPOSSIBLE;
    }
    return isPart(low.tally(), high.tally()) ? Verdict.UNDECIDED : Verdict.POSSIBLE;
  }

  /** The least of some values, and the greatest of the same. */
  private static boolean isLeast(Tally low, Tally high) {
    return low.function() == Function.MIN
        && high.equals(
            new Tally(
                Function.MAX, low.path(), low.type(), low.where(), low.since(), low.within()));
  }

  /**
   * The same count over a shorter time and over a longer one. It is not certain: a version that
   * adds the longer one counts it from then on.
   */
  private static boolean isPart(Tally low, Tally high) {
    boolean counts = low.function() == Function.COUNT || low.function() == Function.DISTINCT;
    return counts
        && high.equals(
            new Tally(
                low.function(), low.path(), low.type(), low.where(), low.since(), high.within()))
        && low.within().isPresent()
        && high.within().isPresent()
        && isShorter(low.within().get(), high.within().get());
  }

  /** In every zone, at any time: spans of days alone, or of exact time alone. */
  private static boolean isShorter(Span one, Span other) {
    if (one.date().isZero() && other.date().isZero()) {
      return one.time().compareTo(other.time()) < 0;
    }
    return one.time().isZero()
        && other.time().isZero()
        && one.date().toTotalMonths() == 0
        && other.date().toTotalMonths() == 0
        && one.date().getDays() < other.date().getDays();
  }

  /** Whether both are there, and no value of the first is at or below one of the second. */
  private static boolean isAbove(Domain lows, Domain highs) {
    if (lows.has(Other.MISSING) || highs.has(Other.MISSING)) {
      return false;
    }
    Optional<NumberCut> least =
        lows.numbers().pieces().stream().findFirst().flatMap(piece -> end(piece.from()));
    Optional<NumberCut> most =
        highs.numbers().pieces().reversed().stream().findFirst().flatMap(piece -> end(piece.to()));
    return least.isPresent() && most.isPresent() && least.get().compareTo(most.get()) >= 0;
  }

  private static Optional<NumberCut> end(List<NumberCut> cut) {
    return cut.stream().findFirst();
  }
}
