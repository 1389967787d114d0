package dev.campanile.campaign;

import java.time.LocalDateTime;
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
