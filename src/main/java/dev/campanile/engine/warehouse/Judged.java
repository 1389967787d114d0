package dev.campanile.engine.warehouse;

import dev.campanile.engine.state.Outcome;
import dev.campanile.engine.state.Signal;
import dev.campanile.engine.state.Step;

/** A record of the log with what it did. A duplicate's step holds the state unchanged. */
public record Judged(long offset, Signal signal, Step step) {

  public Outcome outcome() {
    return step.outcome();
  }
}
