package dev.campanile.campaign;

/** A port: reads cron expressions. Thread-safe, as are the timetables that it makes. */
@FunctionalInterface
public interface Timetables {

  /**
   * The timetable of five fields: minute, hour, day of the month, month and day of the week, where
   * both 0 and 7 are Sunday. Where neither day is {@code *}, either is enough.
   *
   * @throws IllegalArgumentException where the expression is none; its message says what is wrong,
   *     in words that may follow a colon
   */
  Timetable read(String expression);
}
