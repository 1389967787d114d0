package dev.campanile.testkit;

import dev.campanile.engine.action.Reports;
import dev.campanile.engine.state.Signal;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** A log that remembers what was reported, and can be out of reach. Thread-safe. */
public final class RecordingReports implements Reports {

  private final List<Signal.Settled> settled = new CopyOnWriteArrayList<>();
  private volatile boolean reachable = true;

  public void reachable(boolean now) {
    reachable = now;
  }

  public List<Signal.Settled> settled() {
    return List.copyOf(settled);
  }

  @Override
  public List<CompletableFuture<Signal>> append(List<Signal> signals) {
    return signals.stream().map(this::append).toList();
  }

  private CompletableFuture<Signal> append(Signal signal) {
    if (!reachable) {
      return CompletableFuture.failedFuture(new IllegalStateException("the log is away"));
    }
    settled.add((Signal.Settled) signal);
    return CompletableFuture.completedFuture(signal);
  }
}
