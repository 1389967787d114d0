package dev.campanile.translator.check;

import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Condition.Aggregate;
import dev.campanile.campaign.Node;
import dev.campanile.campaign.text.CampaignText;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Refuses what the language has and the engine does not execute yet: a campaign either does all
 * that it says, or is not published.
 */
final class Unexecuted {

  private final CampaignGraph graph;
  private final Findings findings;

  Unexecuted(CampaignGraph graph, Findings findings) {
    this.graph = graph;
    this.findings = findings;
  }

  void check() {
    graph.nodes().values().forEach(this::checkValues);
    for (Sites.Site site : Sites.all(graph)) {
      site.cells(findings.sources()).forEach(this::checkCell);
    }
  }

  private void checkValues(Node node) {
    for (int i = 0; i < node.actions().size(); i++) {
      var action = node.actions().get(i);
      String pointer = "nodes." + node.id() + ".actions[" + i + "]." + action.kind();
      checkValue(pointer, action.parameters().values());
    }
  }

  private void checkValue(String pointer, Object value) {
    switch (value) {
      case Map<?, ?> map when map.keySet().equals(Set.of("rules")) ->
          findings.unexecuted(pointer, "a value of 'rules'");
      case Map<?, ?> map -> map.forEach((key, inner) -> checkValue(pointer + "." + key, inner));
      case List<?> list -> {
        for (int i = 0; i < list.size(); i++) {
          checkValue(pointer + "[" + i + "]", list.get(i));
        }
      }
      default -> {}
    }
  }

  private void checkCell(Sites.Cell cell) {
    boolean executed =
        switch (cell.condition()) {
          case Condition.Occurs occurs -> true;
          case Condition.After after -> true;
          case Condition.Profile profile -> true;
          case Condition.Always always -> true;
          case Aggregate aggregate -> true;
          case Condition.Enters c -> true;
          case Condition.Exits c -> true;
          case Condition.Settled c -> true;
          case Condition.Inside c -> true;
          case Condition.Dwell c -> true;
          case Condition.Split c -> true;
          case Condition.Cron c -> true;
          case Condition.At c -> true;
          case Condition.On c -> true;
          case Condition.During c -> true;
          case Condition.Rules c -> false;
        };
    if (!executed) {
      findings.unexecuted(cell.pointer(), "'" + CampaignText.text(cell.condition()) + "'");
    }
  }
}
