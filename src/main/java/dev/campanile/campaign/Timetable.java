package dev.campanile.campaign;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;

/**
 * The local times that a cron expression names; equal when written alike.
 *
 * @param expression its five fields: minute, hour, day of the month, month, day of the week
 * @param next the first of its times strictly after another; empty where there is none
 */
public record Timetable(String expression, Function<LocalDateTime, Optional<LocalDateTime>> next) {

  /** The first of its times strictly after another; empty where there is none. */
  public Optional<LocalDateTime> after(LocalDateTime local) {
    return next.apply(local);
  }

  /**
   * The first of its instants strictly after another, on the clock of a zone: times that fall into
   * one gap are one instant, a time that occurs twice is its first.
   */
  public Optional<Instant> after(Instant instant, ZoneId zone) {
    Optional<LocalDateTime> local = after(LocalDateTime.ofInstant(instant, zone));
    // While a clock runs through an hour again, the times to come have been already.
    while (local.isPresent() && !WallClock.instant(local.get(), zone).isAfter(instant)) {
      local = after(local.get());
    }
    return local.map(time -> WallClock.instant(time, zone));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Timetable timetable && timetable.expression.equals(expression);
  }

  @Override
  public int hashCode() {
    return expression.hashCode();
  }

  @Override
  public String toString() {
    return expression;
  }
}
