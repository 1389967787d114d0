package dev.campanile.engine.state;

import java.util.List;

/**
 * What one signal did to one user: the state after it, the orders it gave, and the facts to keep.
 *
 * @param over the participations that the state no longer holds because nothing can happen to them
 *     any more
 * @param judgments what became of every trigger that might have held, where somebody asked
 */
public record Step(
    UserState state,
    Outcome outcome,
    List<Order> orders,
    List<Fact> facts,
    List<Participation> over,
    List<Judgment> judgments) {

  public Step {
    over = List.copyOf(over);
    orders = List.copyOf(orders);
    facts = List.copyOf(facts);
    judgments = List.copyOf(judgments);
  }

  public Step(
      UserState state,
      Outcome outcome,
      List<Order> orders,
      List<Fact> facts,
      List<Participation> over) {
    this(state, outcome, orders, facts, over, List.of());
  }

  Step telling(List<Judgment> reasons) {
    return new Step(state, outcome, orders, facts, over, reasons);
  }

  /** A signal that did nothing. */
  public static Step unchanged(UserState state, Outcome outcome) {
    return new Step(state, outcome, List.of(), List.of(), List.of());
  }
}
