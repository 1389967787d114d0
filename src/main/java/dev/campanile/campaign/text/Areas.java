package dev.campanile.campaign.text;

import dev.campanile.campaign.Area;
import dev.campanile.campaign.FileNames;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads areas: {@code LAT LON RADIUS}, or {@code in 'area.geojson'}. */
final class Areas {

  private static final BigDecimal METRES_PER_KILOMETRE = BigDecimal.valueOf(1000);
  private static final BigDecimal LARGEST_LATITUDE = BigDecimal.valueOf(90);
  private static final BigDecimal LARGEST_LONGITUDE = BigDecimal.valueOf(180);

  /** Half the way round the globe. */
  private static final BigDecimal LARGEST_RADIUS = BigDecimal.valueOf(20_038_000);

  private static final Pattern RADIUS = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)(m|km)");

  private Areas() {}

  static Area area(Cursor cursor) {
    if (cursor.tookWord("in")) {
      return Misread.placing(cursor.skipBlank().offset(), () -> outline(fileName(cursor)));
    }
    BigDecimal latitude =
        Misread.placing(cursor.skipBlank().offset(), () -> latitude(word(cursor)));
    BigDecimal longitude =
        Misread.placing(cursor.skipBlank().offset(), () -> longitude(word(cursor)));
    BigDecimal radius = Misread.placing(cursor.skipBlank().offset(), () -> radius(word(cursor)));
    return new Area.Circle(latitude, longitude, radius);
  }

  static Area outline(String file) {
    if (!FileNames.ofOutline(file)) {
      throw Misread.of(
          "Expected a file name such as 'area.geojson', but got %s.".formatted(Excerpt.of(file)),
          "Maybe use letters, digits, '-', '_' and '.' only.");
    }
    return new Area.Outline(file);
  }

  static BigDecimal latitude(String text) {
    return degrees("latitude", text, LARGEST_LATITUDE);
  }

  static BigDecimal longitude(String text) {
    return degrees("longitude", text, LARGEST_LONGITUDE);
  }

  static BigDecimal radius(String text) {
    Matcher parts = RADIUS.matcher(text);
    if (!parts.matches()) {
      throw Misread.of(
          "Expected a radius such as 500m or 2km, but got %s.".formatted(Excerpt.of(text)),
          Lexical.number(text) ? "Maybe add its unit: m or km." : "");
    }
    BigDecimal number = new BigDecimal(parts.group(1));
    BigDecimal metres =
        parts.group(2).equals("km") ? number.multiply(METRES_PER_KILOMETRE) : number;
    if (metres.signum() == 0 || metres.compareTo(LARGEST_RADIUS) > 0) {
      throw Misread.of(
          "Expected a radius above 0 and at most 20038km, but got %s.".formatted(Excerpt.of(text)),
          "");
    }
    return metres;
  }

  /** The radius as {@link #radius} reads it: in kilometres from one on, else in metres. */
  static String radius(BigDecimal metres) {
    if (metres.compareTo(METRES_PER_KILOMETRE) < 0) {
      return metres.toPlainString() + "m";
    }
    return metres.divide(METRES_PER_KILOMETRE).stripTrailingZeros().toPlainString() + "km";
  }

  private static BigDecimal degrees(String what, String text, BigDecimal largest) {
    if (!Lexical.number(text) || Scalars.decimal(text).abs().compareTo(largest) > 0) {
      throw Misread.of(
          "Expected a %s from -%s to %s, but got %s."
              .formatted(what, largest, largest, Excerpt.of(text)),
          "");
    }
    return new BigDecimal(text);
  }

  private static String fileName(Cursor cursor) {
    return cursor.sees("'") ? cursor.quoted('\'') : word(cursor);
  }

  private static String word(Cursor cursor) {
    return cursor.run(Lexical::bare);
  }
}
