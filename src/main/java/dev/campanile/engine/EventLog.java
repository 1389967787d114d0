package dev.campanile.engine;

import dev.campanile.engine.state.Signal;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The only log: every signal enters through the partition of its user. Thread-safe. */
public interface EventLog {

  /** Where a signal stands in the log. */
  record Position(int partition, long offset) {}

  /**
   * Appends in order; a future completes once the broker has acknowledged, or fails where it has
   * not.
   */
  List<CompletableFuture<Position>> append(List<Signal> signals);
}
