package dev.campanile.walk;

import dev.campanile.engine.LogUnavailable;
import dev.campanile.engine.warehouse.Unavailable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Something done in rounds, never two at once: whoever comes while one is under way leaves it at
 * that, and what could not be done now is left to the next. Thread-safe.
 */
final class Rounds {

  private final Logger log;
  private final String waiting;
  private final AtomicBoolean underWay = new AtomicBoolean();

  /**
   * @param waiting what waits where a round cannot be done
   */
  Rounds(Logger log, String waiting) {
    this.log = log;
    this.waiting = waiting;
  }

  void go(Runnable round) {
    if (!underWay.compareAndSet(false, true)) {
      return;
    }
    try {
      round.run();
    } catch (LogUnavailable | Unavailable unavailable) {
      log.warnf("%s wait: %s", waiting, unavailable.getMessage());
    } finally {
      underWay.set(false);
    }
  }
}
