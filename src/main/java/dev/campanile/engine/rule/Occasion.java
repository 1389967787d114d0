package dev.campanile.engine.rule;

import dev.campanile.campaign.ActionId;
import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Event;
import dev.campanile.campaign.Position;
import java.util.Optional;
import java.util.Set;

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

  /** The clock strikes: these are at one of their instants. */
  record Struck(Set<Condition.Cron> crons) implements Occasion {

    public Struck {
      crons = Set.copyOf(crons);
    }
  }

  Occasion QUIET = new Quiet();

  /** Whether nothing but time happens, so that the cause to judge is known elsewhere. */
  default boolean timely() {
    return this instanceof Quiet || this instanceof Struck;
  }

  /** Whether it carries a position. */
  default boolean positioned() {
    return this instanceof Happened happened && happened.at().isPresent();
  }

  /** The event, where it is one. */
  default Optional<Event> happened() {
    return this instanceof Happened happened ? Optional.of(happened.event()) : Optional.empty();
  }
}
