package dev.campanile.engine.scenario;

import java.time.Duration;

/**
 * How far a story may go, so that nobody's holds up a service.
 *
 * @param signals how much may happen in it, what time alone does included
 * @param span how much later than its beginning it may end
 * @param frames how much of it is shown
 */
public record Bounds(int signals, Duration span, int frames) {

  private static final Duration TEN_YEARS = Duration.ofDays(3_653);

  /** None to speak of: for those whose own machine it is. */
  public static final Bounds NONE =
      new Bounds(Integer.MAX_VALUE, Duration.ofDays(Integer.MAX_VALUE), Integer.MAX_VALUE);

  /** What a service lets everybody do. */
  public static final Bounds USUAL = new Bounds(10_000, TEN_YEARS, 500);
}
