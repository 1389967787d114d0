package dev.campanile.engine.state;

import dev.campanile.campaign.Action;
import dev.campanile.campaign.ActionId;
import dev.campanile.campaign.Attached;
import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.Condition.Since;
import dev.campanile.campaign.Condition.Tally;
import dev.campanile.campaign.Edge;
import dev.campanile.campaign.Entry;
import dev.campanile.campaign.NodeId;
import dev.campanile.campaign.Trigger;
import dev.campanile.engine.rule.Moment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One version of a campaign as a finite state machine: for each place, the guards of the ways that
 * leave it.
 *
 * @param attached what the version brings along
 * @param entry the place before the first node: its guards are the ranked entries
 * @param stops the place of each node
 * @param sinceEntry what is counted from the entry on, whatever node a user is at
 * @param renderings the parameters of its actions, ready to be filled
 */
public record Machine(
    CampaignKey key,
    CampaignGraph graph,
    Attached attached,
    Stop entry,
    Map<NodeId, Stop> stops,
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
    List<Named<Tally>> sinceEntry =
        stops.values().stream()
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
        sinceEntry,
        renderings);
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

  /** All guards, entries first, then the edges as written. */
  public List<Guard> guards() {
    Stream<Guard> edges =
        graph.nodes().keySet().stream().flatMap(node -> at(node).guards().stream());
    return Stream.concat(entry.guards().stream(), edges).toList();
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
        String at = Guard.soleOpener(when).map(Moment::openedBy).orElse(Moment.before(key));
        guards.add(Guard.of(key + "/entry-" + rank, at, to, when));
      }
    }
    return guards;
  }

  private static List<Guard> guards(CampaignKey key, CampaignGraph graph, NodeId node) {
    return graph.leaving(node).stream().map(edge -> guard(key, edge)).toList();
  }

  private static Guard guard(CampaignKey key, Edge edge) {
    return Guard.of(key + "/" + edge.id(), Moment.at(key, edge.from()), edge.to(), edge.when());
  }
}
