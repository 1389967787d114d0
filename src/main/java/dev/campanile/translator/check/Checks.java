package dev.campanile.translator.check;

import dev.campanile.campaign.Action;
import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.Node;
import dev.campanile.campaign.Templates;
import dev.campanile.campaign.Violation;
import dev.campanile.campaign.text.Reading;
import dev.campanile.campaign.text.SourceMap;
import java.util.List;

/**
 * What a campaign that reads well may still have wrong. All of it is told at once, each with its
 * place and advice. Thread-safe.
 */
public final class Checks {

  private final Offer offer;
  private final Templates templates;

  public Checks(Offer offer, Templates templates) {
    this.offer = offer;
    this.templates = templates;
  }

  /** Errors and warnings, by place. */
  public List<Violation> of(CampaignGraph graph, SourceMap sources) {
    var findings = new Findings(sources);
    new Unexecuted(graph, findings).check();
    new Reachability(graph, findings).check();
    new Cycles(graph, findings).check();
    var scopes = new Scopes(graph, offer);
    new Variables(graph, scopes, findings).check();
    new Wording(graph, scopes, offer, templates, findings).check();
    graph.nodes().values().forEach(node -> checkActions(node, findings));
    return findings.sorted();
  }

  /** What the engine could not run, whoever published it. */
  public static List<Violation> unexecuted(Reading.Read read) {
    var findings = new Findings(read.sources());
    new Unexecuted(read.graph(), findings).check();
    return findings.sorted();
  }

  private void checkActions(Node node, Findings findings) {
    for (int i = 0; i < node.actions().size(); i++) {
      Action action = node.actions().get(i);
      String pointer = "nodes." + node.id() + ".actions[" + i + "]." + action.kind();
      for (String problem : offer.problems(action)) {
        String[] lines = problem.split("\\R", 2);
        findings.error(pointer, lines[0], lines.length > 1 ? lines[1] : "");
      }
    }
  }
}
