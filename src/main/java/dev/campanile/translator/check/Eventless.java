package dev.campanile.translator.check;

import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Edge;
import dev.campanile.campaign.Entry;
import dev.campanile.campaign.NodeId;
import dev.campanile.campaign.Trigger;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Which nodes no event ever leads to: every way in is opened by time or by a profile. In doubt, an
 * event may.
 */
final class Eventless {

  private Eventless() {}

  static Set<NodeId> nodes(CampaignGraph graph) {
    Set<NodeId> reached = new HashSet<>();
    for (Entry entry : graph.entries()) {
      if (entry instanceof Entry.When(Trigger when, NodeId to) && mayBeEvent(when)) {
        reached.add(to);
      }
    }
    for (Edge edge : graph.edges()) {
      if (mayBeEvent(edge.when())) {
        reached.add(edge.to());
      }
    }
    // The event goes on along edges that hold on arrival.
    for (boolean more = true; more; ) {
      more = false;
      for (Edge edge : graph.edges()) {
        boolean passed = reached.contains(edge.from()) && mayHoldAtOnce(edge.when());
        more |= passed && reached.add(edge.to());
      }
    }
    var eventless = new LinkedHashSet<>(graph.nodes().keySet());
    eventless.removeAll(reached);
    return eventless;
  }

  private static boolean mayBeEvent(Trigger trigger) {
    return trigger.cells().rows().stream()
        .flatMap(row -> row.stream())
        .map(Trigger.Cell::condition)
        .anyMatch(Eventless::heedsEvents);
  }

  private static boolean heedsEvents(Condition condition) {
    return switch (condition) {
      case Condition.Occurs o -> true;
      case Condition.Enters e -> true;
      case Condition.Exits e -> true;
      case Condition.Aggregate a -> true;
      case Condition.Inside i -> true;
      case Condition.Rules r -> true;
      case Condition.Settled s -> false;
      case Condition.Cron c -> false;
      case Condition.Deadline d -> false;
      case Condition.Profile p -> false;
      case Condition.During d -> false;
      case Condition.Split s -> false;
      case Condition.Always a -> false;
    };
  }

  /** Without a row that only a deadline or a happening can satisfy. */
  private static boolean mayHoldAtOnce(Trigger trigger) {
    return trigger.cells().rows().stream()
        .allMatch(
            row -> row.stream().anyMatch(cell -> cell.condition() instanceof Condition.Standing));
  }
}
