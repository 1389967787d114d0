package dev.campanile.campaign;

import dev.campanile.campaign.Condition.ClockOf;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A date of each user's own, such as a birthday: an attribute of the profile that is an ISO date,
 * or an instant or local time whose date counts.
 *
 * @param yearly whether it comes again every year, from its own on; 29 February is 28 February then
 *     in other years
 * @param shift by how much it is moved, backwards where it is negative
 */
public record UserDate(Path path, boolean yearly, Period shift, LocalTime time, ClockOf clock) {

  /** Longer than it can be from a date to the next of a year. */
  private static final int YEARS = 3;

  /**
   * The first instant of it strictly after another; empty where there is none.
   *
   * @param user the clock that dates of instants are read on
   * @param zone the clock that the time is read on
   */
  public Optional<Instant> after(Instant instant, Object attribute, ZoneId user, ZoneId zone) {
    return date(attribute, user).flatMap(date -> after(instant, date, zone));
  }

  /** As it is written, in short. */
  public String text() {
    return "date user.%s%s%s at %s%s"
        .formatted(
            path,
            yearly ? " yearly" : "",
            shift.isZero() ? "" : " moved by " + shift,
            time,
            clock == ClockOf.USER ? "" : " (schedule)");
  }

  private Optional<Instant> after(Instant instant, LocalDate date, ZoneId zone) {
    if (!yearly) {
      return Optional.of(at(date, zone)).filter(instant::isBefore);
    }
    int year = LocalDate.ofInstant(instant, zone).minus(shift).getYear() - 1;
    for (int y = Math.max(year, date.getYear()); y <= Math.max(year, date.getYear()) + YEARS; y++) {
      Instant next = at(date.withYear(y), zone);
      if (next.isAfter(instant)) {
        return Optional.of(next);
      }
    }
    return Optional.empty();
  }

  private Instant at(LocalDate date, ZoneId zone) {
    return WallClock.instant(LocalDateTime.of(date.plus(shift), time), zone);
  }

  private static Optional<LocalDate> date(Object attribute, ZoneId user) {
    return attribute instanceof String text
        ? read(() -> LocalDate.parse(text))
            .or(() -> read(() -> OffsetDateTime.parse(text).atZoneSameInstant(user).toLocalDate()))
            .or(() -> read(() -> LocalDateTime.parse(text).toLocalDate()))
        : Optional.empty();
  }

  private static Optional<LocalDate> read(java.util.function.Supplier<LocalDate> reading) {
    try {
      // What is far off is no date that anybody meets, and years have limits.
      return Optional.of(reading.get()).filter(date -> Math.abs(date.getYear()) < 10_000);
    } catch (DateTimeException noDate) {
      return Optional.empty();
    }
  }
}
