package dev.campanile.translator.check;

import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Condition.Aggregate;
import dev.campanile.campaign.Condition.Function;
import dev.campanile.campaign.Condition.Profile;
import dev.campanile.campaign.Condition.Since;
import dev.campanile.campaign.Edge;
import dev.campanile.campaign.NodeId;
import dev.campanile.campaign.Operand;
import dev.campanile.campaign.Operator;
import dev.campanile.campaign.Trigger;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds ways round on which neither time nor an event passes: all their edges may hold on arrival,
 * at one and the same instant.
 */
final class Cycles {

  /** Enough for any graph that a person has drawn; beyond it the search gives up. */
  private static final int MOST_STEPS = 20_000;

  /** The longest way round that is looked for; a longer one is stopped by the engine. */
  private static final int LONGEST = 500;

  private final CampaignGraph graph;
  private final Findings findings;
  private final Set<Set<NodeId>> told = new HashSet<>();
  private int steps;

  Cycles(CampaignGraph graph, Findings findings) {
    this.graph = graph;
    this.findings = findings;
  }

  void check() {
    Map<NodeId, List<Edge>> leaving =
        graph.edges().stream().collect(Collectors.groupingBy(Edge::from));
    graph.nodes().keySet().forEach(node -> walk(node, leaving, new ArrayList<>()));
  }

  private void walk(NodeId here, Map<NodeId, List<Edge>> leaving, List<Edge> way) {
    for (Edge edge : leaving.getOrDefault(here, List.of())) {
      if (++steps > MOST_STEPS || way.size() == LONGEST || !mayHoldOnArrival(edge.when())) {
        continue;
      }
      way.add(edge);
      if (edge.to().equals(way.getFirst().from())) {
        tell(way);
      } else if (way.stream().noneMatch(former -> former.from().equals(edge.to()))) {
        walk(edge.to(), leaving, way);
      }
      way.removeLast();
    }
  }

  private void tell(List<Edge> way) {
    boolean possible = compatible(way);
    if (possible && told.add(way.stream().map(Edge::from).collect(Collectors.toSet()))) {
      String path =
          way.stream().map(edge -> edge.from().text()).collect(Collectors.joining(" -> "));
      findings.error(
          "edges[" + graph.edges().indexOf(way.getFirst()) + "]",
          "Expected time or an event to pass on every way round, but users may go round at once: %s -> %s."
              .formatted(path, way.getFirst().from()),
          "Maybe add [\"after PT1M\"] to one of these edges, or an event.");
    }
  }

  private static boolean mayHoldOnArrival(Trigger trigger) {
    return trigger.cells().rows().stream().allMatch(row -> !onArrival(row).isEmpty());
  }

  private static List<Condition> onArrival(List<Trigger.Cell> row) {
    return row.stream().map(Trigger.Cell::condition).filter(Cycles::mayHoldOnArrival).toList();
  }

  private static boolean mayHoldOnArrival(Condition condition) {
    return switch (condition) {
      case Condition.Happening happening -> false;
      case Condition.Deadline deadline -> false;
      case Aggregate aggregate -> mayHoldOnArrival(aggregate);
      case Condition.Standing standing -> true;
    };
  }

  /** Since the node, nothing is counted yet: a count or sum is 0, an average or extreme is none. */
  private static boolean mayHoldOnArrival(Aggregate aggregate) {
    if (aggregate.tally().since() != Since.NODE) {
      return true;
    }
    Function function = aggregate.tally().function();
    boolean zero =
        function == Function.COUNT || function == Function.SUM || function == Function.DISTINCT;
    return zero && mayHoldOfZero(aggregate.operator(), aggregate.operand());
  }

  private static boolean mayHoldOfZero(Operator operator, Operand operand) {
    if (!(operand instanceof Operand.Literal(BigDecimal number))) {
      return true;
    }
    int sign = -number.signum();
    return switch (operator) {
      case EQ -> sign == 0;
      case NE -> sign != 0;
      case GT -> sign > 0;
      case GTE -> sign >= 0;
      case LT -> sign < 0;
      case LTE -> sign <= 0;
      default -> true;
    };
  }

  /** Whether no two conditions that must hold on this way exclude each other. */
  private static boolean compatible(List<Edge> way) {
    List<Condition> needed = way.stream().flatMap(edge -> needed(edge.when())).distinct().toList();
    return needed.stream().noneMatch(one -> needed.stream().anyMatch(other -> exclude(one, other)));
  }

  private static Stream<Condition> needed(Trigger trigger) {
    return trigger.cells().rows().stream()
        .map(Cycles::onArrival)
        .filter(row -> row.size() == 1)
        .map(List::getFirst);
  }

  private static boolean exclude(Condition one, Condition other) {
    if (one instanceof Profile(var a) && other instanceof Profile(var b)) {
      return a.path().equals(b.path())
          && exclude(a.operator(), a.operand(), b.operator(), b.operand());
    }
    return one instanceof Aggregate a
        && other instanceof Aggregate b
        && a.tally().equals(b.tally())
        && exclude(a.operator(), a.operand(), b.operator(), b.operand());
  }

  private static boolean exclude(Operator one, Operand a, Operator other, Operand b) {
    if (one == Operator.EQ && other == Operator.EQ) {
      return a instanceof Operand.Literal && b instanceof Operand.Literal && !a.equals(b);
    }
    return one.opposite().equals(Optional.of(other)) && a.equals(b);
  }
}
