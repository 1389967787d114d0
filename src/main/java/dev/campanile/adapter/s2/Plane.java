package dev.campanile.adapter.s2;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * Tells where polygons cross themselves, in the plane of longitude and latitude that they are drawn
 * in.
 *
 * @see <a href="https://locationtech.github.io/jts/">JTS Topology Suite</a>
 */
final class Plane {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private Plane() {}

  /**
   * Rings that go round a pole do not close in the plane and are left to the sphere.
   *
   * @throws IllegalArgumentException where something crosses, or a hole is not inside
   */
  static void check(List<Ring> rings) {
    if (rings.stream().anyMatch(Ring::encircles)) {
      return;
    }
    LinearRing outer = ring(rings.getFirst());
    LinearRing[] holes = rings.stream().skip(1).map(Plane::ring).toArray(LinearRing[]::new);
    TopologyValidationError error =
        new IsValidOp(FACTORY.createPolygon(outer, holes)).getValidationError();
    if (error != null) {
      throw new IllegalArgumentException(
          "%s is no polygon at longitude %s, latitude %s: %s"
              .formatted(
                  rings.getFirst().where(),
                  error.getCoordinate().x,
                  error.getCoordinate().y,
                  why(error.getErrorType())));
    }
  }

  private static String why(int error) {
    return switch (error) {
      case TopologyValidationError.SELF_INTERSECTION,
          TopologyValidationError.RING_SELF_INTERSECTION ->
          "it crosses itself";
      case TopologyValidationError.HOLE_OUTSIDE_SHELL -> "its hole is not inside";
      case TopologyValidationError.NESTED_HOLES -> "a hole is in another hole";
      case TopologyValidationError.DISCONNECTED_INTERIOR -> "its holes cut it in two";
      default -> "its rings are too short or meet each other";
    };
  }

  private static LinearRing ring(Ring ring) {
    return FACTORY.createLinearRing(
        ring.unrolled().stream()
            .map(corner -> new Coordinate(corner[0], corner[1]))
            .toArray(Coordinate[]::new));
  }
}
