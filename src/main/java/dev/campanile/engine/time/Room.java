package dev.campanile.engine.time;

import java.time.Duration;

/**
 * How many wake-ups of a partition may be under way: as many as are judged within {@link #WAIT},
 * because an event that comes now stands behind them in the log. Timers may wait, events should
 * not; but the more there are in a batch the fewer transactions they take, so there are as many as
 * the machine allows, fast or slow, alone or shared. Not thread-safe.
 */
final class Room {

  /** To begin with. */
  static final int FIRST = 100;

  /** By how much there is more room after each wave that was judged in time. */
  static final int STEP = 10;

  private static final Duration WAIT = Duration.ofMillis(150);
  private static final int LEAST = 50;
  private static final int LARGEST = 400;

  private int most = FIRST;
  private Duration longest = Duration.ZERO;
  private boolean judged;

  int most() {
    return most;
  }

  /** One that was under way has been judged after so long. */
  void judged(Duration took) {
    judged = true;
    longest = took.compareTo(longest) > 0 ? took : longest;
  }

  /**
   * To be called once for each wave.
   *
   * @param wanted whether more are due than there was room for
   */
  void adapt(boolean wanted) {
    if (judged && longest.compareTo(WAIT) > 0) {
      most = Math.max(LEAST, most * 3 / 4);
    } else if (judged && wanted) {
      most = Math.min(LARGEST, most + STEP);
    }
    judged = false;
    longest = Duration.ZERO;
  }
}
