package dev.campanile.translator.check;

import dev.campanile.campaign.Action;
import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.Concern;
import dev.campanile.campaign.Condition.Settled;
import dev.campanile.campaign.Edge;
import dev.campanile.campaign.NodeId;
import dev.campanile.translator.logic.Circumstances;
import dev.campanile.translator.logic.Formula;
import dev.campanile.translator.logic.Search;
import dev.campanile.translator.logic.Standpoint;
import dev.campanile.translator.logic.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds ways round on which neither time nor an event passes: all their edges may be taken on
 * arrival, at one and the same instant. An action that settles is neither.
 */
final class Cycles {

  /** Enough for any graph that a person has drawn; beyond it the search gives up. */
  private static final int MOST_STEPS = 20_000;

  /** The longest way round that is looked for; a longer one is stopped by the engine. */
  private static final int LONGEST = 500;

  private final Views views;
  private final CampaignGraph graph;
  private final Findings findings;
  private final Map<Edge, Formula> onArrival = new HashMap<>();
  private final Set<Set<NodeId>> told = new HashSet<>();
  private int steps;

  Cycles(Views views, Findings findings) {
    this.views = views;
    this.graph = views.graph();
    this.findings = findings.of(Concern.ENDLESS_CYCLE);
  }

  void check() {
    for (Edge edge : graph.edges()) {
      Formula taken = taken(edge);
      if (Search.decide(taken) != Verdict.IMPOSSIBLE) {
        onArrival.put(edge, taken);
      }
    }
    graph.nodes().keySet().forEach(node -> walk(node, new ArrayList<>()));
  }

  /**
   * That nothing has happened at the node since the arrival, and this edge is the first to hold.
   */
  private Formula taken(Edge edge) {
    Formula first =
        Formula.all(
            Stream.concat(
                Stream.of(views.of(edge)),
                views.before(edge).stream().map(higher -> views.of(higher).not())));
    return Formula.all(first, Circumstances.onArrival(first, views.standpoint(edge)));
  }

  private void walk(NodeId here, List<Edge> way) {
    for (Edge edge : views.leaving(here)) {
      if (!onArrival.containsKey(edge) || ++steps > MOST_STEPS || way.size() == LONGEST) {
        continue;
      }
      way.add(edge);
      if (edge.to().equals(way.getFirst().from())) {
        judge(way);
      } else if (way.stream().noneMatch(former -> former.from().equals(edge.to()))) {
        walk(edge.to(), way);
      }
      way.removeLast();
    }
  }

  private void judge(List<Edge> way) {
    Set<NodeId> nodes = way.stream().map(Edge::from).collect(Collectors.toSet());
    if (told.contains(nodes)) {
      return;
    }
    Stream<Formula> holding = way.stream().map(onArrival::get);
    Verdict verdict =
        Search.decide(Formula.all(Stream.concat(holding, othersActionsAreOver(way, nodes))));
    if (verdict != Verdict.IMPOSSIBLE) {
      told.add(nodes);
      tell(way, verdict);
    }
  }

  private void tell(List<Edge> way, Verdict verdict) {
    String path = way.stream().map(edge -> edge.from().text()).collect(Collectors.joining(" -> "));
    String message =
        "Expected time or an event to pass on every way round, but users may go round at once: %s -> %s."
            .formatted(path, way.getFirst().from());
    String advice = "Maybe add [\"after PT1M\"] to one of these edges, or an event.";
    if (verdict == Verdict.POSSIBLE) {
      findings.error(views.pointer(way.getFirst()), message, advice);
    } else {
      findings.warning(views.pointer(way.getFirst()), message, advice);
    }
  }

  /** The way round orders only its own actions anew; those of others settle a few times at most. */
  private Stream<Formula> othersActionsAreOver(List<Edge> way, Set<NodeId> nodes) {
    Set<Object> ordered =
        nodes.stream()
            .flatMap(node -> graph.nodes().get(node).actions().stream())
            .map(Action::id)
            .collect(Collectors.toSet());
    return way.stream()
        .flatMap(edge -> Views.conditions(edge.when()))
        .filter(c -> c instanceof Settled settled && !ordered.contains(settled.action()))
        .map(settled -> views.of(settled, Standpoint.of("")).not());
  }
}
