package dev.campanile.reference;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When an operator let a campaign rest: by instants, from included, to excluded, and by the
 * occasions that came meanwhile.
 */
final class Pauses {

  /** None yet at the end of one that lasts. */
  private record Pause(Instant from, int after, Optional<Instant> to, int upTo) {

    boolean has(Instant at) {
      return !at.isBefore(from) && to.filter(end -> !at.isBefore(end)).isEmpty();
    }

    boolean has(int occasion) {
      return occasion > after && occasion <= upTo;
    }
  }

  private final List<Pause> pauses = new ArrayList<>();

  void begin(Instant from, int after) {
    pauses.add(new Pause(from, after, Optional.empty(), Integer.MAX_VALUE));
  }

  void end(Instant to, int last) {
    Pause pause = pauses.removeLast();
    pauses.add(new Pause(pause.from(), pause.after(), Optional.of(to), last));
  }

  boolean last() {
    return !pauses.isEmpty() && pauses.getLast().to().isEmpty();
  }

  boolean had(int occasion) {
    return pauses.stream().anyMatch(pause -> pause.has(occasion));
  }

  boolean had(Instant at) {
    return pauses.stream().anyMatch(pause -> pause.has(at));
  }

  /** The end of the pause that an instant falls into; the instant where there is none. */
  Instant after(Instant at) {
    return pauses.stream()
        .filter(pause -> pause.has(at))
        .flatMap(pause -> pause.to().stream())
        .findFirst()
        .orElse(at);
  }
}
