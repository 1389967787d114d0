package dev.campanile.engine.monitor;

import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.Edge;
import dev.campanile.engine.monitor.Pulses.Flow;
import dev.campanile.engine.monitor.Pulses.Kind;
import dev.campanile.engine.monitor.Pulses.Waiting;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many came how far through a campaign, whether it happened or was predicted.
 *
 * @param nodes by id, all of the graph's, as written
 * @param edges by id, entries first: how often each was followed
 * @param reached how many reached the goal
 * @param ended by how they ended
 * @param refused entries, by what stopped them
 */
public record Funnel(
    long entered,
    Map<String, Stage> nodes,
    Map<String, Long> edges,
    long reached,
    SortedMap<String, Long> ended,
    SortedMap<String, Long> refused) {

  /**
   * A node.
   *
   * @param left by an edge
   * @param waiting are there now
   * @param ended there, whatever ended them
   */
  public record Stage(long arrived, long left, long waiting, long ended) {}

  /** Laid over a graph: what it does not have is not counted. */
  public static Funnel of(CampaignGraph graph, List<Flow> flows, List<Waiting> waiting) {
    Map<String, Long> followed = sums(flows, Kind.MOVED, true);
    Map<String, Long> arrived = sums(flows, Kind.MOVED, false);
    Map<String, Long> over = sums(flows, Kind.ENDED, false);
    Map<String, Long> there = new HashMap<>();
    waiting.forEach(one -> there.merge(one.node().text(), one.count(), Long::sum));
    Map<String, Long> edges = new LinkedHashMap<>();
    graph.ways().forEach(way -> edges.put(way, followed.getOrDefault(way, 0L)));
    Map<String, Stage> nodes = new LinkedHashMap<>();
    graph
        .nodes()
        .keySet()
        .forEach(
            node -> {
              long left = graph.leaving(node).stream().map(Edge::id).mapToLong(edges::get).sum();
              String id = node.text();
              nodes.put(id, new Stage(of(arrived, id), left, of(there, id), of(over, id)));
            });
    long entered = graph.ways().stream().limit(graph.entries().size()).mapToLong(edges::get).sum();
    return new Funnel(
        entered,
        nodes,
        edges,
        sums(flows, Kind.REACHED, true).values().stream().mapToLong(Long::longValue).sum(),
        sums(flows, Kind.ENDED, true),
        sums(flows, Kind.REFUSED, true));
  }

  private static long of(Map<String, Long> counts, String name) {
    return counts.getOrDefault(name, 0L);
  }

  /** By the name of what happened, or by the node. */
  private static SortedMap<String, Long> sums(List<Flow> flows, Kind kind, boolean byName) {
    SortedMap<String, Long> sums = new TreeMap<>();
    flows.stream()
        .filter(flow -> flow.kind() == kind && flow.total() > 0)
        .forEach(flow -> sums.merge(byName ? flow.name() : flow.node(), flow.total(), Long::sum));
    return sums;
  }
}
