package dev.campanile.engine.state;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How far a campaign that reaches out by itself has come with one user.
 *
 * @param launched the latest tick that the user was told of, by the name of the launch: being told
 *     twice is once
 * @param looked up to when dates of the user are over, by their text: what was past when a date
 *     became known is not made up for
 * @param due when the next date comes
 */
public record Reached(
    Map<String, Instant> launched, Map<String, Instant> looked, Optional<Instant> due) {

  public static final Reached NOT_YET = new Reached(Map.of(), Map.of(), Optional.empty());

  public Reached {
    launched = Collections.unmodifiableMap(new TreeMap<>(launched));
    looked = Collections.unmodifiableMap(new TreeMap<>(looked));
  }

  /** Whether the user has had this tick of a launch, or a later one. */
  boolean hasHad(String launch, Instant tick) {
    return !launched.getOrDefault(launch, Instant.MIN).isBefore(tick);
  }

  Reached launched(String launch, Instant tick) {
    Map<String, Instant> later = new TreeMap<>(launched);
    later.put(launch, tick);
    return new Reached(later, looked, due);
  }

  Reached waiting(Map<String, Instant> nowLooked, Optional<Instant> next) {
    return new Reached(launched, nowLooked, next);
  }
}
