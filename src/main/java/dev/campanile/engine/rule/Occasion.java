package dev.campanile.engine.rule;

import dev.campanile.campaign.ActionId;
import dev.campanile.campaign.Event;
import dev.campanile.campaign.Position;
import java.util.Optional;

/** What happens at a moment, as far as happenings can ask for it. */
public sealed interface Occasion {

  /** Nothing but time: on arrival, when a deadline falls due, when the profile changes. */
  record Quiet() implements Occasion {}

  /**
   * An event.
   *
   * @param from the position known before it
   * @param at the position that it carries
   */
  record Happened(Event event, Optional<Position> from, Optional<Position> at)
      implements Occasion {}

  /** An action of the participation has settled. */
  record Settled(ActionId action, boolean succeeded) implements Occasion {}

  Occasion QUIET = new Quiet();

  /** Whether it carries a position. */
  default boolean positioned() {
    return this instanceof Happened happened && happened.at().isPresent();
  }

  /** The event, where it is one. */
  default Optional<Event> happened() {
    return this instanceof Happened happened ? Optional.of(happened.event()) : Optional.empty();
  }
}
