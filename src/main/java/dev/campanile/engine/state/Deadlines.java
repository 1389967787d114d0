package dev.campanile.engine.state;

import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Condition.Deadline;
import dev.campanile.campaign.WallClock;
import dev.campanile.engine.rule.Timepiece;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;

/**
 * When deadlines fall due for a participation where it is.
 *
 * @param arrival from when on they count
 * @param before the instant that what recurs must be after
 * @param since since when one has been in the area of a dwell
 */
record Deadlines(
    Instant arrival,
    Instant before,
    Function<Condition.Dwell, Optional<Instant>> since,
    Timepiece time,
    Falling falling) {

  /** Empty where it does not fall due as things stand. */
  Optional<Instant> due(Deadline deadline) {
    return switch (deadline) {
      case Condition.After after -> falling.once(after.span().after(arrival, time.user()));
      case Condition.Dwell dwell ->
          since
              .apply(dwell)
              .map(entered -> later(dwell.span().after(entered, time.user()), arrival))
              .flatMap(falling::once);
      case Condition.On on ->
          falling.once(later(WallClock.instant(on.instant(), time.zone(on.clock())), arrival));
      case Condition.At at ->
          falling.first(before, after -> next(at.time(), after, time.zone(at.clock())));
    };
  }

  /** The first instant of a time of day strictly after another. */
  private static Optional<Instant> next(LocalTime time, Instant after, ZoneId zone) {
    LocalDate day = LocalDate.ofInstant(after, zone).minusDays(1);
    Instant instant = WallClock.instant(day.atTime(time), zone);
    while (!instant.isAfter(after)) {
      day = day.plusDays(1);
      instant = WallClock.instant(day.atTime(time), zone);
    }
    return Optional.of(instant);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
