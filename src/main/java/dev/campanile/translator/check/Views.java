package dev.campanile.translator.check;

import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Edge;
import dev.campanile.campaign.NodeId;
import dev.campanile.campaign.Trigger;
import dev.campanile.translator.logic.Formula;
import dev.campanile.translator.logic.Meanings;
import dev.campanile.translator.logic.Standpoint;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The triggers of a campaign as formulas, each seen from where it stands. Not thread-safe. */
final class Views {

  static final Standpoint ENTRY = Standpoint.of("the entry");
  static final Standpoint AUDIENCE = Standpoint.of("the audience");

  private final CampaignGraph graph;
  private final Meanings meanings = new Meanings();
  private final Shares shares;
  private final Map<NodeId, List<Edge>> leaving;
  private final Map<String, Integer> places = new HashMap<>();
  private final Map<String, Formula> edges = new HashMap<>();
  private final Map<NodeId, Set<NodeId>> reached = new HashMap<>();

  Views(CampaignGraph graph) {
    this.graph = graph;
    this.leaving = graph.edges().stream().collect(Collectors.groupingBy(Edge::from));
    this.shares = new Shares(leaving);
    graph.edges().forEach(edge -> places.put(edge.id(), places.size()));
  }

  CampaignGraph graph() {
    return graph;
  }

  Shares shares() {
    return shares;
  }

  /** The edges that leave a node, as ranked. */
  List<Edge> leaving(NodeId node) {
    return leaving.getOrDefault(node, List.of());
  }

  /** The nodes that can be come to from this one, and itself. */
  Set<NodeId> reached(NodeId start) {
    return reached.computeIfAbsent(start, this::follow);
  }

  private Set<NodeId> follow(NodeId start) {
    var followed = new HashSet<NodeId>();
    var next = new ArrayDeque<>(List.of(start));
    while (!next.isEmpty()) {
      NodeId node = next.remove();
      if (followed.add(node)) {
        leaving(node).forEach(edge -> next.add(edge.to()));
      }
    }
    return followed;
  }

  /** The edges of the same node that rank before this one. */
  List<Edge> before(Edge edge) {
    List<Edge> ranked = leaving(edge.from());
    int rank = 0;
    while (ranked.get(rank) != edge) {
      rank++;
    }
    return ranked.subList(0, rank);
  }

  /** Where the edge stands in the file. */
  String pointer(Edge edge) {
    return "edges[" + places.get(edge.id()) + "]";
  }

  Standpoint standpoint(Sites.Site site) {
    return switch (site.kind()) {
      case AUDIENCE -> AUDIENCE;
      case ENTRY -> ENTRY;
      case EDGE -> standpoint(edge(site));
      case BESIDE -> Standpoint.of(site.pointer());
    };
  }

  Standpoint standpoint(Edge edge) {
    return new Standpoint(edge.from().text(), Optional.of(edge.from()), shares.parts(edge));
  }

  Formula of(Edge edge) {
    return edges.computeIfAbsent(edge.id(), id -> of(edge.when(), standpoint(edge)));
  }

  Formula of(Trigger trigger, Standpoint at) {
    return meanings.of(trigger.cells(), at);
  }

  Formula of(List<Trigger.Cell> row, Standpoint at) {
    return meanings.of(row, at);
  }

  /** That the condition holds at its instant, whether or not it latches. */
  Formula of(Condition condition, Standpoint at) {
    return meanings.of(new Trigger.Cell(condition, false), at);
  }

  static Stream<Condition> conditions(Trigger trigger) {
    return trigger.cells().rows().stream().flatMap(List::stream).map(Trigger.Cell::condition);
  }

  private Edge edge(Sites.Site site) {
    String number = site.pointer().replaceAll("\\D", "");
    return graph.edges().get(Integer.parseInt(number));
  }
}
