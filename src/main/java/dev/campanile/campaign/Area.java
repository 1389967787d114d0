package dev.campanile.campaign;

import java.math.BigDecimal;
import java.util.Optional;

/** A place on the globe that users enter and leave. */
public sealed interface Area {

  /** A circle: degrees of latitude and longitude (WGS 84), radius in metres. */
  record Circle(BigDecimal latitude, BigDecimal longitude, BigDecimal radiusMetres)
      implements Area {

    public Circle {
      latitude = Decimals.shortest(latitude);
      longitude = Decimals.shortest(longitude);
      radiusMetres = Decimals.shortest(radiusMetres);
    }
  }

  /** The polygons of a GeoJSON file. */
  record Outline(String file) implements Area {}

  /** The area that a condition is about. */
  static Optional<Area> of(Condition condition) {
    return switch (condition) {
      case Condition.Enters enters -> Optional.of(enters.area());
      case Condition.Exits exits -> Optional.of(exits.area());
      case Condition.Inside inside -> Optional.of(inside.area());
      case Condition.Dwell dwell -> Optional.of(dwell.area());
      default -> Optional.empty();
    };
  }
}
