package dev.campanile.engine.state;

import dev.campanile.campaign.Action;
import dev.campanile.campaign.ActionId;
import dev.campanile.campaign.Attached;
import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Condition.Since;
import dev.campanile.campaign.Condition.Tally;
import dev.campanile.campaign.Edge;
import dev.campanile.campaign.Entry;
import dev.campanile.campaign.NodeId;
import dev.campanile.campaign.Schedule;
import dev.campanile.campaign.Trigger;
import dev.campanile.campaign.WallClock;
import dev.campanile.engine.rule.Moment;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One version of a campaign as a finite state machine: for each place, the guards of the ways that
 * leave it.
 *
 * @param attached what the version brings along
 * @param entry the place before the first node: its guards are the ranked entries
 * @param stops the place of each node
 * @param beside its goal and its exit, which are judged before the edges of any node
 * @param sinceEntry what is counted from the entry on, whatever node a user is at
 * @param renderings the parameters of its actions, ready to be filled
 */
public record Machine(
    CampaignKey key,
    CampaignGraph graph,
    Attached attached,
    Stop entry,
    Map<NodeId, Stop> stops,
    Stop beside,
    List<Named<Tally>> sinceEntry,
    Map<ActionId, Rendering> renderings) {

  /** One that users can walk through. */
  public static Machine of(CampaignKey key, CampaignGraph graph, Attached attached, Texts texts) {
    return of(key, graph, attached, renderings(graph, texts));
  }

  /** One whose rules alone are of interest: it can order nothing. */
  public static Machine of(CampaignKey key, CampaignGraph graph) {
    return of(key, graph, Attached.NOTHING, Map.of());
  }

  private static Machine of(
      CampaignKey key,
      CampaignGraph graph,
      Attached attached,
      Map<ActionId, Rendering> renderings) {
    Map<NodeId, Stop> stops = new LinkedHashMap<>();
    graph.nodes().keySet().forEach(node -> stops.put(node, Stop.of(guards(key, graph, node))));
    Stop beside = Stop.of(beside(key, graph));
    List<Named<Tally>> sinceEntry =
        Stream.concat(stops.values().stream(), Stream.of(beside))
            .flatMap(stop -> stop.tallies().stream())
            .filter(tally -> tally.meaning().since() == Since.ENTRY)
            .distinct()
            .toList();
    stops.replaceAll((node, stop) -> stop.counting(sinceEntry));
    return new Machine(
        key,
        graph,
        attached,
        Stop.of(entries(key, graph)),
        Map.copyOf(stops),
        beside,
        sinceEntry,
        renderings);
  }

  /** The areas that some deadline asks how long one has been in. */
  List<Haunt> haunts() {
    return Stream.concat(stops.values().stream(), Stream.of(beside))
        .flatMap(stop -> stop.guards().stream())
        .flatMap(guard -> guard.deadlines().stream())
        .flatMap(
            deadline ->
                deadline.meaning() instanceof Condition.Dwell dwell
                    ? Stream.of(haunt(dwell))
                    : Stream.empty())
        .distinct()
        .toList();
  }

  Haunt haunt(Condition.Dwell dwell) {
    return Haunt.of(key, dwell.area(), attached.fences().get(dwell.area()));
  }

  public Stop at(NodeId node) {
    return stops.get(node);
  }

  Rendering rendering(Action action) {
    Rendering rendering = renderings.get(action.id());
    if (rendering == null) {
      throw new IllegalStateException(
          "Expected a machine that can order %s, but it was made for its rules alone."
              .formatted(action.id()));
    }
    return rendering;
  }

  /** All guards: entries, goal and exit, then the edges as written. */
  public List<Guard> guards() {
    Stream<Guard> edges =
        graph.nodes().keySet().stream().flatMap(node -> at(node).guards().stream());
    return Stream.of(entry.guards().stream(), beside.guards().stream(), edges)
        .flatMap(part -> part)
        .toList();
  }

  /** The guard of the goal, where it has one. */
  Optional<Guard> goal() {
    return graph.goal().map(goal -> beside.guards().getFirst());
  }

  /** The guard of the exit, where it has one. */
  Optional<Guard> exit() {
    return graph.exit().map(exit -> beside.guards().getLast());
  }

  /** When everybody who is inside is stopped, on the schedule's clock. */
  Optional<Instant> closing(ZoneId zone) {
    return graph.schedule().atEnd() == Schedule.AtEnd.STOP
        ? graph.schedule().end().map(end -> WallClock.instant(end, zone))
        : Optional.empty();
  }

  /** Goal before exit. */
  private static List<Guard> beside(CampaignKey key, CampaignGraph graph) {
    Stream<Guard> goal = graph.goal().stream().map(aim -> Guard.beside(key, "goal", aim.when()));
    Stream<Guard> exit = graph.exit().stream().map(when -> Guard.beside(key, "exit", when));
    return Stream.concat(goal, exit).toList();
  }

  private static Map<ActionId, Rendering> renderings(CampaignGraph graph, Texts texts) {
    return graph.nodes().values().stream()
        .flatMap(node -> node.actions().stream())
        .collect(Collectors.toUnmodifiableMap(Action::id, action -> Rendering.of(action, texts)));
  }

  private static List<Guard> entries(CampaignKey key, CampaignGraph graph) {
    List<Guard> guards = new ArrayList<>();
    int rank = 0;
    for (Entry entry : graph.entries()) {
      rank++;
      if (entry instanceof Entry.When(Trigger when, NodeId to)) {
        guards.add(Guard.ofEntry(key + "/entry-" + rank, Moment.before(key), to, when));
      }
    }
    return guards;
  }

  private static List<Guard> guards(CampaignKey key, CampaignGraph graph, NodeId node) {
    List<Guard> guards = new ArrayList<>();
    BigDecimal splits = BigDecimal.ZERO;
    for (Edge edge : graph.leaving(node)) {
      String at = Moment.at(key, node);
      Guard guard = Guard.ofEdge(key + "/" + edge.id(), at, edge.to(), edge.when(), splits);
      splits = guard.splits().end();
      guards.add(guard);
    }
    return guards;
  }
}
