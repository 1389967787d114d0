package dev.campanile.translator;

import dev.campanile.campaign.Action;
import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.Node;
import dev.campanile.campaign.Violation;
import dev.campanile.campaign.text.SourceMap;
import java.util.List;

/**
 * What a campaign that reads well may still have wrong. All of it is told at once, each with its
 * place and advice. Thread-safe.
 */
public final class Checks {

  private final Offer offer;

  public Checks(Offer offer) {
    this.offer = offer;
  }

  /** Errors and warnings, by place. */
  public List<Violation> of(CampaignGraph graph, SourceMap sources) {
    var findings = new Findings(sources);
    new Unexecuted(graph, findings).check();
    new Reachability(graph, findings).check();
    new Cycles(graph, findings).check();
    new Variables(graph, findings).check();
    graph.nodes().values().forEach(node -> checkActions(node, findings));
    return findings.sorted();
  }

  private void checkActions(Node node, Findings findings) {
    for (int i = 0; i < node.actions().size(); i++) {
      Action action = node.actions().get(i);
      String pointer = "nodes." + node.id() + ".actions[" + i + "]." + action.kind();
      offer.problems(action).forEach(problem -> findings.error(pointer, problem, ""));
      if (action.parameters().values().get("pool") instanceof String pool && isUnknown(pool)) {
        findings.error(
            pointer + ".pool",
            "Expected a coupon pool, but there is none named '%s'.".formatted(pool),
            "Maybe add its codes first: POST /v1/coupon-pools/%s/codes.".formatted(pool));
      }
    }
  }

  /** A name that is only known when a user arrives cannot be checked. */
  private boolean isUnknown(String pool) {
    return !pool.contains("{") && !offer.hasPool(pool);
  }
}
