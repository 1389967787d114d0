package dev.campanile.engine.state;

import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.Path;
import dev.campanile.engine.state.Opening.Key;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The openings that an event of one type may fit, found by its values: what a thousand entries ask
 * for costs no more than what fits.
 *
 * @param unkeyed the places of entries that ask for no value
 * @param keyed by path, then by value
 */
record Openings(List<String> unkeyed, Map<Path, Map<Object, List<Filed>>> keyed) {

  static final Openings NONE = new Openings(List.of(), Map.of());

  /**
   * An opening under one of its keys.
   *
   * @param others the keys that are still to be tried
   */
  record Filed(String place, List<Key> others) {

    private boolean fits(Attributes properties) {
      for (Key key : others) {
        if (!key.fits(properties)) {
          return false;
        }
      }
      return true;
    }
  }

  static Openings of(Collection<Opening> openings) {
    Map<Path, Map<Object, Integer>> crowds = crowds(openings);
    List<String> unkeyed = new ArrayList<>();
    Map<Path, Map<Object, List<Filed>>> keyed = new LinkedHashMap<>();
    for (Opening opening : openings) {
      if (opening.keys().isEmpty()) {
        unkeyed.add(opening.place());
      } else {
        file(opening, crowds, keyed);
      }
    }
    return new Openings(List.copyOf(unkeyed), keyed);
  }

  /** The places where an event with these properties is to be judged. */
  List<String> places(Attributes properties) {
    List<String> places = new ArrayList<>(unkeyed);
    for (var byValue : keyed.entrySet()) {
      Optional<Object> value = properties.at(byValue.getKey());
      if (value.isPresent()) {
        List<Filed> openings = byValue.getValue().get(Opening.plain(value.get()));
        if (openings != null) {
          add(openings, properties, places);
        }
      }
    }
    return places;
  }

  private static void add(List<Filed> openings, Attributes properties, List<String> places) {
    for (Filed opening : openings) {
      if (opening.fits(properties)) {
        places.add(opening.place());
      }
    }
  }

  /**
   * Under the key whose values the fewest others ask for: many may want one city, few a product.
   */
  private static void file(
      Opening opening,
      Map<Path, Map<Object, Integer>> crowds,
      Map<Path, Map<Object, List<Filed>>> keyed) {
    Key rarest =
        opening.keys().stream()
            .min(Comparator.comparingInt(key -> crowd(key, crowds.get(key.path()))))
            .orElseThrow();
    var filed =
        new Filed(
            opening.place(), opening.keys().stream().filter(key -> !key.equals(rarest)).toList());
    Map<Object, List<Filed>> byValue =
        keyed.computeIfAbsent(rarest.path(), path -> new HashMap<>());
    rarest
        .values()
        .forEach(value -> byValue.computeIfAbsent(value, v -> new ArrayList<>()).add(filed));
  }

  private static int crowd(Key key, Map<Object, Integer> asking) {
    return key.values().stream().mapToInt(asking::get).sum();
  }

  /** How many openings ask for a value. */
  private static Map<Path, Map<Object, Integer>> crowds(Collection<Opening> openings) {
    Map<Path, Map<Object, Integer>> crowds = new HashMap<>();
    for (Opening opening : openings) {
      for (Key key : opening.keys()) {
        Map<Object, Integer> asking = crowds.computeIfAbsent(key.path(), path -> new HashMap<>());
        key.values().forEach(value -> asking.merge(value, 1, Integer::sum));
      }
    }
    return crowds;
  }
}
