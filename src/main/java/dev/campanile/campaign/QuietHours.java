package dev.campanile.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When messages rest; {@code from} included, {@code to} excluded, on the clock named. Rewards do
 * not rest.
 */
public record QuietHours(LocalTime from, LocalTime to, Condition.ClockOf clock, Then then) {

  /** What becomes of a message that falls into them. */
  public enum Then {
    HOLD,
    DROP
  }

  /**
   * When the quiet hours end that an instant falls into, on the zone's clock; empty where it falls
   * into none. Where clocks are changed they begin and end when they would on any other day.
   */
  public Optional<Instant> endAfter(Instant at, ZoneId zone) {
    LocalDate today = LocalDate.ofInstant(at, zone);
    return Stream.of(today.minusDays(1), today)
        .filter(day -> !at.isBefore(WallClock.instant(day.atTime(from), zone)))
        .map(day -> WallClock.instant(closing(day), zone))
        .filter(at::isBefore)
        .max(Comparator.naturalOrder());
  }

  private LocalDateTime closing(LocalDate opened) {
    boolean overnight = !to.isAfter(from);
    return (overnight ? opened.plusDays(1) : opened).atTime(to);
  }
}
