package dev.campanile.engine.state;

import dev.campanile.campaign.Action;
import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.Node;
import dev.campanile.engine.rule.References;
import dev.campanile.engine.state.Participation.Dispatch;
import java.util.ArrayList;
import java.util.List;

/**
 * Which actions of an arrival are ordered, and when: all at once; or one after the other as each
 * succeeds (serial) or fails (priority).
 */
final class Dispatching {

  private final Turn turn;

  Dispatching(Turn turn) {
    this.turn = turn;
  }

  /** Orders what the node asks for on arrival. */
  Participation arrived(Machine machine, Participation participation, Attributes event) {
    Node node = machine.graph().nodes().get(participation.node());
    Dispatch first = new Dispatch(participation.moves(), node.id(), 0, event);
    if (node.strategy() == Node.Strategy.PARALLEL) {
      for (int ordinal = 0; ordinal < node.actions().size(); ordinal++) {
        order(machine, participation, node, first, ordinal);
      }
      return participation;
    }
    return node.actions().isEmpty() ? participation : await(machine, participation, node, first);
  }

  /** Decides what the settling of one action means for the next of its arrival. */
  Participation proceed(Machine machine, Participation participation, Signal.Settled settled) {
    for (Dispatch dispatch : participation.dispatches()) {
      if (dispatch.moves() == settled.order().moves()
          && dispatch.waitingFor() == settled.order().ordinal()) {
        return proceed(machine, without(participation, dispatch), dispatch, settled.succeeded());
      }
    }
    return participation;
  }

  private Participation proceed(
      Machine machine, Participation rest, Dispatch dispatch, boolean succeeded) {
    Node node = machine.graph().nodes().get(dispatch.node());
    boolean goesOn = succeeded == (node.strategy() == Node.Strategy.SERIAL);
    int next = dispatch.waitingFor() + 1;
    if (goesOn) {
      return await(
          machine, rest, node, new Dispatch(dispatch.moves(), node.id(), next, dispatch.event()));
    }
    for (int ordinal = next; ordinal < node.actions().size(); ordinal++) {
      OrderKey skipped = new OrderKey(rest.id(), dispatch.moves(), ordinal);
      turn.facts.add(
          new Fact.Skipped(machine.key(), skipped, node.actions().get(ordinal).id(), turn.clock()));
    }
    return rest;
  }

  /** Orders the action that a dispatch is at, and keeps the dispatch where others follow it. */
  private Participation await(
      Machine machine, Participation participation, Node node, Dispatch dispatch) {
    order(machine, participation, node, dispatch, dispatch.waitingFor());
    boolean last = dispatch.waitingFor() == node.actions().size() - 1;
    if (last) {
      return participation;
    }
    List<Dispatch> waiting = new ArrayList<>(participation.dispatches());
    waiting.add(dispatch);
    return participation.dispatching(waiting);
  }

  private void order(
      Machine machine, Participation participation, Node node, Dispatch dispatch, int ordinal) {
    Action action = node.actions().get(ordinal);
    var references =
        new References(
            dispatch.event(), participation.entry(), turn.profile(), participation.results());
    var zone = turn.zones.ofUser(turn.profile(), machine.graph());
    var known = new Knowledge(references, turn.before().user(), zone);
    turn.orders.add(
        new Order(
            new OrderKey(participation.id(), dispatch.moves(), ordinal),
            turn.before().user(),
            machine.key(),
            node.id(),
            action.id(),
            action.kind(),
            machine.rendering(action).fill(known),
            turn.clock(),
            new Deliveries(turn).of(machine, action)));
  }

  private static Participation without(Participation participation, Dispatch dispatch) {
    return participation.dispatching(
        participation.dispatches().stream().filter(other -> !other.equals(dispatch)).toList());
  }
}
