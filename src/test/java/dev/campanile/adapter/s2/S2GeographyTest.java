package dev.campanile.adapter.s2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.campanile.campaign.Area;
import dev.campanile.campaign.Geofence;
import dev.campanile.campaign.Position;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class S2GeographyTest {

  private final S2Geography geography = new S2Geography();

  @ParameterizedTest
  @CsvSource({
    // a degree of a meridian is 111,195 m on the sphere
    "0, 0, 111194, 1, 0, false",
    "0, 0, 111196, 1, 0, true",
    "31.23, 121.47, 2000, 31.2479, 121.47, true",
    "31.23, 121.47, 2000, 31.2481, 121.47, false",
    // over the antimeridian
    "0, 179.5, 120000, 0, -179.5, true",
    "0, -179.9, 20000, 0, 179.99, true",
    "0, 179.5, 110000, 0, -179.5, false",
    // over a pole
    "89, 0, 230000, 89, 180, true",
    "89, 0, 200000, 89, 180, false",
    "-90, 77, 111196, -89, -45, true",
    // half the globe and more
    "0, 0, 10010000, 0, 90, true",
    "0, 0, 20015200, 0, -180, true"
  })
  void circleIsASphericalCap(
      BigDecimal lat, BigDecimal lon, BigDecimal radius, double atLat, double atLon, boolean in) {
    Geofence circle = geography.circle(new Area.Circle(lat, lon, radius));
    assertThat(circle.contains(new Position(atLat, atLon))).isEqualTo(in);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5 | 5 | true",
        "5 | 11 | false",
        // corners and borders
        "0 | 0 | true",
        "0 | 5 | true",
        "10 | 5 | true",
        "5 | 0 | true",
        "10 | 10 | true",
        // edges are straight in longitude and latitude, not great circles: those bulge to 10.04
        "10.01 | 5 | false",
        "9.999 | 5 | true",
        "-0.001 | 5 | false"
      })
  void polygonHasStraightEdgesAndItsBorder(double lat, double lon, boolean in) {
    assertThat(inside("[[[0,0],[10,0],[10,10],[0,10],[0,0]]]", lat, lon)).isEqualTo(in);
    assertThat(inside("[[[0,0],[0,10],[10,10],[10,0],[0,0]]]", lat, lon)).isEqualTo(in);
  }

  @Test
  void holesAreOutside() {
    String ring = "[[[0,0],[10,0],[10,10],[0,10],[0,0]],[[4,4],[6,4],[6,6],[4,6],[4,4]]]";
    assertThat(inside(ring, 5, 5)).isFalse();
    assertThat(inside(ring, 5, 3)).isTrue();
    assertThat(inside(ring, 4, 5)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"0, 175, true", "0, -175, true", "0, 180, true", "0, 165, false", "0, 0, false"})
  void polygonMayCrossTheAntimeridian(double lat, double lon, boolean in) {
    assertThat(inside("[[[170,-5],[-170,-5],[-170,5],[170,5],[170,-5]]]", lat, lon)).isEqualTo(in);
    assertThat(inside("[[[170,-5],[190,-5],[190,5],[170,5],[170,-5]]]", lat, lon)).isEqualTo(in);
  }

  @Test
  void partsCutAtTheAntimeridianMeetWithoutASeam() {
    Geofence fence =
        geography.polygons(
            """
            {"type":"MultiPolygon","coordinates":[
              [[[170,-5],[180,-5],[180,5],[170,5],[170,-5]]],
              [[[-180,-5],[-170,-5],[-170,5],[-180,5],[-180,-5]]]]}
            """);
    assertThat(fence.contains(new Position(0, 180))).isTrue();
    assertThat(fence.contains(new Position(0, -180))).isTrue();
    assertThat(fence.contains(new Position(0, 179.9999))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"89, 12, true", "90, 0, true", "81, -170, true", "79, 12, false", "-85, 0, false"})
  void polygonMayGoRoundAPole(double lat, double lon, boolean in) {
    assertThat(inside("[[[0,80],[90,80],[180,80],[-90,80],[0,80]]]", lat, lon)).isEqualTo(in);
    assertThat(inside("[[[-180,80],[180,80],[180,90],[-180,90],[-180,80]]]", lat, lon))
        .isEqualTo(in);
  }

  @ParameterizedTest
  @CsvSource({"15, 0, true", "15, 180, true", "5, 0, false", "25, 90, false", "85, 0, false"})
  void boxOfAllLongitudesIsABand(double lat, double lon, boolean in) {
    assertThat(inside("[[[-180,10],[180,10],[180,20],[-180,20],[-180,10]]]", lat, lon))
        .isEqualTo(in);
  }

  @ParameterizedTest
  @CsvSource({"0, 0, true", "59, 180, true", "-90, 0, true", "61, 0, false", "90, 0, false"})
  void polygonMayBeLargerThanHalfTheGlobe(double lat, double lon, boolean in) {
    assertThat(inside("[[[-180,-90],[180,-90],[180,60],[-180,60],[-180,-90]]]", lat, lon))
        .isEqualTo(in);
  }

  @Test
  void readsFeaturesAndCollections() {
    String polygon = polygon("[[[0,0],[1,0],[1,1],[0,0]]]");
    String feature = "{\"type\":\"Feature\",\"properties\":{},\"geometry\":" + polygon + "}";
    String features = "{\"type\":\"FeatureCollection\",\"features\":[" + feature + "]}";
    String geometries = "{\"type\":\"GeometryCollection\",\"geometries\":[" + polygon + "]}";
    for (String text : new String[] {polygon, feature, features, geometries}) {
      assertThat(geography.polygons(text).contains(new Position(0.2, 0.5))).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[[[0,0],[10,10],[10,0],[0,10],[0,0]]] | the file, ring 1 is no polygon at longitude 5.0, latitude 5.0: it crosses itself",
        "[[[0,0],[10,0],[10,10],[0,10],[0,0]],[[5,5],[15,5],[15,6],[5,6],[5,5]]] | it crosses itself",
        "[[[0,0],[10,0],[10,10],[0,10]]] | the file, ring 1 is not closed",
        "[[[0,0],[10,0],[0,0]]] | is not closed",
        "[[[0,0],[10,0],[10,91],[0,0]]] | the file, ring 1, position 3 is not on the globe",
        "[[[0,0],[10,0],[5,0],[0,0]]] | is no polygon at",
        "[[[0,0],[10,0],[10,10],[0,0]],[[20,20],[21,20],[21,21],[20,20]]] | its hole is not inside",
        "[[[0,0],[10,\"x\"],[5,0],[0,0]]] | position 2 is not a longitude and a latitude",
        "[] | has no ring"
      })
  void tellsWhatIsWrong(String rings, String message) {
    assertThatThrownBy(() -> geography.polygons(polygon(rings)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void tellsWhatIsNoPolygon() {
    assertThatThrownBy(() -> geography.polygons("{\"type\":\"Point\",\"coordinates\":[1,2]}"))
        .hasMessageContaining("'Point', not a Polygon");
    assertThatThrownBy(() -> geography.polygons("{\n \"type\":"))
        .hasMessageContaining("it is no JSON at 2:");
    assertThatThrownBy(() -> geography.polygons("{\"type\":\"FeatureCollection\",\"features\":[]}"))
        .hasMessageContaining("it holds no polygon");
  }

  @Test
  void refusesEdgesThatTakeTooManyPointsToFollow() {
    // given
    var comb = new StringBuilder("[[[-1,0]");
    for (int tooth = 0; tooth < 50; tooth++) {
      comb.append(",[80,%d.0],[80,%d.5],[0,%d.5],[0,%d.9]".formatted(tooth, tooth, tooth, tooth));
    }
    comb.append(",[-1,50],[-1,0]]]");
    // then
    assertThatThrownBy(() -> geography.polygons(polygon(comb.toString())))
        .hasMessage("its edges are too long altogether: more than 60000 points would follow them");
  }

  private boolean inside(String rings, double lat, double lon) {
    return geography.polygons(polygon(rings)).contains(new Position(lat, lon));
  }

  private static String polygon(String rings) {
    return "{\"type\":\"Polygon\",\"coordinates\":" + rings + "}";
  }
}
