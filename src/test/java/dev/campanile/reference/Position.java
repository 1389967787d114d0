package dev.campanile.reference;

import dev.campanile.campaign.Area;
import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.Path;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Where a user is, in degrees.
 *
 * <p>"An event whose lat and lon are both numbers, lat within [-90, 90], carries a position."
 * "Circles are spherical (mean radius 6 371 008.8 m), boundary included."
 */
record Position(double latitude, double longitude) {

  private static final double EARTH_RADIUS_METRES = 6_371_008.8;
  private static final BigDecimal POLE = BigDecimal.valueOf(90);
  private static final BigDecimal TURN = BigDecimal.valueOf(360);

  static Optional<Position> of(Attributes properties) {
    boolean numbers =
        properties.at(Path.of("lat")).orElse("") instanceof BigDecimal
            && properties.at(Path.of("lon")).orElse("") instanceof BigDecimal;
    if (!numbers) {
      return Optional.empty();
    }
    var latitude = (BigDecimal) properties.at(Path.of("lat")).orElseThrow();
    var longitude = (BigDecimal) properties.at(Path.of("lon")).orElseThrow();
    return latitude.abs().compareTo(POLE) > 0
        ? Optional.empty()
        : Optional.of(
            new Position(latitude.doubleValue(), longitude.remainder(TURN).doubleValue()));
  }

  boolean in(Area area) {
    return switch (area) {
      case Area.Circle circle -> metresTo(circle) <= circle.radiusMetres().doubleValue();
      case Area.Outline outline -> throw new Uncovered("outlines");
    };
  }

  /** By the haversine formula. */
  private double metresTo(Area.Circle circle) {
    double here = Math.toRadians(latitude);
    double there = Math.toRadians(circle.latitude().doubleValue());
    double north = Math.sin((there - here) / 2);
    double east = Math.sin(Math.toRadians(circle.longitude().doubleValue() - longitude) / 2);
    double h = north * north + Math.cos(here) * Math.cos(there) * east * east;
    return 2 * EARTH_RADIUS_METRES * Math.asin(Math.sqrt(Math.min(1, h)));
  }
}
