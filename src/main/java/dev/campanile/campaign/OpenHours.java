package dev.campanile.campaign;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The times at which something is on, again and again: from an opening, included, to a closing,
 * excluded, which is on the next day where it is not after the opening.
 *
 * @param days of the opening; none: every day
 */
public record OpenHours(LocalTime opens, LocalTime closes, Set<DayOfWeek> days) {

  /** Clocks never leave out more than a day, and no two weeks in a row. */
  private static final int LOOKED_AHEAD = 22;

  private record Interval(Instant opens, Instant closes) {

    private boolean has(Instant at) {
      return !at.isBefore(opens) && at.isBefore(closes);
    }
  }

  /** Whether an instant is in them, on the clock of a zone. */
  public boolean has(Instant at, ZoneId zone) {
    return closesAfter(at, zone).isPresent();
  }

  /** When they close again, seen from an instant in them; empty where it is in none. */
  public Optional<Instant> closesAfter(Instant at, ZoneId zone) {
    LocalDate today = LocalDate.ofInstant(at, zone);
    return between(today.minusDays(2), today.plusDays(1), zone)
        .filter(open -> open.has(at))
        .map(Interval::closes)
        .max(Comparator.naturalOrder());
  }

  /** The first opening strictly after an instant. */
  public Optional<Instant> opensAfter(Instant at, ZoneId zone) {
    LocalDate today = LocalDate.ofInstant(at, zone);
    return between(today.minusDays(1), today.plusDays(LOOKED_AHEAD), zone)
        .map(Interval::opens)
        .filter(at::isBefore)
        .findFirst();
  }

  /** In order; what a change of clocks swallows whole is not on. */
  private Stream<Interval> between(LocalDate first, LocalDate last, ZoneId zone) {
    int overnight = closes.isAfter(opens) ? 0 : 1;
    return first
        .datesUntil(last)
        .filter(day -> days.isEmpty() || days.contains(day.getDayOfWeek()))
        .map(
            day ->
                new Interval(
                    WallClock.instant(day.atTime(opens), zone),
                    WallClock.instant(day.plusDays(overnight).atTime(closes), zone)))
        .filter(open -> open.opens().isBefore(open.closes()));
  }
}
