package dev.campanile.adapter.qute;

import dev.campanile.engine.rule.Comparing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a template can do with a value. A method that does not suit its value gives nothing.
 *
 * <p>All are pure: letters and names are those of {@link Locale#ROOT} and English, whatever the
 * machine.
 */
enum Method {
  UPPER("upper", 0),
  LOWER("lower", 0),
  CAPITALIZED("capitalized", 0),
  ENCODED("encoded", 0),
  SIZE("size", 0),
  JOIN("join", 1),
  ROUND("round", 1),
  FORMAT("format", 1),
  DATE("date", 1),
  OR("or", 1),
  ELSE("?:", 1),
  THEN("?", 1),
  OTHERWISE(":", 1);

  private static final int MOST_DECIMALS = 20;

  private static final Map<String, Method> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toMap(Method::text, Function.identity()));

  private final String text;
  private final int parameters;

  Method(String text, int parameters) {
    this.text = text;
    this.parameters = parameters;
  }

  static Optional<Method> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /** Those that are written as words. */
  static List<String> words() {
    return Arrays.stream(values())
        .map(Method::text)
        .filter(text -> Character.isLetter(text.charAt(0)))
        .toList();
  }

  String text() {
    return text;
  }

  int parameters() {
    return parameters;
  }

  /** Whether its parameter must be written out, so that it can be judged beforehand. */
  boolean takesPattern() {
    return this == ROUND || this == FORMAT || this == DATE;
  }

  /** Whether it can work with a parameter that is written out. */
  boolean accepts(@Nullable Object pattern) {
    try {
      return switch (this) {
        case ROUND -> pattern instanceof Integer n && n >= 0 && n <= MOST_DECIMALS;
        case FORMAT -> pattern instanceof String text && !decimals(text).toPattern().isEmpty();
        case DATE -> pattern instanceof String text && !dates(text).toString().isEmpty();
        default -> true;
      };
    } catch (IllegalArgumentException noPattern) {
      return false;
    }
  }

  /** Its result for a value that is there, or null where it does not suit. */
  @Nullable Object of(Object value, @Nullable Object parameter, ZoneId zone) {
    if (Escapes.tooLong(value)) {
      return null;
    }
    return switch (this) {
      case UPPER -> value instanceof String s ? s.toUpperCase(Locale.ROOT) : null;
      case LOWER -> value instanceof String s ? s.toLowerCase(Locale.ROOT) : null;
      case CAPITALIZED -> value instanceof String s ? capitalized(s) : null;
      case ENCODED -> Escapes.percent(Escapes.plain(value));
      case SIZE -> value instanceof List<?> list ? BigDecimal.valueOf(list.size()) : null;
      case JOIN -> value instanceof List<?> list ? joined(list, parameter) : null;
      case ROUND ->
          value instanceof BigDecimal n && parameter instanceof Integer d ? round(n, d) : null;
      case FORMAT ->
          value instanceof BigDecimal n ? decimals(Escapes.plain(parameter)).format(n) : null;
      case DATE -> date(value, Escapes.plain(parameter), zone);
      case OR, ELSE, THEN, OTHERWISE -> null;
    };
  }

  private static String joined(List<?> list, @Nullable Object separator) {
    return Escapes.joined(list, Escapes.plain(separator));
  }

  private static String capitalized(String text) {
    int first = text.isEmpty() ? 0 : Character.charCount(text.codePointAt(0));
    return text.substring(0, first).toUpperCase(Locale.ROOT) + text.substring(first);
  }

  private static BigDecimal round(BigDecimal number, int decimals) {
    return number.setScale(decimals, RoundingMode.HALF_UP);
  }

  private static DecimalFormat decimals(String pattern) {
    var format = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format;
  }

  private static DateTimeFormatter dates(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }

  private static @Nullable String date(Object value, String pattern, ZoneId zone) {
    try {
      return Comparing.instant(value, zone)
          .map(instant -> dates(pattern).format(instant.atZone(zone)))
          .orElse(null);
    } catch (DateTimeException unsuited) {
      return null;
    }
  }
}
