package dev.campanile.campaign.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** How messages quote what an author wrote: short, on one line, without control characters. */
public final class Excerpt {

  private static final int LONGEST = 40;

  private Excerpt() {}

  public static String of(String text) {
    int end = text.offsetByCodePoints(0, Math.min(LONGEST, text.codePointCount(0, text.length())));
    String shown =
        text.substring(0, end).codePoints().mapToObj(Excerpt::visible).reduce("", String::concat);
    return "'" + shown + (end < text.length() ? "…" : "") + "'";
  }

  /** The text, or so many characters of its beginning and "…"; never half a character. */
  public static String cut(String text, int shown) {
    if (text.length() <= shown) {
      return text;
    }
    int end = Character.isLowSurrogate(text.charAt(shown)) ? shown - 1 : shown;
    return text.substring(0, end) + "…";
  }

  /** "Maybe you meant 'x'." for the nearest known word, or empty where none is near. */
  public static String nearest(String word, Collection<String> known) {
    Optional<String> near =
        known.stream()
            .filter(candidate -> distance(word, candidate) <= Math.max(1, candidate.length() / 3))
            .min(Comparator.comparingInt(candidate -> distance(word, candidate)));
    return near.map(candidate -> "Maybe you meant '" + candidate + "'.").orElse("");
  }

  private static String visible(int point) {
    return Lexical.unprintable(point) ? "\\u%04x".formatted(point) : Character.toString(point);
  }

  private static int distance(String left, String right) {
    if (left.length() > LONGEST) {
      return Integer.MAX_VALUE;
    }
    int[] row = new int[right.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      nextRow(row, left.toLowerCase(Locale.ROOT).charAt(i - 1), right, i);
    }
    return row[right.length()];
  }

  private static void nextRow(int[] row, char letter, String right, int i) {
    int diagonal = row[0];
    row[0] = i;
    for (int j = 1; j < row.length; j++) {
      int swap = diagonal + (letter == Character.toLowerCase(right.charAt(j - 1)) ? 0 : 1);
      diagonal = row[j];
      row[j] = Math.min(swap, 1 + Math.min(row[j], row[j - 1]));
    }
  }
}
