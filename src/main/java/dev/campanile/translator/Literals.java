package dev.campanile.translator;

import java.util.stream.Collectors;

/**
 * String literals that mean the same to DRL and to the Java that Drools makes of it: the one door
 * through which authors' text reaches rules.
 *
 * <p>Java resolves Unicode escapes before it looks for the end of a literal, so quote, backslash
 * and line ends must never be written as such; all other characters outside printable ASCII are.
 */
final class Literals {

  private Literals() {}

  static String quoted(String text) {
    return text.chars().mapToObj(Literals::character).collect(Collectors.joining("", "\"", "\""));
  }

  private static String character(int c) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> c < ' ' || c > '~' ? "\\u%04x".formatted(c) : String.valueOf((char) c);
    };
  }
}
