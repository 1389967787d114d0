package dev.campanile.translator.check;

import dev.campanile.campaign.Action;
import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.Node;
import dev.campanile.campaign.Templates;
import dev.campanile.campaign.Violation;
import dev.campanile.campaign.text.Reading;
import dev.campanile.campaign.text.SourceMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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

  /**
   * Errors and warnings, by place.
   *
   * @param files what is wrong with a file that the campaign names, perhaps with a line of advice
   */
  public List<Violation> of(
      CampaignGraph graph, SourceMap sources, Function<String, Optional<String>> files) {
    var findings = new Findings(sources);
    new Unexecuted(graph, findings).check();
    new Reachability(graph, findings).check();
    new Cycles(graph, findings).check();
    var scopes = new Scopes(graph, offer);
    new Variables(graph, scopes, findings).check();
    new Wording(graph, scopes, offer, templates, findings).check();
    new NamedFiles(graph, files, findings).check();
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
        findings.error(pointer, problem);
      }
    }
  }
}
