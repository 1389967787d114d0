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
    boolean carriesPosition) {

  /** The end of an order of one participation. */
  record Settlement(Run run, ActionId action, boolean succeeded, Attributes answer) {}

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
        false);
  }
}
