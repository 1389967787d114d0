package dev.campanile.engine.state;

import dev.campanile.campaign.Comparison;
import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Condition.Aggregate;
import dev.campanile.campaign.Condition.Since;
import dev.campanile.campaign.Operand;
import dev.campanile.campaign.Operator;
import dev.campanile.campaign.Trigger;
import dev.campanile.engine.rule.Lexicon;
import dev.campanile.engine.state.Measure.Sample;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * An aggregate of a trigger whose window events leave, and which of them may make the trigger hold
 * by leaving.
 *
 * <p>What is counted does not grow when something leaves: a trigger that has just been found false
 * need not be judged again for it. A trigger that looks at what may change unnoticed is judged
 * whenever an event leaves, and so is one that has held without effect.
 */
record Leaving(String tally, Aggregate aggregate, Predicate<Sample> raising) {

  private static final Set<String> STEADY = Set.of("event", "entry");

  static List<Leaving> of(Trigger trigger, boolean roams) {
    // An event of another key value is counted since ever, and gives no cause to judge.
    boolean ever = aggregates(trigger).anyMatch(one -> one.tally().since() == Since.EVER);
    boolean steady = !roams && !ever && operands(trigger).allMatch(Leaving::steady);
    return aggregates(trigger)
        .filter(aggregate -> aggregate.tally().within().isPresent())
        .map(
            aggregate ->
                new Leaving(
                    Lexicon.nameOf(aggregate.tally()),
                    aggregate,
                    steady ? raising(aggregate) : sample -> true))
        .toList();
  }

  /**
   * The first instant after another at which a value leaves that may make the trigger hold.
   *
   * @param any whether any value is to be waited for
   */
  Optional<Instant> next(Map<String, Measure> measures, Instant after, ZoneId zone, boolean any) {
    Measure measure = measures.get(tally);
    return measure == null
        ? Optional.empty()
        : measure.nextLeave(aggregate.tally(), after, zone, any ? sample -> true : raising);
  }

  private static Predicate<Sample> raising(Aggregate aggregate) {
    Operator operator = aggregate.operator();
    boolean more = operator == Operator.GT || operator == Operator.GTE;
    boolean less = operator == Operator.LT || operator == Operator.LTE;
    return switch (aggregate.tally().function()) {
      case COUNT, DISTINCT, MAX -> sample -> !more;
      case MIN -> sample -> !less;
      case SUM -> sample -> !(more && sign(sample) >= 0 || less && sign(sample) <= 0);
      case AVG -> sample -> true;
    };
  }

  private static int sign(Sample sample) {
    return sample.value() instanceof BigDecimal number ? number.signum() : 0;
  }

  private static Stream<Aggregate> aggregates(Trigger trigger) {
    return Guard.cells(trigger)
        .map(Trigger.Cell::condition)
        .filter(Aggregate.class::isInstance)
        .map(Aggregate.class::cast);
  }

  private static Stream<Operand> operands(Trigger trigger) {
    return Guard.cells(trigger).map(Trigger.Cell::condition).flatMap(Leaving::operands);
  }

  private static Stream<Operand> operands(Condition condition) {
    return switch (condition) {
      case Condition.Occurs occurs -> operands(occurs.where().rows());
      case Aggregate aggregate -> Stream.of(aggregate.operand());
      case Condition.Profile profile -> Stream.of(profile.comparison().operand());
      default -> Stream.empty();
    };
  }

  private static Stream<Operand> operands(List<List<Comparison>> rows) {
    return rows.stream().flatMap(List::stream).map(Comparison::operand);
  }

  private static boolean steady(Operand operand) {
    return switch (operand) {
      case Operand.Reference(String scope, var path) -> STEADY.contains(scope);
      case Operand.Several several -> several.values().stream().allMatch(Leaving::steady);
      case Operand.None n -> true;
      case Operand.Literal l -> true;
      case Operand.Pattern p -> true;
    };
  }
}
