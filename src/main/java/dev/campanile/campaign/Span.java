package dev.campanile.campaign;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;

/**
 * An ISO 8601 duration of a campaign, such as {@code P3D}, {@code PT90M} or {@code P1DT12H}.
 *
 * <p>The date part is counted in local days of a zone, the time part exactly: P1D is a local day,
 * PT24H are 24 hours.
 */
public record Span(Period date, Duration time) {

  /** Reads the ISO text; a span is positive and its date part within 100 years. */
  public static Span parse(String text) {
    int t = text.indexOf('T');
    Period date = t == 1 ? Period.ZERO : Period.parse(t < 0 ? text : text.substring(0, t));
    Duration time = t < 0 ? Duration.ZERO : Duration.parse("P" + text.substring(t));
    return new Span(date, time);
  }

  public Span {
    if (date.isNegative() || time.isNegative() || (date.isZero() && time.isZero())) {
      throw new IllegalArgumentException(
          "Expected a duration longer than zero, but got " + iso(date, time) + ".");
    }
    if (date.toTotalMonths() > 1200 || date.getDays() > 36_600 || time.toDays() > 36_600) {
      throw new IllegalArgumentException(
          "Expected a duration of at most 100 years, but got " + iso(date, time) + ".");
    }
  }

  public Instant after(Instant start, ZoneId zone) {
    return (date.isZero() ? start : daysAfter(start, zone)).plus(time);
  }

  private Instant daysAfter(Instant start, ZoneId zone) {
    return WallClock.instant(LocalDateTime.ofInstant(start, zone).plus(date), zone);
  }

  @Override
  public String toString() {
    return iso(date, time);
  }

  private static String iso(Period date, Duration time) {
    if (date.isZero()) {
      return time.toString();
    }
    return time.isZero() ? date.toString() : date + time.toString().substring(1);
  }
}
