package dev.campanile.engine.state;

import dev.campanile.campaign.CampaignId;
import java.util.List;
import java.util.Set;

/**
 * What one signal did to one user: the state after it, the orders it gave, and the facts to keep.
 *
 * @param over the participations that the state no longer holds because nothing can happen to them
 *     any more
 * @param lacking the campaigns for which a permit was lacking that may be had yet: the step is no
 *     answer then, and is to be done again with more
 * @param judgments what became of every trigger that might have held, where somebody asked
 */
public record Step(
    UserState state,
    Outcome outcome,
    List<Order> orders,
    List<Fact> facts,
    List<Participation> over,
    Set<CampaignId> lacking,
    List<Judgment> judgments) {

  public Step {
    lacking = Set.copyOf(lacking);
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
    this(state, outcome, orders, facts, over, Set.of(), List.of());
  }

  Step telling(List<Judgment> reasons) {
    return new Step(state, outcome, orders, facts, over, lacking, reasons);
  }

  /** A signal that did nothing. */
  public static Step unchanged(UserState state, Outcome outcome) {
    return new Step(state, outcome, List.of(), List.of(), List.of());
  }
}
