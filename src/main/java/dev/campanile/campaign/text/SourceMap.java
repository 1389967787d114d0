package dev.campanile.campaign.text;

import dev.campanile.campaign.Place;
import dev.campanile.campaign.Tree;
import java.util.HashMap;
import java.util.Map;

/**
 * Where the elements of a campaign stand in its file, by pointers such as {@code
 * nodes.thank.actions[0]}, {@code edges[1].when[0][2]} or {@code entry[0].when}.
 *
 * @param scalars the texts, numbers and truth values among them, as written
 */
public record SourceMap(Map<String, Place> places, Map<String, Tree.Scalar> scalars) {

  public static final SourceMap NONE = new SourceMap(Map.of(), Map.of());

  public SourceMap {
    places = Map.copyOf(places);
    scalars = Map.copyOf(scalars);
  }

  public static SourceMap of(Tree tree) {
    var map = new Collector(new HashMap<>(), new HashMap<>());
    map.collect(tree, tree.place(), "");
    return new SourceMap(map.places(), map.scalars());
  }

  /** The place of an element, or of the nearest one around it that the file has. */
  public Place at(String pointer) {
    String here = pointer;
    while (!here.isEmpty() && !places.containsKey(here)) {
      here = here.substring(0, Math.max(0, Math.max(here.lastIndexOf('.'), here.lastIndexOf('['))));
    }
    return places.getOrDefault(here, Place.START);
  }

  /** The place of a character of a text; that of the text where it spans lines. */
  public Place at(String pointer, int offset) {
    Tree.Scalar scalar = scalars.get(pointer);
    return scalar == null ? at(pointer) : scalar.at(offset);
  }

  private record Collector(Map<String, Place> places, Map<String, Tree.Scalar> scalars) {

    void collect(Tree tree, Place place, String pointer) {
      places.putIfAbsent(pointer, place);
      switch (tree) {
        case Tree.Scalar scalar -> scalars.putIfAbsent(pointer, scalar);
        case Tree.Sequence sequence -> collectItems(sequence, pointer);
        case Tree.Mapping mapping ->
            mapping.members().forEach(member -> collectMember(member, pointer));
      }
    }

    private void collectItems(Tree.Sequence sequence, String pointer) {
      int index = 0;
      for (Tree item : sequence.items()) {
        collect(item, item.place(), pointer + "[" + index++ + "]");
      }
    }

    /** What spans lines is found by its key; a scalar by itself. */
    private void collectMember(Tree.Member member, String pointer) {
      Place place = member.value() instanceof Tree.Scalar ? member.value().place() : member.place();
      String here = pointer.isEmpty() ? member.key() : pointer + "." + member.key();
      collect(member.value(), place, here);
    }
  }
}
