package dev.campanile.campaign.text;

import dev.campanile.campaign.Span;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads durations, times, dates and days of the week; their complaints have no place of their own.
 */
final class Clocks {

  private static final Pattern TIME = Pattern.compile("[0-9]{2}:[0-9]{2}(:[0-9]{2})?");
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern COLLOQUIAL =
      Pattern.compile("([0-9]{1,4}) ?(d|days?|h|hours?|m|min|minutes?|w|weeks?)");
  private static final List<String> DAYS =
      Arrays.stream(DayOfWeek.values()).map(Clocks::word).toList();

  private Clocks() {}

  static Span span(String text) {
    try {
      return Span.parse(text);
    } catch (DateTimeException notIso) {
      throw Misread.of(
          "Expected an ISO 8601 duration such as P3D or PT90M, but got %s."
              .formatted(Excerpt.of(text)),
          isoAdvice(text));
    } catch (IllegalArgumentException outOfRange) {
      throw Misread.of(String.valueOf(outOfRange.getMessage()), "");
    }
  }

  static LocalTime time(String text) {
    if (!TIME.matcher(text).matches()) {
      throw noTime(text);
    }
    try {
      return LocalTime.parse(text);
    } catch (DateTimeException noSuchTime) {
      throw noTime(text);
    }
  }

  static LocalDate date(String text) {
    try {
      return LocalDate.parse(DATE.matcher(text).matches() ? text : "");
    } catch (DateTimeException noSuchDate) {
      throw Misread.of(
          "Expected a date such as 2026-12-24, but got %s.".formatted(Excerpt.of(text)), "");
    }
  }

  /** A local date-time such as {@code 2026-12-24T09:00}; a bare date is its midnight. */
  static LocalDateTime dateTime(String text) {
    int t = text.indexOf('T');
    return t < 0
        ? date(text).atStartOfDay()
        : date(text.substring(0, t)).atTime(time(text.substring(t + 1)));
  }

  /** The part of a date-time after its {@code T}, if there is one. */
  static Optional<LocalTime> timeOfDay(String dateTime) {
    int t = dateTime.indexOf('T');
    return t < 0 ? Optional.empty() : Optional.of(time(dateTime.substring(t + 1)));
  }

  /** A region of the IANA database, such as {@code Asia/Shanghai}. */
  static ZoneId zone(String text) {
    Set<String> regions = ZoneId.getAvailableZoneIds();
    if (!regions.contains(text)) {
      throw Misread.of(
          "Expected a time zone such as Asia/Shanghai, but got %s.".formatted(Excerpt.of(text)),
          Excerpt.nearest(text, regions));
    }
    return ZoneId.of(text);
  }

  /** One day, or a range of days that may pass the end of the week. */
  static Set<DayOfWeek> days(String text) {
    int dash = text.indexOf('-');
    DayOfWeek first = day(dash < 0 ? text : text.substring(0, dash));
    DayOfWeek last = dash < 0 ? first : day(text.substring(dash + 1));
    Set<DayOfWeek> days = EnumSet.of(last);
    for (DayOfWeek day = first; day != last; day = day.plus(1)) {
      days.add(day);
    }
    return days;
  }

  static String word(DayOfWeek day) {
    return day.name().substring(0, 3);
  }

  /** Days Monday first, three and more in a row as a range: {@code MON-WED,SAT}. */
  static String days(Set<DayOfWeek> days) {
    var parts = new ArrayList<String>();
    for (int first = 1; first <= 7; first++) {
      int last = lastInARow(days, first);
      if (last >= first) {
        parts.addAll(row(first, last));
        first = last;
      }
    }
    return String.join(",", parts);
  }

  private static int lastInARow(Set<DayOfWeek> days, int first) {
    int last = first - 1;
    while (last < 7 && days.contains(DayOfWeek.of(last + 1))) {
      last++;
    }
    return last;
  }

  private static List<String> row(int first, int last) {
    String from = word(DayOfWeek.of(first));
    String to = word(DayOfWeek.of(last));
    return switch (last - first) {
      case 0 -> List.of(from);
      case 1 -> List.of(from, to);
      default -> List.of(from + "-" + to);
    };
  }

  private static DayOfWeek day(String text) {
    int index = DAYS.indexOf(text);
    if (index < 0) {
      throw Misread.of(
          "Expected days such as MON or MON-FRI, but got %s.".formatted(Excerpt.of(text)),
          Excerpt.nearest(text, DAYS));
    }
    return DayOfWeek.of(index + 1);
  }

  private static Misread noTime(String text) {
    return Misread.of(
        "Expected a time from 00:00 to 23:59, but got %s.".formatted(Excerpt.of(text)), "");
  }

  private static String isoAdvice(String text) {
    Matcher parts = COLLOQUIAL.matcher(text);
    if (!parts.matches()) {
      return "";
    }
    String unit = parts.group(2).substring(0, 1).toUpperCase(Locale.ROOT);
    return "Maybe you meant '" + ("DW".contains(unit) ? "P" : "PT") + parts.group(1) + unit + "'.";
  }
}
