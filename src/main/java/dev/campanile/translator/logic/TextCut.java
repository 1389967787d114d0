package dev.campanile.translator.logic;

/**
 * A cut of the texts, just before one of them, in the order of code points.
 *
 * <p>Just after a text is just before its successor, which is the text and a NUL.
 */
record TextCut(String text) implements Comparable<TextCut> {

  private static final String NUL = "\u0000";

  static TextCut before(String text) {
    return new TextCut(text);
  }

  static TextCut after(String text) {
    return new TextCut(text + NUL);
  }

  /** Whether the other cut is the next one, so that one text lies between. */
  boolean isNextTo(TextCut other) {
    return other.text.equals(text + NUL);
  }

  @Override
  public int compareTo(TextCut other) {
    int[] mine = text.codePoints().toArray();
    int[] others = other.text.codePoints().toArray();
    return java.util.Arrays.compare(mine, others);
  }
}
