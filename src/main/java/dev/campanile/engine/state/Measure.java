package dev.campanile.engine.state;

import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.Condition.Function;
import dev.campanile.campaign.Condition.Tally;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What a tally has counted so far.
 *
 * <p>Sums are exact decimals; an average is divided to 34 digits ({@link MathContext#DECIMAL128}).
 * Only a window and a set of distinct values grow with the events; the others take constant room.
 */
public sealed interface Measure {

  /** Count, sum and extremes since a beginning. */
  record Running(long count, BigDecimal sum, Optional<BigDecimal> least, Optional<BigDecimal> most)
      implements Measure {}

  /** The distinct values since a beginning, as text that tells types apart, sorted. */
  record Distinct(List<String> values) implements Measure {

    public Distinct {
      values = List.copyOf(values);
    }
  }

  /** The values of a rolling window with the time of each, in the order they came. */
  record Window(List<Sample> samples) implements Measure {

    public Window {
      samples = List.copyOf(samples);
    }
  }

  /** One value that an event added, and when it happened. */
  record Sample(Instant time, Object value) {}

  static Measure nothing(Tally tally) {
    if (tally.within().isPresent()) {
      return new Window(List.of());
    }
    return tally.function() == Function.DISTINCT
        ? new Distinct(List.of())
        : new Running(0, BigDecimal.ZERO, Optional.empty(), Optional.empty());
  }

  /** This measure with one more value; the window drops what has left it by {@code now}. */
  default Measure with(Tally tally, Instant time, Object value, Instant now, ZoneId zone) {
    return switch (this) {
      case Running running -> running(running, value);
      case Distinct distinct -> new Distinct(sorted(distinct.values(), value));
      case Window window ->
          // What leaves at this very instant is still to be seen leaving, after its events.
          new Window(
              inside(
                  append(window.samples(), new Sample(time, value)),
                  tally,
                  now.minusNanos(1),
                  zone));
    };
  }

  /** The tally's value now; none for an average or an extreme of nothing. */
  default Optional<Object> value(Tally tally, Instant now, ZoneId zone) {
    Function function = tally.function();
    return switch (this) {
      case Running running -> value(function, running);
      case Distinct distinct -> Optional.of(BigDecimal.valueOf(distinct.values().size()));
      case Window window -> value(function, inside(window.samples(), tally, now, zone));
    };
  }

  /**
   * The first instant after {@code now} at which one of these values leaves the window; none
   * without a window.
   */
  default Optional<Instant> nextLeave(
      Tally tally, Instant now, ZoneId zone, Predicate<Sample> which) {
    return this instanceof Window window
        ? window.samples().stream()
            .filter(which)
            .map(sample -> leave(sample, tally, zone))
            .filter(now::isBefore)
            .min(Instant::compareTo)
        : Optional.empty();
  }

  /** What an event adds to the tally; none where the property is missing or of another type. */
  static Optional<Object> reading(Tally tally, Attributes properties) {
    if (tally.path().isEmpty()) {
      return Optional.of(Boolean.TRUE);
    }
    Optional<Object> value = properties.at(tally.path().get());
    return switch (tally.function()) {
      case SUM, AVG, MIN, MAX -> value.filter(BigDecimal.class::isInstance);
      case COUNT, DISTINCT -> value;
    };
  }

  private static Running running(Running running, Object value) {
    if (!(value instanceof BigDecimal number)) {
      return new Running(running.count() + 1, running.sum(), running.least(), running.most());
    }
    return new Running(
        running.count() + 1,
        running.sum().add(number),
        Optional.of(running.least().map(number::min).orElse(number)),
        Optional.of(running.most().map(number::max).orElse(number)));
  }

  private static Optional<Object> value(Function function, Running running) {
    return switch (function) {
      case COUNT -> Optional.of(BigDecimal.valueOf(running.count()));
      case SUM -> Optional.of(running.sum());
      case AVG -> running.count() == 0 ? Optional.empty() : Optional.of(average(running));
      case MIN -> running.least().map(Object.class::cast);
      case MAX -> running.most().map(Object.class::cast);
      case DISTINCT ->
          throw new IllegalStateException("Expected distinct values, but got running ones.");
    };
  }

  private static Optional<Object> value(Function function, List<Sample> samples) {
    if (function == Function.DISTINCT) {
      long distinct = samples.stream().map(sample -> text(sample.value())).distinct().count();
      return Optional.of(BigDecimal.valueOf(distinct));
    }
    Running running = new Running(0, BigDecimal.ZERO, Optional.empty(), Optional.empty());
    for (Sample sample : samples) {
      running = running(running, sample.value());
    }
    return value(function, running);
  }

  private static BigDecimal average(Running running) {
    return running.sum().divide(BigDecimal.valueOf(running.count()), MathContext.DECIMAL128);
  }

  private static List<Sample> inside(List<Sample> samples, Tally tally, Instant now, ZoneId zone) {
    return samples.stream().filter(sample -> leave(sample, tally, zone).isAfter(now)).toList();
  }

  /**
   * The one question of what is inside and when it leaves: two that differ would wake a user for
   * ever.
   */
  private static Instant leave(Sample sample, Tally tally, ZoneId zone) {
    return tally.within().orElseThrow().after(sample.time(), zone);
  }

  private static List<Sample> append(List<Sample> samples, Sample sample) {
    List<Sample> longer = new ArrayList<>(samples);
    longer.add(sample);
    return longer;
  }

  private static List<String> sorted(List<String> values, Object value) {
    TreeSet<String> set = new TreeSet<>(values);
    set.add(text(value));
    return List.copyOf(set);
  }

  private static String text(Object value) {
    return value instanceof BigDecimal number
        ? "n" + number.stripTrailingZeros().toPlainString()
        : value.getClass().getSimpleName().charAt(0) + Objects.toString(value);
  }
}
