package dev.campanile.translator;

import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.Edge;
import dev.campanile.campaign.NodeId;
import dev.campanile.campaign.Tree;
import dev.campanile.campaign.text.CampaignText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What one version of a campaign has that another has not, element by element. */
public record GraphDiff(List<Change> changes) {

  /** What a change is of. */
  public enum Element {
    /** A key of the file other than these. */
    FRAME,
    ENTRY,
    NODE,
    EDGE,
    /** The order in which the edges of a node are tried. */
    RANK
  }

  /** How an element differs. */
  public enum Kind {
    ADDED,
    REMOVED,
    CHANGED
  }

  /**
   * One element that is not the same in both.
   *
   * @param name a key, {@code entry-2}, a node, or an edge
   * @param from its text in the one, unless it is not there
   * @param to its text in the other, unless it is not there
   */
  public record Change(Element element, String name, Optional<String> from, Optional<String> to) {

    public Kind kind() {
      if (from.isEmpty()) {
        return Kind.ADDED;
      }
      return to.isEmpty() ? Kind.REMOVED : Kind.CHANGED;
    }
  }

  private static final Set<String> ELEMENTS = Set.of("entry", "nodes", "edges");
  private static final Set<String> ADMITTING =
      Set.of("audience", "schedule", "participation", "exit");

  public GraphDiff {
    changes = List.copyOf(changes);
  }

  /** What leads from one to the other: frame, entries, nodes, edges, each as written. */
  public static GraphDiff between(CampaignGraph from, CampaignGraph to) {
    List<Change> changes = new ArrayList<>();
    compare(changes, Element.FRAME, frame(from), frame(to));
    compare(changes, Element.ENTRY, entries(from), entries(to));
    compare(changes, Element.NODE, nodes(from), nodes(to));
    compare(changes, Element.EDGE, edges(from), edges(to));
    compareRanks(changes, from, to);
    return new GraphDiff(changes);
  }

  /** What differs for those who are not inside yet: the ways in, and who is let in when. */
  public List<Change> ofEntering() {
    return changes.stream()
        .filter(
            change ->
                change.element() == Element.ENTRY
                    || change.element() == Element.FRAME && ADMITTING.contains(change.name()))
        .toList();
  }

  private static void compare(
      List<Change> into, Element element, Map<String, String> from, Map<String, String> to) {
    Set<String> names = new LinkedHashSet<>(from.keySet());
    names.addAll(to.keySet());
    for (String name : names) {
      Optional<String> was = Optional.ofNullable(from.get(name));
      Optional<String> is = Optional.ofNullable(to.get(name));
      if (!was.equals(is)) {
        into.add(new Change(element, name, was, is));
      }
    }
  }

  /** Edges that both have may be tried in another order. */
  private static void compareRanks(List<Change> into, CampaignGraph from, CampaignGraph to) {
    for (NodeId node : from.nodes().keySet()) {
      List<String> was = new ArrayList<>(ranked(from, node));
      List<String> is = new ArrayList<>(ranked(to, node));
      was.retainAll(Set.copyOf(is));
      is.retainAll(Set.copyOf(was));
      if (!was.equals(is)) {
        into.add(
            new Change(
                Element.RANK,
                node.text(),
                Optional.of(String.join(", ", was)),
                Optional.of(String.join(", ", is))));
      }
    }
  }

  private static List<String> ranked(CampaignGraph graph, NodeId node) {
    return graph.leaving(node).stream().map(Edge::id).toList();
  }

  private static Map<String, String> frame(CampaignGraph graph) {
    Map<String, String> frame = new LinkedHashMap<>();
    for (Tree.Member member : members(CampaignText.tree(graph))) {
      if (!ELEMENTS.contains(member.key())) {
        frame.put(member.key(), CampaignText.line(member.value()));
      }
    }
    return frame;
  }

  private static Map<String, String> entries(CampaignGraph graph) {
    Map<String, String> entries = new LinkedHashMap<>();
    for (Tree entry : items(part(graph, "entry"))) {
      entries.put("entry-" + (entries.size() + 1), CampaignText.line(entry));
    }
    return entries;
  }

  private static Map<String, String> nodes(CampaignGraph graph) {
    Map<String, String> nodes = new LinkedHashMap<>();
    part(graph, "nodes")
        .ifPresent(
            tree ->
                members(tree)
                    .forEach(node -> nodes.put(node.key(), CampaignText.line(node.value()))));
    return nodes;
  }

  private static Map<String, String> edges(CampaignGraph graph) {
    Map<String, String> edges = new LinkedHashMap<>();
    List<Tree> trees = items(part(graph, "edges"));
    for (int i = 0; i < trees.size(); i++) {
      edges.put(graph.edges().get(i).id(), CampaignText.line(trees.get(i)));
    }
    return edges;
  }

  private static Optional<Tree> part(CampaignGraph graph, String key) {
    return members(CampaignText.tree(graph)).stream()
        .filter(member -> member.key().equals(key))
        .map(Tree.Member::value)
        .findFirst();
  }

  private static List<Tree.Member> members(Tree tree) {
    return tree instanceof Tree.Mapping mapping ? mapping.members() : List.of();
  }

  private static List<Tree> items(Optional<Tree> tree) {
    return tree.isPresent() && tree.get() instanceof Tree.Sequence sequence
        ? sequence.items()
        : List.of();
  }
}
