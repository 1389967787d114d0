package dev.campanile.campaign;

/** What lies inside an area, its border included. Immutable and thread-safe. */
@FunctionalInterface
public interface Geofence {

  boolean contains(Position position);
}
