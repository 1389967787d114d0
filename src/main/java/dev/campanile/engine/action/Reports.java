package dev.campanile.engine.action;

import dev.campanile.engine.state.Signal;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Where settlements are reported: the log, so that they reach the machine of their user. */
@FunctionalInterface
public interface Reports {

  /** Appends in order; a future completes once the log has acknowledged, or fails where not. */
  List<? extends CompletableFuture<?>> append(List<Signal> signals);
}
