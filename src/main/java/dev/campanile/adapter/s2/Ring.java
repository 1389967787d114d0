package dev.campanile.adapter.s2;

import com.google.common.geometry.S2LatLng;
import com.google.common.geometry.S2Point;
import dev.campanile.campaign.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A closed line of a GeoJSON polygon, whose edges are straight in longitude and latitude (RFC 7946,
 * 3.1.1). An edge that spans more than half the way round and less than all of it is meant to cross
 * the antimeridian.
 *
 * @param where which one it is in its file
 * @param corners as written, the first again at the end: longitude, latitude
 */
record Ring(String where, List<double[]> corners) {

  /**
   * Great circles part from straight lines; with so many segments a degree by less than a metre.
   */
  private static final double SEGMENTS_PER_DEGREE = 11;

  private static final double POLE = 90;

  /** The corners, with enough points between them that great circles follow the edges. */
  List<S2Point> points() {
    List<S2Point> points = new ArrayList<>();
    for (int i = 1; i < corners.size(); i++) {
      double[] from = corners.get(i - 1);
      double turn = turn(i);
      double rise = corners.get(i)[1] - from[1];
      int segments = segments(i);
      for (int segment = 0; segment < segments; segment++) {
        double part = (double) segment / segments;
        add(points, from[0] + turn * part, from[1] + rise * part);
      }
    }
    return points;
  }

  /** How many those are, at most. */
  long size() {
    return IntStream.range(1, corners.size()).mapToLong(this::segments).sum();
  }

  /** The corners with longitudes that go on where an edge crosses the antimeridian. */
  List<double[]> unrolled() {
    List<double[]> unrolled = new ArrayList<>();
    double longitude = corners.getFirst()[0];
    unrolled.add(corners.getFirst());
    for (int i = 1; i < corners.size(); i++) {
      longitude += turn(i);
      unrolled.add(new double[] {longitude, corners.get(i)[1]});
    }
    return unrolled;
  }

  /** Whether it goes round a pole, so that longitude and latitude alone do not tell its inside. */
  boolean encircles() {
    double turns = 0;
    for (int i = 1; i < corners.size(); i++) {
      turns += turn(i);
    }
    return Math.abs(turns) > 180;
  }

  /** The area inside, on the unit sphere, where it does not go round a pole. */
  double area() {
    double area = 0;
    for (int i = 1; i < corners.size(); i++) {
      area += Math.toRadians(turn(i)) * meanSine(corners.get(i - 1)[1], corners.get(i)[1]);
    }
    return Math.abs(area);
  }

  /** The mean of the sine of the latitude along an edge. */
  private static double meanSine(double from, double to) {
    double start = Math.toRadians(from);
    double end = Math.toRadians(to);
    return Math.abs(end - start) < 1e-9
        ? Math.sin(start)
        : (Math.cos(start) - Math.cos(end)) / (end - start);
  }

  private int segments(int edge) {
    return Math.max(1, (int) Math.ceil(Math.abs(turn(edge)) * SEGMENTS_PER_DEGREE));
  }

  /** How far an edge goes east, in degrees. */
  private double turn(int edge) {
    double turn = corners.get(edge)[0] - corners.get(edge - 1)[0];
    boolean crosses = Math.abs(turn) > 180 && Math.abs(turn) < 360;
    return crosses ? turn - Math.copySign(360, turn) : turn;
  }

  private static void add(List<S2Point> points, double longitude, double latitude) {
    S2Point point = point(longitude, latitude);
    if (points.isEmpty() || !points.getLast().equalsPoint(point)) {
      points.add(point);
    }
  }

  /** Equal places are equal points: at a pole, and on either side of the antimeridian. */
  private static S2Point point(double longitude, double latitude) {
    if (Math.abs(latitude) == POLE) {
      return new S2Point(0, 0, Math.signum(latitude));
    }
    var position = new Position(latitude, longitude);
    return S2LatLng.fromDegrees(position.latitude(), position.longitude()).toPoint();
  }
}
