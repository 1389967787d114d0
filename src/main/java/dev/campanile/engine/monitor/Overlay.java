package dev.campanile.engine.monitor;

import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.NodeId;
import dev.campanile.engine.monitor.Pulses.Flow;
import dev.campanile.engine.monitor.Pulses.Kind;
import dev.campanile.engine.monitor.Pulses.Pulse;
import dev.campanile.engine.monitor.Pulses.Waiting;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What goes on in a campaign, laid over the graph of one of its versions. What other versions share
 * with it by name is counted there; those who wait where it has no node are told apart.
 *
 * @param nodes by id, all of the graph's
 * @param edges by id, entries among them: {@code thank-vip}, {@code entry-1}
 * @param former by version and node, those who wait at nodes that the graph does not have
 */
public record Overlay(
    Map<String, Place> nodes,
    Map<String, Way> edges,
    SortedMap<Integer, SortedMap<String, Place>> former,
    long entered,
    long reached,
    SortedMap<String, Long> ended,
    SortedMap<String, Long> refused) {

  /** A node: who waits there, and how many arrivals there were. */
  public record Place(long waiting, long arrived) {

    private static final Place NOBODY = new Place(0, 0);

    private Place plus(Place more) {
      return new Place(waiting + more.waiting, arrived + more.arrived);
    }
  }

  /** An edge or entry: how often it was followed. */
  public record Way(long total, long lastMinute) {

    private static final Way NEVER = new Way(0, 0);

    private Way plus(Way more) {
      return new Way(total + more.total, lastMinute + more.lastMinute);
    }
  }

  public static Overlay of(Pulse pulse, CampaignGraph graph) {
    Map<String, Place> nodes = nodes(graph);
    Map<String, Way> edges = edges(graph);
    SortedMap<Integer, SortedMap<String, Place>> former = former(pulse, nodes);
    pulse
        .waiting()
        .forEach(w -> add(nodes, former, w.version(), w.node().text(), new Place(w.count(), 0)));
    for (Flow flow : pulse.flows()) {
      if (flow.kind() == Kind.MOVED) {
        add(nodes, former, flow.version(), flow.node(), new Place(0, flow.total()));
        Way way = new Way(flow.total(), flow.lastMinute());
        edges.computeIfPresent(flow.name(), (id, was) -> was.plus(way));
      }
    }
    long entered =
        pulse.flows().stream().filter(Overlay::isEntry).mapToLong(flow -> flow.total()).sum();
    SortedMap<String, Long> reached = sums(pulse, Kind.REACHED);
    return new Overlay(
        nodes,
        edges,
        former,
        entered,
        reached.values().stream().mapToLong(Long::longValue).sum(),
        sums(pulse, Kind.ENDED),
        sums(pulse, Kind.REFUSED));
  }

  private static Map<String, Place> nodes(CampaignGraph graph) {
    Map<String, Place> nodes = new LinkedHashMap<>();
    graph.nodes().keySet().forEach(node -> nodes.put(node.text(), Place.NOBODY));
    return nodes;
  }

  private static Map<String, Way> edges(CampaignGraph graph) {
    Map<String, Way> edges = new LinkedHashMap<>();
    graph.ways().forEach(way -> edges.put(way, Way.NEVER));
    return edges;
  }

  private static SortedMap<Integer, SortedMap<String, Place>> former(
      Pulse pulse, Map<String, Place> nodes) {
    SortedMap<Integer, SortedMap<String, Place>> former = new TreeMap<>();
    for (Waiting waiting : pulse.waiting()) {
      NodeId node = waiting.node();
      if (!nodes.containsKey(node.text())) {
        former
            .computeIfAbsent(waiting.version(), version -> new TreeMap<>())
            .put(node.text(), Place.NOBODY);
      }
    }
    return former;
  }

  private static void add(
      Map<String, Place> nodes,
      SortedMap<Integer, SortedMap<String, Place>> former,
      int version,
      String node,
      Place more) {
    if (nodes.computeIfPresent(node, (id, was) -> was.plus(more)) == null
        && former.containsKey(version)) {
      former.get(version).computeIfPresent(node, (id, was) -> was.plus(more));
    }
  }

  /** No edge is called so: those are called by the nodes at both ends. */
  private static boolean isEntry(Flow flow) {
    return flow.kind() == Kind.MOVED && flow.name().matches("entry-\\d+");
  }

  private static SortedMap<String, Long> sums(Pulse pulse, Kind kind) {
    SortedMap<String, Long> sums = new TreeMap<>();
    pulse.flows().stream()
        .filter(flow -> flow.kind() == kind)
        .forEach(flow -> sums.merge(flow.name(), flow.total(), Long::sum));
    return sums;
  }
}
