package dev.campanile.translator.logic;

import dev.campanile.campaign.Condition;
import dev.campanile.translator.logic.Formula.Fact;
import dev.campanile.translator.logic.Formula.In;
import java.math.BigDecimal;
import java.util.function.UnaryOperator;

/** What certain moments have in common, said of the subjects of a formula. */
public final class Circumstances {

  private static final BigDecimal VERY_LONG = BigDecimal.valueOf(Long.MAX_VALUE);

  private Circumstances() {}

  /** That nobody waited yet, and nothing happened or was counted at this place. */
  public static Formula onArrival(Formula formula, Standpoint at) {
    return ofEach(formula, leaf -> leafOnArrival(leaf, at.name()));
  }

  /**
   * That nothing happens any more: deadlines are due, calendars have come round, windows are empty.
   * What was counted before that is open.
   */
  public static Formula atLast(Formula formula) {
    return ofEach(formula, Circumstances::leafAtLast);
  }

  private static Formula ofEach(Formula formula, UnaryOperator<Formula> circumstance) {
    return Formula.all(
        Meanings.happened(Domain.MISSING), Formula.all(formula.leaves().map(circumstance)));
  }

  private static Formula leafOnArrival(Formula leaf, String place) {
    return switch (leaf) {
      case In(Subject.Waited waited, var domain) when waited.place().equals(place) ->
          new In(waited, Domain.only(BigDecimal.ZERO));
      case In(Subject.Counted counted, var domain) when counted.place().equals(place) ->
          new In(counted, Tallies.ofNothing(counted.tally()));
      case Fact fact when fact.latched() || fact.condition() instanceof Condition.At ->
          of(fact, false);
      default -> Formula.TRUE;
    };
  }

  private static Formula leafAtLast(Formula leaf) {
    return switch (leaf) {
      case In(Subject.Waited waited, var domain) -> new In(waited, Domain.from(VERY_LONG));
      case In(Subject.Counted counted, var domain) when counted.tally().within().isPresent() ->
          new In(counted, Tallies.ofNothing(counted.tally()));
      case Fact fact when fact.latched() -> of(fact, false);
      case Fact fact when comesByItself(fact.condition()) -> of(fact, true);
      default -> Formula.TRUE;
    };
  }

  private static boolean comesByItself(Condition condition) {
    return switch (condition) {
      case Condition.At c -> true;
      case Condition.On c -> true;
      case Condition.After c -> true;
      case Condition.Cron c -> true;
      case Condition.During c -> true;
      default -> false;
    };
  }

  private static Fact of(Fact fact, boolean truth) {
    return new Fact(fact.condition(), fact.place(), fact.latched(), truth);
  }
}
