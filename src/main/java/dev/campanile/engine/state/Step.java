package dev.campanile.engine.state;

import java.util.List;

/**
 * What one signal did to one user: the state after it, the orders it gave, and the facts to keep.
 *
 * @param over the participations that the state no longer holds because nothing can happen to them
 *     any more
 */
public record Step(
    UserState state,
    Outcome outcome,
    List<Order> orders,
    List<Fact> facts,
    List<Participation> over) {

  public Step {
    over = List.copyOf(over);
    orders = List.copyOf(orders);
    facts = List.copyOf(facts);
  }
}
