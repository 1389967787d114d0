package dev.campanile.campaign;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

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
    return new OpenHours(from, to, Set.of()).closesAfter(at, zone);
  }
}
