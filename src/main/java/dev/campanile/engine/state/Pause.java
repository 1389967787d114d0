package dev.campanile.engine.state;

import java.time.Instant;

/** From when, included, to when, excluded, an operator let a campaign rest. */
public record Pause(Instant from, Instant to) {

  boolean has(Instant at) {
    return !at.isBefore(from) && at.isBefore(to);
  }
}
