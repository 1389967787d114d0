package dev.campanile.engine.state;

import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.Condition.Deadline;
import dev.campanile.campaign.Node;
import dev.campanile.campaign.NodeId;
import dev.campanile.engine.state.Participation.Dispatch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the participations of a user go on under the version that is open now.
 *
 * <p>Their place is renamed; they do not arrive anew. What was counted or has latched stays where
 * the new version asks for the same by name; then they are judged as on an arrival.
 */
final class Migration {

  private final Turn turn;
  private final Machine to;

  private Migration(Turn turn, Machine to) {
    this.turn = turn;
    this.to = to;
  }

  /** Empty where nobody has to go: another version is open, or the campaign does not run. */
  static Optional<Migration> to(CampaignKey version, Turn turn) {
    return turn.book
        .open(version)
        .map(machine -> new Migration(turn, machine))
        .filter(migration -> turn.participations().stream().anyMatch(migration::goes));
  }

  void goOn(Walk walk) {
    for (Participation participation : turn.participations()) {
      if (goes(participation)) {
        goOn(participation, walk);
      }
    }
  }

  private void goOn(Participation former, Walk walk) {
    NodeId node = to.graph().successor(former.node()).orElseThrow();
    Participation here = carriedOver(former, node);
    turn.put(here);
    turn.facts.add(
        new Fact.Migrated(
            to.key(), former.id(), former.campaign().version(), former.node(), node, turn.clock()));
    walk.goOn(to, here);
  }

  private boolean goes(Participation participation) {
    CampaignKey campaign = participation.campaign();
    return participation.active()
        && campaign.id().equals(to.key().id())
        && campaign.version() < to.key().version()
        && turn.book.machine(campaign).isPresent()
        && to.graph().successor(participation.node()).isPresent();
  }

  private Participation carriedOver(Participation former, NodeId node) {
    Stop stop = to.at(node);
    // What the new version has made due by now falls due now, but after the events of this instant.
    Instant judged = turn.clock().minusNanos(1);
    return former
        .under(to.key(), node)
        .counted(kept(former.latched(), stop), measures(former, stop))
        .lasting(kept(former.lasting(), to.beside()))
        .dispatching(dispatches(former))
        .timedTo(judged.isAfter(former.timedTo()) ? judged : former.timedTo())
        .notRungBefore(turn.clock());
  }

  /** Of what has latched, that which means something at a place. */
  private static Set<String> kept(Set<String> latched, Stop stop) {
    Set<String> known = new HashSet<>();
    stop.latching().forEach(latch -> known.add(latch.name()));
    for (Guard guard : stop.guards()) {
      for (Named<Deadline> deadline : guard.deadlines()) {
        known.add(deadline.name());
      }
    }
    known.retainAll(latched);
    return known;
  }

  private static Map<String, Measure> measures(Participation former, Stop stop) {
    Map<String, Measure> kept = new HashMap<>(former.measures());
    kept.keySet().retainAll(stop.counted().stream().map(Named::name).toList());
    return kept;
  }

  /** Actions that wait for an earlier one go on waiting where their node is as it was. */
  private List<Dispatch> dispatches(Participation former) {
    List<Dispatch> kept = new ArrayList<>();
    for (Dispatch dispatch : former.dispatches()) {
      Node was = graph(former).nodes().get(dispatch.node());
      Optional<Node> is = to.graph().successor(dispatch.node()).map(to.graph().nodes()::get);
      if (is.filter(node -> actsLike(node, was)).isPresent()) {
        kept.add(
            new Dispatch(dispatch.moves(), is.get().id(), dispatch.waitingFor(), dispatch.event()));
      } else {
        skip(former, was, dispatch);
      }
    }
    return kept;
  }

  private static boolean actsLike(Node is, Node was) {
    return is.strategy() == was.strategy() && is.actions().equals(was.actions());
  }

  private void skip(Participation former, Node node, Dispatch dispatch) {
    for (int ordinal = dispatch.waitingFor() + 1; ordinal < node.actions().size(); ordinal++) {
      turn.facts.add(
          new Fact.Skipped(
              former.campaign(),
              new OrderKey(former.id(), dispatch.moves(), ordinal),
              node.actions().get(ordinal).id(),
              turn.clock()));
    }
  }

  private CampaignGraph graph(Participation former) {
    return turn.book.machine(former.campaign()).orElseThrow().graph();
  }
}
