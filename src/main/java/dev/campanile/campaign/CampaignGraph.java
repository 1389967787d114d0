package dev.campanile.campaign;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A campaign as its file states it: audience, schedule, participation rules, entries, nodes, edges.
 *
 * <p>Nodes, edges and entries keep the order they are written in: the edges of a node are ranked by
 * it.
 */
public record CampaignGraph(
    CampaignId id,
    String name,
    List<String> tags,
    Optional<Audience> audience,
    Schedule schedule,
    ParticipationRules participation,
    int priority,
    Optional<QuietHours> quietHours,
    Optional<Goal> goal,
    Optional<Trigger> exit,
    OnChange onChange,
    OnResume onResume,
    List<Entry> entries,
    Map<NodeId, Node> nodes,
    List<Edge> edges) {

  public CampaignGraph {
    tags = List.copyOf(tags);
    entries = List.copyOf(entries);
    nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
    edges = List.copyOf(edges);
  }

  /** The same for whom another rule holds when it replaces an earlier version. */
  public CampaignGraph with(OnChange otherwise) {
    return new CampaignGraph(
        id,
        name,
        tags,
        audience,
        schedule,
        participation,
        priority,
        quietHours,
        goal,
        exit,
        otherwise,
        onResume,
        entries,
        nodes,
        edges);
  }

  /** Every trigger in it: of audience, entries, edges, goal and exit. */
  public Stream<Trigger> triggers() {
    return Stream.of(
            audience.stream().flatMap(Audience::triggers),
            entries.stream().flatMap(entry -> entry.trigger().stream()),
            edges.stream().map(Edge::when),
            goal.map(Goal::when).stream(),
            exit.stream())
        .flatMap(part -> part);
  }

  /** The files that it names, each once: lists of users, and outlines of areas. */
  public Set<String> files() {
    Stream<String> outlines =
        triggers()
            .flatMap(trigger -> trigger.cells().rows().stream().flatMap(List::stream))
            .flatMap(cell -> Area.of(cell.condition()).stream())
            .filter(Area.Outline.class::isInstance)
            .map(area -> ((Area.Outline) area).file());
    Stream<String> lists = audience.stream().flatMap(Audience::lists);
    return Stream.concat(outlines, lists).collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * The node at which whoever is at a node of an earlier version goes on under this one; empty
   * where they finish there.
   */
  public Optional<NodeId> successor(NodeId former) {
    return onChange.successor(former).filter(nodes::containsKey);
  }

  /** The ids of all ways: the entries as ranked, {@code entry-1} and so on, then the edges. */
  public List<String> ways() {
    List<String> ways = new ArrayList<>();
    for (int rank = 1; rank <= entries.size(); rank++) {
      ways.add("entry-" + rank);
    }
    edges.forEach(edge -> ways.add(edge.id()));
    return ways;
  }

  /** The edges that leave a node, as ranked. */
  public List<Edge> leaving(NodeId node) {
    return edges.stream().filter(edge -> edge.from().equals(node)).toList();
  }
}
