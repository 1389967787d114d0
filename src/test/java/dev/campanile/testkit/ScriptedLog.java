package dev.campanile.testkit;

import dev.campanile.engine.EventLog;
import dev.campanile.engine.state.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A log that keeps what it is given, or acknowledges none of it, as told. */
public final class ScriptedLog implements EventLog {

  private final List<Signal> kept = new ArrayList<>();
  private boolean failing;
  private boolean silent;
  private int batchesToTake = Integer.MAX_VALUE;

  /** From now on the broker refuses. */
  public void fail() {
    failing = true;
  }

  /** The broker takes so many batches yet, then refuses. */
  public void failAfter(int batches) {
    batchesToTake = batches;
  }

  /** From now on the broker takes everything. */
  public void mend() {
    failing = false;
    batchesToTake = Integer.MAX_VALUE;
  }

  /** From now on the broker does not answer. */
  public void fallSilent() {
    silent = true;
  }

  public List<Signal> kept() {
    return List.copyOf(kept);
  }

  @Override
  public List<CompletableFuture<Position>> append(List<Signal> signals) {
    failing |= batchesToTake-- <= 0;
    return signals.stream().map(this::append).toList();
  }

  private CompletableFuture<Position> append(Signal signal) {
    if (silent) {
      return new CompletableFuture<>();
    }
    if (failing) {
      return CompletableFuture.failedFuture(new IllegalStateException("The broker is gone."));
    }
    kept.add(signal);
    return CompletableFuture.completedFuture(new Position(0, kept.size() - 1));
  }
}
