package dev.campanile.translator.check;

import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Edge;
import dev.campanile.campaign.Entry;
import dev.campanile.campaign.NodeId;
import dev.campanile.campaign.Trigger;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds nodes that nobody can come to, and edges that nobody can take. */
final class Reachability {

  private final CampaignGraph graph;
  private final Findings findings;

  Reachability(CampaignGraph graph, Findings findings) {
    this.graph = graph;
    this.findings = findings;
  }

  void check() {
    Set<NodeId> reached = reached();
    for (NodeId node : graph.nodes().keySet()) {
      if (!reached.contains(node)) {
        findings.error(
            "nodes." + node,
            "Expected node '%s' to be reachable, but %s.".formatted(node, why(node)),
            "Maybe connect it, or delete it.");
      }
    }
    checkShadows();
  }

  private String why(NodeId node) {
    return graph.edges().stream().anyMatch(edge -> edge.to().equals(node))
        ? "no way from an entry leads to it"
        : "no edge leads to it";
  }

  private Set<NodeId> reached() {
    var reached = new HashSet<NodeId>();
    var next = new ArrayDeque<NodeId>();
    graph.entries().stream().map(Entry::to).forEach(next::add);
    while (!next.isEmpty()) {
      NodeId node = next.remove();
      if (reached.add(node)) {
        graph.leaving(node).stream().map(Edge::to).forEach(next::add);
      }
    }
    return reached;
  }

  private void checkShadows() {
    Map<NodeId, String> always = new HashMap<>();
    for (int i = 0; i < graph.edges().size(); i++) {
      Edge edge = graph.edges().get(i);
      if (always.containsKey(edge.from())) {
        findings.warning(
            "edges[" + i + "]",
            "Expected edge '%s' to be taken at times, but '%s' before it always holds."
                .formatted(edge.id(), always.get(edge.from())),
            "Maybe rank it higher, or delete it.");
      } else if (always(edge.when())) {
        always.put(edge.from(), edge.id());
      }
    }
  }

  private static boolean always(Trigger trigger) {
    return trigger.cells().rows().stream().allMatch(Reachability::holds);
  }

  private static boolean holds(List<Trigger.Cell> row) {
    return row.stream().anyMatch(cell -> cell.condition() instanceof Condition.Always);
  }
}
