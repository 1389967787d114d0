package dev.campanile.engine.state;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far a campaign that reaches out by itself has come with one user.
 *
 * @param launched the latest tick that the user was told of, by the name of the launch: being told
 *     twice is once
 */
public record Reached(Map<String, Instant> launched) {

  static final Reached NOT_YET = new Reached(Map.of());

  public Reached {
    launched = Collections.unmodifiableMap(new TreeMap<>(launched));
  }

  /** Whether the user has had this tick of a launch, or a later one. */
  boolean hasHad(String launch, Instant tick) {
    return !launched.getOrDefault(launch, Instant.MIN).isBefore(tick);
  }

  Reached launched(String launch, Instant tick) {
    Map<String, Instant> later = new TreeMap<>(launched);
    later.put(launch, tick);
    return new Reached(later);
  }
}
