package dev.campanile.engine.state;

import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.Path;
import dev.campanile.engine.state.Opening.Key;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The openings that an event of one type may fit, found by its values: what a thousand entries ask
 * for costs no more than what fits.
 *
 * @param unkeyed the places of entries that ask for no value
 * @param keyed by path, then by value, of the first key
 */
record Openings(List<String> unkeyed, Map<Path, Map<Object, List<Opening>>> keyed) {

  static final Openings NONE = new Openings(List.of(), Map.of());

  static Openings of(Collection<Opening> openings) {
    List<String> unkeyed = new ArrayList<>();
    Map<Path, Map<Object, List<Opening>>> keyed = new LinkedHashMap<>();
    for (Opening opening : openings) {
      if (opening.keys().isEmpty()) {
        unkeyed.add(opening.place());
      } else {
        Key first = opening.keys().getFirst();
        Map<Object, List<Opening>> byValue =
            keyed.computeIfAbsent(first.path(), path -> new HashMap<>());
        for (Object value : first.values()) {
          byValue.computeIfAbsent(value, v -> new ArrayList<>()).add(opening);
        }
      }
    }
    return new Openings(List.copyOf(unkeyed), keyed);
  }

  /** The places where an event with these properties is to be judged. */
  List<String> places(Attributes properties) {
    List<String> places = new ArrayList<>(unkeyed);
    keyed.forEach(
        (path, byValue) ->
            properties
                .at(path)
                .map(value -> byValue.getOrDefault(Opening.plain(value), List.of()))
                .ifPresent(openings -> add(openings, properties, places)));
    return places;
  }

  private static void add(List<Opening> openings, Attributes properties, List<String> places) {
    for (Opening opening : openings) {
      if (opening.keys().stream().skip(1).allMatch(key -> key.fits(properties))) {
        places.add(opening.place());
      }
    }
  }
}
