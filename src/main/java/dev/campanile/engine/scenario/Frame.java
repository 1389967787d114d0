package dev.campanile.engine.scenario;

import dev.campanile.engine.state.Fact;
import dev.campanile.engine.state.Judgment;
import dev.campanile.engine.state.Order;
import dev.campanile.engine.state.Outcome;
import dev.campanile.engine.state.Participation;
import java.time.Instant;
import java.util.List;

/**
 * One picture of a simulation: something that happened, what came of it, and how things stand then.
 *
 * @param step which step of the scenario it belongs to, from 0; -1 before the first
 * @param what the same in words
 * @param participations all that are under way, and those that this ended
 * @param judged what became of every trigger that might have held, or how each stands where nothing
 *     happened
 */
public record Frame(
    int step,
    Instant at,
    Kind kind,
    String what,
    Outcome outcome,
    List<Fact> facts,
    List<Order> orders,
    List<Participation> participations,
    List<Judgment> judged) {

  /** What happened. */
  public enum Kind {
    /** Nothing: this is how things stand. */
    STANDING,
    EVENT,
    /** Something fell due. */
    TIME,
    PROFILE,
    /** An action came to its end. */
    SETTLED,
    /** A launch of the campaign reached the user. */
    LAUNCH,
    /** An operator, or a new version. */
    OTHER
  }

  public Frame {
    facts = List.copyOf(facts);
    orders = List.copyOf(orders);
    participations = List.copyOf(participations);
    judged = List.copyOf(judged);
  }
}
