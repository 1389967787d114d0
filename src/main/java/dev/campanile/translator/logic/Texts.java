package dev.campanile.translator.logic;

import java.util.List;

/**
 * Sets of texts, in the order of code points. Without a beginning they begin with the empty text.
 */
final class Texts {

  private Texts() {}

  static Ranges<TextCut> only(String text) {
    return from(text).and(Ranges.upTo(TextCut.after(text)));
  }

  static Ranges<TextCut> from(String text) {
    return text.isEmpty() ? Ranges.all() : Ranges.from(TextCut.before(text));
  }

  static Ranges<TextCut> above(String text) {
    return Ranges.from(TextCut.after(text));
  }

  static Ranges<TextCut> below(String text) {
    return from(text).complement();
  }

  static Ranges<TextCut> upTo(String text) {
    return above(text).complement();
  }

  static Ranges<TextCut> startingWith(String prefix) {
    int[] points = prefix.codePoints().toArray();
    int last = points.length - 1;
    while (last >= 0 && points[last] == Character.MAX_CODE_POINT) {
      last--;
    }
    if (last < 0) {
      return from(prefix);
    }
    points[last]++;
    return from(prefix).and(below(new String(points, 0, last + 1)));
  }

  /** The texts of a finite set; empty where there are more than can be listed. */
  static List<String> listed(Ranges<TextCut> texts) {
    List<Ranges.Range<TextCut>> pieces = texts.pieces();
    boolean single = pieces.stream().allMatch(Texts::single);
    return single ? pieces.stream().map(Texts::first).toList() : List.of();
  }

  private static boolean single(Ranges.Range<TextCut> piece) {
    return !piece.to().isEmpty() && new TextCut(first(piece)).isNextTo(piece.to().getFirst());
  }

  private static String first(Ranges.Range<TextCut> piece) {
    return piece.from().isEmpty() ? "" : piece.from().getFirst().text();
  }
}
