package dev.campanile.adapter.s2;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the polygons of GeoJSON texts, whatever they are wrapped in.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7946">RFC 7946</a>
 */
final class GeoJson {

  private static final int MOST_CORNERS = 20_000;

  /** With those between the corners: of the edges of a large country there are as many. */
  private static final int MOST_POINTS = 60_000;

  private static final int LARGEST_LATITUDE = 90;

  /** Files that cross the antimeridian may go on counting past it. */
  private static final int LARGEST_LONGITUDE = 360;

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final List<List<Ring>> polygons = new ArrayList<>();
  private int corners;
  private long points;

  private GeoJson() {}

  /** Each polygon as its rings: the outer one, then the holes. */
  static List<List<Ring>> polygons(String text) {
    var reading = new GeoJson();
    reading.read(tree(text), "the file");
    if (reading.polygons.isEmpty()) {
      throw new IllegalArgumentException("it holds no polygon");
    }
    return reading.polygons;
  }

  private static JsonNode tree(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException broken) {
      var place = broken.getLocation();
      throw new IllegalArgumentException(
          "it is no JSON at %d:%d".formatted(place.getLineNr(), place.getColumnNr()), broken);
    }
  }

  private void read(JsonNode node, String where) {
    String type = node.path("type").asText();
    switch (type) {
      case "FeatureCollection" -> readAll(node.path("features"), "feature");
      case "GeometryCollection" -> readAll(node.path("geometries"), where + ", geometry");
      case "Feature" -> read(node.path("geometry"), where);
      case "Polygon" -> polygon(node.path("coordinates"), where);
      case "MultiPolygon" -> {
        int number = 0;
        for (JsonNode polygon : node.path("coordinates")) {
          polygon(polygon, "%s, polygon %d".formatted(where, ++number));
        }
      }
      default ->
          throw new IllegalArgumentException(
              "%s is a '%s', not a Polygon or MultiPolygon".formatted(where, type));
    }
  }

  private void readAll(JsonNode nodes, String what) {
    int number = 0;
    for (JsonNode node : nodes) {
      read(node, "%s %d".formatted(what, ++number));
    }
  }

  private void polygon(JsonNode coordinates, String where) {
    List<Ring> rings = new ArrayList<>();
    for (JsonNode ring : coordinates) {
      rings.add(ring(ring, "%s, ring %d".formatted(where, rings.size() + 1)));
    }
    if (rings.isEmpty()) {
      throw new IllegalArgumentException(where + " has no ring");
    }
    polygons.add(rings);
  }

  private Ring ring(JsonNode line, String where) {
    List<double[]> points = new ArrayList<>();
    for (JsonNode position : line) {
      points.add(corner(position, "%s, position %d".formatted(where, points.size() + 1)));
    }
    if (points.size() < 4 || !same(points.getFirst(), points.getLast())) {
      throw new IllegalArgumentException(
          where + " is not closed: it needs four positions or more, the last one as the first");
    }
    return bounded(new Ring(where, points));
  }

  private Ring bounded(Ring ring) {
    points += ring.size();
    if (points > MOST_POINTS) {
      throw new IllegalArgumentException(
          "its edges are too long altogether: more than %d points would follow them"
              .formatted(MOST_POINTS));
    }
    return ring;
  }

  private double[] corner(JsonNode position, String where) {
    if (++corners > MOST_CORNERS) {
      throw new IllegalArgumentException("it has more than %d positions".formatted(MOST_CORNERS));
    }
    if (!position.path(0).isNumber() || !position.path(1).isNumber()) {
      throw new IllegalArgumentException(where + " is not a longitude and a latitude");
    }
    double longitude = position.get(0).doubleValue();
    double latitude = position.get(1).doubleValue();
    if (!(Math.abs(latitude) <= LARGEST_LATITUDE) || !(Math.abs(longitude) <= LARGEST_LONGITUDE)) {
      throw new IllegalArgumentException(
          "%s is not on the globe: longitude %s, latitude %s"
              .formatted(where, longitude, latitude));
    }
    return new double[] {longitude, latitude};
  }

  private static boolean same(double[] one, double[] other) {
    return one[0] == other[0] && one[1] == other[1];
  }
}
