package dev.campanile.adapter.s2;

import com.google.common.geometry.S1Angle;
import com.google.common.geometry.S2Error;
import com.google.common.geometry.S2LatLng;
import com.google.common.geometry.S2LatLngRect;
import com.google.common.geometry.S2Point;
import com.google.common.geometry.S2Polygon;
import com.google.common.geometry.S2PolygonBuilder;
import java.util.List;

/**
 * One polygon with its holes.
 *
 * @param complement whether the inside is what S2, which takes the smaller side, holds for the
 *     outside
 * @param bound what is certainly outside of it is not asked further
 */
record Fence(S2Polygon polygon, boolean complement, S2LatLngRect bound) {

  static final double EARTH_RADIUS_METRES = 6_371_008.8;

  /** A position on the border is inside, as far as numbers can tell: 1 cm. */
  private static final S1Angle BORDER = S1Angle.radians(0.01 / EARTH_RADIUS_METRES);

  /**
   * @param rings the outer one, then the holes
   * @throws IllegalArgumentException where they cross themselves or each other
   */
  static Fence of(List<Ring> rings) {
    Plane.check(rings);
    S2Polygon polygon = polygon(rings);
    boolean complement =
        rings.stream().noneMatch(Ring::encircles)
            && Math.abs(area(rings) - polygon.getArea())
                > Math.abs(area(rings) - (4 * Math.PI - polygon.getArea()));
    S2LatLngRect bound =
        complement ? S2LatLngRect.full() : polygon.getRectBound().expandedByDistance(BORDER);
    return new Fence(polygon, complement, bound);
  }

  boolean contains(S2Point point) {
    return bound.contains(new S2LatLng(point))
        && (polygon.contains(point) != complement
            || polygon.getLoops().stream()
                .anyMatch(loop -> loop.getDistance(point).lessOrEquals(BORDER)));
  }

  private static S2Polygon polygon(List<Ring> rings) {
    // Opposite edges cancel out: a box of all longitudes becomes a band, one up to a pole a cap.
    var builder = new S2PolygonBuilder(S2PolygonBuilder.Options.UNDIRECTED_XOR);
    for (Ring ring : rings) {
      List<S2Point> points = ring.points();
      for (int i = 0; i < points.size(); i++) {
        S2Point next = points.get((i + 1) % points.size());
        if (!points.get(i).equalsPoint(next)) {
          builder.addEdge(points.get(i), next);
        }
      }
    }
    var polygon = new S2Polygon();
    var error = new S2Error();
    if (!builder.assemblePolygon(polygon, null)
        || polygon.findValidationError(error)
        || polygon.isEmpty()) {
      throw new IllegalArgumentException(
          rings.getFirst().where() + " crosses itself or another ring of its polygon");
    }
    return polygon;
  }

  private static double area(List<Ring> rings) {
    return rings.getFirst().area() - rings.stream().skip(1).mapToDouble(Ring::area).sum();
  }
}
