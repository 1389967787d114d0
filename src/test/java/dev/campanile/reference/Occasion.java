package dev.campanile.reference;

import dev.campanile.campaign.ActionId;
import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.Event;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that gives cause to judge: an event, a settlement, a changed profile, or an instant at
 * which something falls due.
 *
 * @param number in the order of judging, which is the log's for events
 * @param at "what it causes is dated by the user's latest time"
 * @param profile as it is then
 * @param before the profile before it changed
 * @param position the user's known position then
 * @param former the position that was known before, where this event carries one
 * @param byEvent whether an event led to it, also through arrivals in between
 */
record Occasion(
    int number,
    Instant at,
    Optional<Event> event,
    Optional<Settlement> settlement,
    Attributes profile,
    Optional<Attributes> before,
    Optional<Position> position,
    Optional<Position> former,
    boolean carriesPosition,
    boolean byEvent) {

  /** The end of an order of one participation. */
  record Settlement(Run run, ActionId action, boolean succeeded, Attributes answer) {}

  /** An instant at which nothing happens. */
  static Occasion nothing(int number, Instant at, Attributes profile, Optional<Position> position) {
    return new Occasion(
        number,
        at,
        Optional.empty(),
        Optional.empty(),
        profile,
        Optional.empty(),
        position,
        Optional.empty(),
        false,
        false);
  }

  /**
   * @param carried the position that the event carries
   */
  Occasion with(Event happening, Optional<Position> carried) {
    return new Occasion(
        number,
        at,
        Optional.of(happening),
        Optional.empty(),
        profile,
        Optional.empty(),
        carried.or(() -> position),
        position,
        carried.isPresent(),
        true);
  }

  Occasion with(Settlement end) {
    return new Occasion(
        number,
        at,
        Optional.empty(),
        Optional.of(end),
        profile,
        Optional.empty(),
        position,
        Optional.empty(),
        false,
        false);
  }

  Occasion changedFrom(Attributes earlier) {
    return new Occasion(
        number,
        at,
        Optional.empty(),
        Optional.empty(),
        profile,
        Optional.of(earlier),
        position,
        Optional.empty(),
        false,
        false);
  }

  /** "The event that … moved … a participation" does not serve "the node it led to". */
  Occasion onArrival() {
    return new Occasion(
        number,
        at,
        Optional.empty(),
        Optional.empty(),
        profile,
        Optional.empty(),
        position,
        Optional.empty(),
        false,
        byEvent);
  }
}
