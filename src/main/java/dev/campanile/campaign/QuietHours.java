package dev.campanile.campaign;

import java.time.LocalTime;

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
}
