package dev.campanile.campaign;

/** A port: areas on the globe. Thread-safe. */
public interface Geography {

  /** A circle on the sphere of the earth's mean radius; borders count as inside. */
  Geofence circle(Area.Circle circle);

  /**
   * The polygons of a GeoJSON text (RFC 7946).
   *
   * @throws IllegalArgumentException where it holds no polygon, or one that is none; its message
   *     says what is wrong and where
   */
  Geofence polygons(String geoJson);
}
