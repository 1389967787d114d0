package dev.campanile.engine.state;

import dev.campanile.campaign.OnResume;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The pauses of a campaign that are over, and what becomes of what would have fallen due in them.
 *
 * @param all in order
 */
record Pauses(List<Pause> all, OnResume then) {

  /** When the pause is over that an instant is in; else that instant. */
  Instant over(Instant at) {
    Instant over = at;
    for (Pause pause : all) {
      over = pause.has(over) ? pause.to() : over;
    }
    return over;
  }

  /** When something falls due that is due at an instant; empty where it does not any more. */
  Optional<Instant> falls(Instant at) {
    Instant over = over(at);
    return then == OnResume.FIRE || over.equals(at) ? Optional.of(over) : Optional.empty();
  }

  /**
   * When something that recurs first falls due after an instant.
   *
   * @param next the first of its instants strictly after another
   */
  Optional<Instant> first(Instant after, Function<Instant, Optional<Instant>> next) {
    Optional<Instant> at = next.apply(after);
    while (at.isPresent() && falls(at.get()).isEmpty()) {
      at = next.apply(over(at.get()).minusNanos(1));
    }
    return at.flatMap(this::falls);
  }

  /** Since when that has been held back which falls due at an instant. */
  Instant since(Instant at) {
    Instant since = at;
    for (Pause pause : all.reversed()) {
      since = then == OnResume.FIRE && pause.to().equals(since) ? pause.from() : since;
    }
    return since;
  }
}
