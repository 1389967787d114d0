package dev.campanile.engine.scenario;

import dev.campanile.engine.state.Fact;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How reports on scenarios put values, times and lists. */
final class Wording {

  private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private Wording() {}

  static String time(Instant at, ZoneId zone) {
    LocalDateTime local = LocalDateTime.ofInstant(at, zone);
    return local.getSecond() == 0 && local.getNano() == 0
        ? MINUTES.format(local)
        : local.toLocalDate() + " " + local.toLocalTime();
  }

  static String value(@Nullable Object value) {
    return switch (value) {
      case null -> "nothing";
      case BigDecimal number -> number.toPlainString();
      case String text -> "'" + text + "'";
      case List<?> list ->
          list.stream().map(Wording::value).collect(Collectors.joining(", ", "[", "]"));
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(entry -> entry.getKey() + ": " + value(entry.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      default -> value.toString();
    };
  }

  /** "'a', 'b'", or the word for none. */
  static String names(Collection<String> names, String none) {
    return names.isEmpty()
        ? none
        : names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
  }

  /** The refusal with the figures that decided. */
  static String refusal(Fact.Refused refused) {
    String detail = refused.detail().replaceAll("\\.$", "");
    return "%s: %s (%s)".formatted(refused.campaign().id(), Cast.label(refused.reason()), detail);
  }
}
