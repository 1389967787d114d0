package dev.campanile.reference;

import dev.campanile.campaign.Condition.Aggregate;
import dev.campanile.campaign.Condition.Function;
import dev.campanile.campaign.Condition.Tally;
import dev.campanile.campaign.Operator;
import dev.campanile.campaign.Span;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * "An aggregate shows its value now: within D is a rolling window, at time t the events of (t − D,
 * t]; without it, all since …".
 */
final class Counting {

  private Counting() {}

  /** A value as a fraction, so that averages stay exact. */
  private record Fraction(BigDecimal above, BigDecimal below) {

    int compareTo(Object number) {
      return above.compareTo(((BigDecimal) number).multiply(below));
    }
  }

  static boolean holds(Aggregate aggregate, Viewpoint place, Occasion now) {
    Known known = place.known(now);
    Optional<Fraction> value =
        value(aggregate.tally().function(), contributions(aggregate.tally(), place, now));
    return value.filter(number -> holds(number, aggregate, known)).isPresent();
  }

  private static boolean holds(Fraction value, Aggregate aggregate, Known known) {
    List<Optional<Object>> operands =
        isListed(aggregate.operator())
            ? Comparing.values(aggregate.operand(), known)
            : List.of(Comparing.value(aggregate.operand(), known));
    List<Integer> signs =
        operands.stream()
            .flatMap(Optional::stream)
            .filter(BigDecimal.class::isInstance)
            .map(value::compareTo)
            .toList();
    boolean whole = operands.stream().noneMatch(Optional::isEmpty);
    return !signs.isEmpty() && holds(aggregate.operator(), signs, whole);
  }

  private static boolean isListed(Operator operator) {
    return operator == Operator.IN || operator == Operator.NIN || operator == Operator.BETWEEN;
  }

  private static boolean holds(Operator operator, List<Integer> signs, boolean whole) {
    int first = signs.getFirst();
    return switch (operator) {
      case EQ -> first == 0;
      case NE -> first != 0;
      case GT -> first > 0;
      case GTE -> first >= 0;
      case LT -> first < 0;
      case LTE -> first <= 0;
      case IN -> signs.contains(0);
      case NIN -> whole && !signs.contains(0);
      case BETWEEN -> whole && signs.size() == 2 && first >= 0 && signs.getLast() <= 0;
      default -> throw new IllegalStateException("Expected an operator for numbers.");
    };
  }

  /** "An empty count or sum is 0; avg, min, max of nothing are false." */
  private static Optional<Fraction> value(Function function, List<Object> values) {
    BigDecimal count = BigDecimal.valueOf(values.size());
    return switch (function) {
      case COUNT -> whole(count);
      case SUM -> whole(sum(values));
      case DISTINCT -> whole(BigDecimal.valueOf(different(values)));
      case AVG ->
          values.isEmpty() ? Optional.empty() : Optional.of(new Fraction(sum(values), count));
      case MIN -> numbers(values).min(BigDecimal::compareTo).flatMap(Counting::whole);
      case MAX -> numbers(values).max(BigDecimal::compareTo).flatMap(Counting::whole);
    };
  }

  private static Optional<Fraction> whole(BigDecimal value) {
    return Optional.of(new Fraction(value, BigDecimal.ONE));
  }

  private static Stream<BigDecimal> numbers(List<Object> values) {
    return values.stream().map(BigDecimal.class::cast);
  }

  private static BigDecimal sum(List<Object> values) {
    return numbers(values).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static int different(List<Object> values) {
    List<Object> seen = new ArrayList<>();
    for (Object value : values) {
      if (seen.stream().noneMatch(other -> Comparing.equal(value, other))) {
        seen.add(value);
      }
    }
    return seen.size();
  }

  /** What each counted event adds; "such an event adds nothing" where it has no such value. */
  private static List<Object> contributions(Tally tally, Viewpoint place, Occasion now) {
    ZoneId zone = Calendar.zone(now.profile(), place.campaign().schedule());
    return place
        .history()
        .events(now.number())
        .filter(event -> reads(tally, place, event))
        .filter(
            event ->
                tally
                    .within()
                    .map(span -> Calendar.within(time(event), now.at(), span, zone))
                    .orElse(true))
        .map(event -> contribution(tally, event).orElseThrow())
        .toList();
  }

  private static boolean reads(Tally tally, Viewpoint place, Occasion event) {
    return event.event().orElseThrow().type().equals(tally.type())
        && place.counts(event, tally.since())
        && Comparing.all(tally.where(), place.known(event))
        && contribution(tally, event).isPresent();
  }

  private static Optional<Object> contribution(Tally tally, Occasion event) {
    if (tally.function() == Function.COUNT) {
      return Optional.of(1);
    }
    var value = event.event().orElseThrow().properties().at(tally.path().orElseThrow());
    return tally.function() == Function.DISTINCT
        ? value
        : value.filter(BigDecimal.class::isInstance);
  }

  /** "Counted in windows by its own time." */
  private static Instant time(Occasion event) {
    return event.event().orElseThrow().time();
  }

  /** When an event leaves the window of an aggregate that has looked at it from an instant on. */
  record Leaving(Aggregate aggregate, int event, Instant from, Instant at) {}

  /** When each event that was in the window at some instant from {@code arrival} on leaves it. */
  static List<Leaving> leaving(
      Aggregate aggregate, Viewpoint place, Occasion now, Instant arrival) {
    Tally tally = aggregate.tally();
    if (tally.within().isEmpty()) {
      return List.of();
    }
    Span span = tally.within().get();
    ZoneId zone = Calendar.zone(now.profile(), place.campaign().schedule());
    return place
        .history()
        .events(now.number())
        .filter(event -> reads(tally, place, event))
        .map(
            event ->
                new Leaving(
                    aggregate,
                    event.number(),
                    event.at().isAfter(arrival) ? event.at() : arrival,
                    Calendar.plus(time(event), span, zone)))
        .filter(leaving -> leaving.at().isAfter(leaving.from()))
        .toList();
  }
}
