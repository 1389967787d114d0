package dev.campanile.campaign;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A place on the globe, in degrees of latitude and longitude (WGS 84).
 *
 * @param latitude from -90 to 90
 * @param longitude from -180 inclusive to 180 exclusive
 */
public record Position(double latitude, double longitude) {

  private static final Path LAT = Path.of("lat");
  private static final Path LON = Path.of("lon");
  private static final double FULL_TURN = 360;

  public Position {
    if (!(Math.abs(latitude) <= 90)) {
      throw new IllegalArgumentException(
          "Expected a latitude from -90 to 90, but got " + latitude + ".");
    }
    longitude = longitude - FULL_TURN * Math.floor((longitude + FULL_TURN / 2) / FULL_TURN);
  }

  /**
   * The position that an event with these properties carries: numeric {@code lat} and {@code lon}.
   */
  public static Optional<Position> of(Attributes properties) {
    return properties.at(LAT).orElse("") instanceof BigDecimal lat
            && properties.at(LON).orElse("") instanceof BigDecimal lon
            && lat.abs().compareTo(BigDecimal.valueOf(90)) <= 0
        ? Optional.of(new Position(lat.doubleValue(), lon.doubleValue()))
        : Optional.empty();
  }
}
