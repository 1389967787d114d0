package dev.campanile.campaign;

import java.math.BigDecimal;

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
}
