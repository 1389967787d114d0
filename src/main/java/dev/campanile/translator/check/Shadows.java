package dev.campanile.translator.check;

import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.Concern;
import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Condition.Happening;
import dev.campanile.campaign.Edge;
import dev.campanile.campaign.Entry;
import dev.campanile.campaign.Trigger;
import dev.campanile.translator.logic.Formula;
import dev.campanile.translator.logic.Search;
import dev.campanile.translator.logic.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds edges and entries that hold only where one ranked before them holds, too. */
final class Shadows {

  /** How many higher-ranked edges one is compared with: all pairs of a thousand take minutes. */
  private static final int MOST_COMPARED = 20;

  private static final String ADVICE = "Maybe rank it higher, or delete it.";

  private final Views views;
  private final CampaignGraph graph;
  private final Findings findings;

  Shadows(Views views, Findings findings) {
    this.views = views;
    this.graph = views.graph();
    this.findings = findings.of(Concern.SHADOWED);
  }

  void check() {
    graph.edges().forEach(this::checkEdge);
    List<Integer> before = new ArrayList<>();
    for (int i = 0; i < graph.entries().size(); i++) {
      if (graph.entries().get(i) instanceof Entry.When entry) {
        checkEntry(i, entry, before);
        before.add(i);
      }
    }
  }

  private void checkEdge(Edge edge) {
    List<Edge> before =
        views.before(edge).stream()
            .limit(MOST_COMPARED)
            .filter(higher -> !asksRules(higher.when()))
            .toList();
    Formula holds = views.of(edge);
    if (before.isEmpty() || Search.decide(holds) == Verdict.IMPOSSIBLE) {
      return;
    }
    Optional<Edge> sole =
        before.stream().filter(higher -> Search.implies(holds, views.of(higher))).findFirst();
    if (sole.isPresent()) {
      tell(views.pointer(edge), "edge '" + edge.id() + "'", sole.get().id(), views.of(sole.get()));
    } else if (Search.implies(holds, Formula.any(before.stream().map(views::of)))) {
      findings.warning(
          views.pointer(edge),
          "Expected edge '%s' to be taken at times, but one of those before it holds whenever it does."
              .formatted(edge.id()),
          ADVICE);
    }
  }

  private void checkEntry(int index, Entry.When entry, List<Integer> before) {
    Formula holds = views.of(entry.when(), Views.ENTRY);
    if (Search.decide(holds) == Verdict.IMPOSSIBLE) {
      return;
    }
    for (int other : before.subList(0, Math.min(before.size(), MOST_COMPARED))) {
      Trigger trigger = ((Entry.When) graph.entries().get(other)).when();
      Formula higher = views.of(trigger, Views.ENTRY);
      if (judgedAtItsEvents(trigger) && Search.implies(holds, higher)) {
        tell("entry[" + index + "]", "this entry", "entry-" + (other + 1), higher);
        return;
      }
    }
  }

  private void tell(String pointer, String what, String higher, Formula holding) {
    findings.warning(
        pointer,
        "Expected %s to be taken at times, but '%s' before it %s."
            .formatted(
                what,
                higher,
                holding.equals(Formula.TRUE) ? "always holds" : "holds whenever it does"),
        ADVICE);
  }

  /** Entries are judged at what they themselves read; one that needs an event misses none. */
  private static boolean judgedAtItsEvents(Trigger trigger) {
    return trigger.cells().rows().stream()
        .anyMatch(
            row ->
                row.stream()
                    .allMatch(cell -> cell.condition() instanceof Happening && !cell.latches()));
  }

  /** A rule set may change its mind without giving cause to judge. */
  private static boolean asksRules(Trigger trigger) {
    return Views.conditions(trigger).anyMatch(Condition.Rules.class::isInstance);
  }
}
