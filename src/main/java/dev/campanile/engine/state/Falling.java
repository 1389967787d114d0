package dev.campanile.engine.state;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * When something falls due whose instant a clock tells: what a change of clocks has made past does
 * so with that change, and what would in a pause as its campaign wants it.
 *
 * @param clockFrom since when the clock is what it is
 */
record Falling(Pauses pauses, Instant clockFrom) {

  /** Empty where it does not fall due any more. */
  Optional<Instant> once(Instant at) {
    return pauses
        .falls(at)
        .flatMap(due -> isPast(due) ? pauses.falls(clockFrom) : Optional.of(due));
  }

  /**
   * When something that recurs first falls due after an instant.
   *
   * @param next the first of its instants strictly after another
   */
  Optional<Instant> first(Instant after, Function<Instant, Optional<Instant>> next) {
    Optional<Instant> due = pauses.first(after, next);
    return due.filter(this::isPast).isPresent()
        ? pauses.falls(clockFrom).or(() -> pauses.first(clockFrom, next))
        : due;
  }

  private boolean isPast(Instant due) {
    return due.isBefore(clockFrom);
  }
}
