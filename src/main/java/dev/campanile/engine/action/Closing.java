package dev.campanile.engine.action;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** Ends threads: what runs may finish until the patience is over. */
final class Closing {

  private Closing() {}

  static void within(Duration patience, ExecutorService threads) {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
