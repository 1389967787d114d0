package dev.campanile.api.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What lists are narrowed down by, as requests name it. */
public final class Filters {

  private Filters() {}

  /** The values of these names, which are lower case. */
  public static <E extends Enum<E>> Set<E> among(
      Class<E> type, String parameter, Collection<String> names) {
    Set<E> values = EnumSet.noneOf(type);
    for (String name : names) {
      values.add(value(type, name).orElseThrow(() -> unknown(type, parameter, name)));
    }
    return values;
  }

  private static <E extends Enum<E>> Optional<E> value(Class<E> type, String name) {
    return Arrays.stream(type.getEnumConstants())
        .filter(value -> lower(value).equals(name))
        .findFirst();
  }

  private static ProblemException unknown(
      Class<? extends Enum<?>> type, String parameter, String name) {
    String known =
        Arrays.stream(type.getEnumConstants())
            .map(Filters::lower)
            .collect(Collectors.joining(", "));
    return bad(parameter, "one of " + known, name);
  }

  /** A parameter that is not what it must be. */
  public static ProblemException bad(String parameter, String expected, String got) {
    return Problem.of(
            400,
            "invalid-filter",
            "A filter was not understood",
            "Expected '%s' to be %s, but got '%s'."
                .formatted(parameter, expected, Texts.excerpt(got)))
        .exception();
  }

  public static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** A 422 problem where it is none. */
  public static Instant instant(String text) {
    try {
      return Texts.instant(text);
    } catch (DateTimeException none) {
      throw Problem.of(
              422,
              "invalid-time",
              "The time was not understood",
              "Expected an instant such as 2026-12-01T09:00:00Z, but got '%s'."
                  .formatted(Texts.excerpt(text)))
          .exception();
    }
  }
}
