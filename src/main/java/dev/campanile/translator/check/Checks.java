package dev.campanile.translator.check;

import dev.campanile.campaign.Action;
import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.Caps;
import dev.campanile.campaign.Concern;
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
    var views = new Views(graph);
    var scopes = new Scopes(graph, offer);
    Findings references = findings.of(Concern.REFERENCE);
    new Unexecuted(graph, findings.of(Concern.NOT_EXECUTED)).check();
    new Variables(graph, scopes, references).check();
    new Wording(graph, scopes, offer, templates, references).check();
    new NamedFiles(graph, files, findings.of(Concern.FILE)).check();
    new Reachability(views, findings).check();
    new Contradictions(views, findings).check();
    new Audiences(views, findings).check();
    new Cycles(views, findings).check();
    new Shadows(views, findings).check();
    new Waits(views, findings).check();
    new Frames(views, findings).check();
    views.shares().check(findings.of(Concern.SPLITS_OVER_100));
    graph.nodes().values().forEach(node -> checkActions(node, findings.of(Concern.ACTION)));
    return findings.sorted();
  }

  /** What had better be looked at in frequency caps that read well. */
  public List<Violation> of(Caps caps, SourceMap sources) {
    var findings = new Findings(sources);
    new Loads(caps, offer, findings).check();
    return findings.sorted();
  }

  /** What the engine could not run, whoever published it. */
  public static List<Violation> unexecuted(Reading.Read read) {
    var findings = new Findings(read.sources()).of(Concern.NOT_EXECUTED);
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
