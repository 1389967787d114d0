package dev.campanile.campaign.text;

import dev.campanile.campaign.Place;
import dev.campanile.campaign.Tree;
import java.util.HashMap;
import java.util.Map;

/**
 * Where the elements of a campaign stand in its file, by pointers such as {@code
 * nodes.thank.actions[0]}, {@code edges[1].when[0][2]} or {@code entry[0].when}.
 */
public record SourceMap(Map<String, Place> places) {

  public static final SourceMap NONE = new SourceMap(Map.of());

  public SourceMap {
    places = Map.copyOf(places);
  }

  public static SourceMap of(Tree tree) {
    Map<String, Place> places = new HashMap<>();
    collect(tree, tree.place(), "", places);
    return new SourceMap(places);
  }

  /** The place of an element, or of the nearest one around it that the file has. */
  public Place at(String pointer) {
    String here = pointer;
    while (!here.isEmpty() && !places.containsKey(here)) {
      here = here.substring(0, Math.max(0, Math.max(here.lastIndexOf('.'), here.lastIndexOf('['))));
    }
    return places.getOrDefault(here, Place.START);
  }

  private static void collect(Tree tree, Place place, String pointer, Map<String, Place> places) {
    places.putIfAbsent(pointer, place);
    switch (tree) {
      case Tree.Scalar scalar -> {}
      case Tree.Sequence sequence -> collectItems(sequence, pointer, places);
      case Tree.Mapping mapping ->
          mapping.members().forEach(member -> collectMember(member, pointer, places));
    }
  }

  private static void collectItems(
      Tree.Sequence sequence, String pointer, Map<String, Place> places) {
    int index = 0;
    for (Tree item : sequence.items()) {
      collect(item, item.place(), pointer + "[" + index++ + "]", places);
    }
  }

  /** What spans lines is found by its key; a scalar by itself. */
  private static void collectMember(Tree.Member member, String pointer, Map<String, Place> places) {
    Place place = member.value() instanceof Tree.Scalar ? member.value().place() : member.place();
    collect(
        member.value(),
        place,
        pointer.isEmpty() ? member.key() : pointer + "." + member.key(),
        places);
  }
}
