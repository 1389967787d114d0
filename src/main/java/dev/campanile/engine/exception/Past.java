package dev.campanile.engine.exception;

import java.time.Duration;

/**
 * What was tried before, the attempt that is judged included.
 *
 * @param attempts from 1
 * @param age from the first attempt to now
 * @param open whether an earlier attempt may have done it
 */
public record Past(int attempts, Duration age, boolean open) {

  public Past {
    if (attempts < 1) {
      throw new IllegalArgumentException(
          "Expected at least 1 attempt, but got %d.".formatted(attempts));
    }
  }
}
