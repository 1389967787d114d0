package dev.campanile.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A campaign before it is written down, so that parts of it can be left out.
 *
 * @param head lines above the entries
 * @param ways entries, which come from nowhere, and edges, as ranked
 * @param nodes what is done at each
 */
record Draft(String name, List<String> head, List<Way> ways, Map<String, String> nodes) {

  private static final String NOWHERE = "";

  /**
   * @param how its trigger, or the launch that an entry is, with its key
   */
  record Way(String from, String to, String how) {

    static Way entry(String to, String how) {
      return new Way(NOWHERE, to, how);
    }

    boolean isEntry() {
      return from.equals(NOWHERE);
    }
  }

  String yaml() {
    Set<String> reached = reached();
    var text = new StringBuilder("campaign: " + name + "\n");
    head.forEach(line -> text.append(line).append('\n'));
    text.append("entry:\n");
    ways.stream()
        .filter(Way::isEntry)
        .forEach(w -> text.append("  - { to: %s, %s }\n".formatted(w.to(), w.how())));
    text.append("nodes:\n");
    reached.forEach(n -> text.append("  %s: %s\n".formatted(n, nodes.getOrDefault(n, "{}"))));
    List<Way> edges = ways.stream().filter(w -> reached.contains(w.from())).toList();
    text.append(edges.isEmpty() ? "" : "edges:\n");
    edges.forEach(
        w -> text.append("  - { from: %s, to: %s, %s }\n".formatted(w.from(), w.to(), w.how())));
    return text.toString();
  }

  private Set<String> reached() {
    Set<String> reached = new LinkedHashSet<>(List.of(NOWHERE));
    for (int before = 0; before < reached.size(); ) {
      before = reached.size();
      ways.stream().filter(w -> reached.contains(w.from())).forEach(w -> reached.add(w.to()));
    }
    reached.remove(NOWHERE);
    return reached;
  }

  /** The same with one part less, in every way. */
  Stream<Draft> smaller() {
    Stream<Draft> ways =
        without(this.ways).filter(w -> w.stream().anyMatch(Way::isEntry)).map(this::withWays);
    Stream<Draft> heads = without(head).map(h -> new Draft(name, h, this.ways, nodes));
    Stream<Draft> plain =
        nodes.keySet().stream()
            .filter(node -> !nodes.get(node).equals("{}"))
            .map(node -> new Draft(name, head, this.ways, idle(node)));
    return Stream.of(ways, heads, plain).flatMap(each -> each);
  }

  private Draft withWays(List<Way> fewer) {
    return new Draft(name, head, fewer, nodes);
  }

  private Map<String, String> idle(String node) {
    var fewer = new LinkedHashMap<>(nodes);
    fewer.put(node, "{}");
    return fewer;
  }

  static <T> Stream<List<T>> without(List<T> all) {
    return java.util.stream.IntStream.range(0, all.size())
        .mapToObj(
            i -> {
              var fewer = new ArrayList<>(all);
              fewer.remove(i);
              return fewer;
            });
  }
}
