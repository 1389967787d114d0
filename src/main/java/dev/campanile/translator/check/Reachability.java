package dev.campanile.translator.check;

import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.Concern;
import dev.campanile.campaign.NodeId;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds nodes that nobody can come to. */
final class Reachability {

  private final Views views;
  private final CampaignGraph graph;
  private final Findings findings;

  Reachability(Views views, Findings findings) {
    this.views = views;
    this.graph = views.graph();
    this.findings = findings.of(Concern.UNREACHABLE_NODE);
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
  }

  private String why(NodeId node) {
    return graph.edges().stream().anyMatch(edge -> edge.to().equals(node))
        ? "no way from an entry leads to it"
        : "no edge leads to it";
  }

  private Set<NodeId> reached() {
    return graph.entries().stream()
        .flatMap(entry -> views.reached(entry.to()).stream())
        .collect(Collectors.toSet());
  }
}
