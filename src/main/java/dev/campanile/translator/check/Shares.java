package dev.campanile.translator.check;

import dev.campanile.campaign.Condition.Split;
import dev.campanile.campaign.Edge;
import dev.campanile.campaign.NodeId;
import dev.campanile.engine.state.Splits;
import dev.campanile.translator.logic.Standpoint.Part;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which part of its users each split of a node takes. */
final class Shares {

  private static final BigDecimal EVERYBODY = BigDecimal.valueOf(100);

  private final Map<String, Map<Split, Part>> parts = new HashMap<>();
  private final Map<NodeId, BigDecimal> sums = new HashMap<>();

  Shares(Map<NodeId, List<Edge>> leaving) {
    leaving.forEach(this::share);
  }

  private void share(NodeId node, List<Edge> ranked) {
    BigDecimal from = BigDecimal.ZERO;
    for (Edge edge : ranked) {
      Splits splits = Splits.of(edge.when(), from);
      Map<Split, Part> own = new HashMap<>();
      splits
          .parts()
          .forEach(
              (percent, part) -> own.put(new Split(percent), new Part(part.from(), part.to())));
      from = splits.end();
      parts.put(edge.id(), own);
    }
    sums.put(node, from);
  }

  /** The parts of the splits of an edge; none where those of its node make no sense. */
  Map<Split, Part> parts(Edge edge) {
    boolean sensible = sums.getOrDefault(edge.from(), BigDecimal.ZERO).compareTo(EVERYBODY) <= 0;
    return sensible ? parts.getOrDefault(edge.id(), Map.of()) : Map.of();
  }

  /** Tells nodes of which more than everybody is led away. */
  void check(Findings findings) {
    sums.forEach(
        (node, sum) -> {
          if (sum.compareTo(EVERYBODY) > 0) {
            findings.error(
                "nodes." + node,
                "Expected the splits of '%s' to add up to at most 100%%, but they come to %s%%."
                    .formatted(node, sum.toPlainString()),
                "Maybe lower one of them: those of all its edges are parts of one whole.");
          }
        });
  }
}
