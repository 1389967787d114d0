package dev.campanile.api.trial;

import dev.campanile.engine.backtest.Backtests.Progress;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;

/** How far a run has come, and whether it is still wanted. Thread-safe. */
final class BacktestProgress {

  /** Of both campaigns, for all users: what time alone does included. */
  static final long MOST_STEPS = 100_000_000;

  private final String id;
  private final AtomicLong done = new AtomicLong();
  private final AtomicLong total = new AtomicLong();
  private final AtomicLong steps = new AtomicLong();
  private volatile boolean cancelled;

  BacktestProgress(String id) {
    this.id = id;
  }

  String id() {
    return id;
  }

  Progress now() {
    return new Progress(done.get(), total.get());
  }

  /** So much lies before it from now on, as far as that is known. */
  void begin(long much) {
    done.set(0);
    total.set(much);
  }

  /**
   * A step further, which may bring nothing to an end.
   *
   * @throws CancellationException where nobody wants the rest, or it is more than may be
   */
  void go(long more) {
    if (cancelled) {
      throw new CancellationException("Expected to go on, but nobody wants it any more.");
    }
    if (steps.incrementAndGet() > MOST_STEPS) {
      throw new TooMuch(
          "Expected at most %,d things to happen, but there are more. Maybe choose a shorter time."
              .formatted(MOST_STEPS));
    }
    done.addAndGet(more);
  }

  void cancel() {
    cancelled = true;
  }
}
