package dev.campanile.translator.check;

import dev.campanile.campaign.ActionId;
import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.Concern;
import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Condition.Settled;
import dev.campanile.campaign.Edge;
import dev.campanile.campaign.Node;
import dev.campanile.campaign.Schedule;
import dev.campanile.campaign.Trigger;
import dev.campanile.translator.logic.Circumstances;
import dev.campanile.translator.logic.Example;
import dev.campanile.translator.logic.Formula;
import dev.campanile.translator.logic.Search;
import dev.campanile.translator.logic.Standpoint;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds nodes at which some users stay for ever, and events that are waited for in vain. */
final class Waits {

  private final Views views;
  private final CampaignGraph graph;
  private final Findings findings;

  Waits(Views views, Findings findings) {
    this.views = views;
    this.graph = views.graph();
    this.findings = findings;
  }

  void check() {
    boolean stopped =
        graph.schedule().atEnd() == Schedule.AtEnd.STOP && graph.schedule().end().isPresent();
    for (Node node : graph.nodes().values()) {
      List<Edge> ways = views.leaving(node.id());
      if (!ways.isEmpty() && !stopped) {
        stranded(node, ways).ifPresent(example -> tell(node, ways, example));
      }
    }
    graph.edges().forEach(this::checkMoments);
  }

  /** A user who stays where nothing more happens, if there certainly can be one. */
  private Optional<Example> stranded(Node node, List<Edge> ways) {
    Formula stays = Formula.all(ways.stream().map(way -> views.of(way).not()));
    return Search.example(Formula.all(stays, Circumstances.atLast(stays), settled(node, ways)));
  }

  /** In the end, each action of the node that is asked for has succeeded or failed. */
  private Formula settled(Node node, List<Edge> ways) {
    return Formula.all(
        ways.stream()
            .flatMap(way -> Views.conditions(way.when()))
            .filter(Settled.class::isInstance)
            .map(settled -> ((Settled) settled).action())
            .distinct()
            .filter(action -> orders(Stream.of(node), action))
            .map(action -> Formula.any(settled(action, true), settled(action, false))));
  }

  private Formula settled(ActionId action, boolean succeeded) {
    return views.of(new Settled(action, succeeded), Standpoint.of(""));
  }

  private void tell(Node node, List<Edge> ways, Example example) {
    if (ways.stream().allMatch(Waits::choosesOnArrival) && branches(ways)) {
      String who = String.join(", ", example.profile());
      findings
          .of(Concern.GAP)
          .warning(
              "nodes." + node.id(),
              "Expected an edge for everybody who comes to '%s', but some find none%s."
                  .formatted(node.id(), who.isEmpty() ? "" : ": " + who),
              "Maybe add a last edge with always.");
    } else {
      findings
          .of(Concern.WAITS_FOREVER)
          .warning(
              "nodes." + node.id(),
              "Expected a limit to the wait at '%s', but users for whom nothing more happens stay for ever."
                  .formatted(node.id()),
              "Maybe add an edge with after P30D.");
    }
  }

  private static boolean branches(List<Edge> ways) {
    return ways.size() > 1
        || Views.conditions(ways.getFirst().when()).anyMatch(Condition.Split.class::isInstance);
  }

  private static boolean choosesOnArrival(Edge edge) {
    return Views.conditions(edge.when())
        .allMatch(
            condition ->
                condition instanceof Condition.Profile
                    || condition instanceof Condition.Split
                    || condition instanceof Condition.Always);
  }

  private void checkMoments(Edge edge) {
    Optional<Condition> event = only(edge.when(), Waits::isEventAtItsInstant);
    Optional<Condition> deadline =
        only(edge.when(), cell -> cell.condition() instanceof Condition.Deadline);
    if (event.isPresent() && deadline.isPresent()) {
      findings
          .of(Concern.MISSED_MOMENT)
          .warning(
              views.pointer(edge) + ".when",
              "Expected '%s' to be waited for all the time, but it counts only once '%s' is due."
                  .formatted(Conflict.text(event.get()), Conflict.text(deadline.get())),
              "Maybe count it, as in count(order.paid) gte 1, or wait at a node of its own.");
    }
    Views.conditions(edge.when())
        .filter(condition -> isElsewhere(condition, edge))
        .findFirst()
        .ifPresent(settled -> tellElsewhere(edge, settled));
  }

  private void tellElsewhere(Edge edge, Condition settled) {
    findings
        .of(Concern.MISSED_MOMENT)
        .warning(
            views.pointer(edge) + ".when",
            "Expected '%s' to be waited for where the action is ordered, but at '%s' it may be over already."
                .formatted(Conflict.text(settled), edge.from()),
            "Maybe lead this edge from the node of the action.");
  }

  /** Whether it is the result of an action that other nodes order, and this one does not. */
  private boolean isElsewhere(Condition condition, Edge edge) {
    return condition instanceof Settled(var id, boolean succeeded)
        && !orders(Stream.of(graph.nodes().get(edge.from())), id)
        && orders(graph.nodes().values().stream(), id);
  }

  private static boolean orders(Stream<Node> nodes, ActionId id) {
    return nodes.flatMap(node -> node.actions().stream()).anyMatch(a -> a.id().equals(id));
  }

  /** The first cell of a row that has such cells alone. */
  private static Optional<Condition> only(Trigger trigger, Predicate<Trigger.Cell> such) {
    return trigger.cells().rows().stream()
        .filter(row -> row.stream().allMatch(such))
        .map(row -> row.getFirst().condition())
        .findFirst();
  }

  private static boolean isEventAtItsInstant(Trigger.Cell cell) {
    return !cell.latches()
        && cell.condition() instanceof Condition.Happening
        && !(cell.condition() instanceof Condition.Cron);
  }
}
