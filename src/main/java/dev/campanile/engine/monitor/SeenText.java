package dev.campanile.engine.monitor;

import dev.campanile.engine.state.Explanation.Seen;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values that were seen, in words. */
public final class SeenText {

  private SeenText() {}

  /** In brackets behind what looked at them; empty where nothing was looked at. */
  static String of(List<Seen> seen) {
    return seen.isEmpty()
        ? ""
        : seen.stream().map(SeenText::of).collect(Collectors.joining(", ", " (", ")"));
  }

  private static String of(Seen seen) {
    if (seen.value().isEmpty()) {
      return seen.name().equals("event") ? "there was no event" : seen.name() + " is missing";
    }
    Object value = seen.value().get();
    return isPhrase(seen.name())
        ? seen.name() + ": " + plain(value)
        : seen.name() + " is " + text(value);
  }

  /** A name in words, unlike a path, a tally or a reference. */
  private static boolean isPhrase(String name) {
    return name.contains(" ") && !name.contains("(") && !name.startsWith("{");
  }

  private static String plain(Object value) {
    return switch (value) {
      case Boolean truth -> truth ? "yes" : "no";
      case String text -> text;
      default -> text(value);
    };
  }

  /** A value as an author would write it. */
  public static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "nothing";
      case BigDecimal number -> number.toPlainString();
      case String text -> "'" + text + "'";
      case List<?> list ->
          list.stream().map(SeenText::text).collect(Collectors.joining(", ", "[", "]"));
      case Map<?, ?> map -> "{" + properties(map) + "}";
      default -> Objects.toString(value);
    };
  }

  /** Names with their values. */
  public static String properties(Map<?, ?> values) {
    return values.entrySet().stream()
        .map(entry -> entry.getKey() + ": " + text(entry.getValue()))
        .collect(Collectors.joining(", "));
  }
}
