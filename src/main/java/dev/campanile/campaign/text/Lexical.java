package dev.campanile.campaign.text;

import java.util.regex.Pattern;

/** Which characters end a word of a text form, and which words are numbers or truth values. */
final class Lexical {

  /** The longest text form of one cell, in characters. */
  static final int LONGEST_CELL = 4096;

  /** The longest Boolean text over cells, in characters. */
  static final int LONGEST_TRIGGER = 65_536;

  /** How deep brackets may nest. */
  static final int DEEPEST = 64;

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

  private Lexical() {}

  static boolean blank(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /**
   * Controls, lone surrogates, and marks that nobody sees; told by number, as Unicode tables change
   * with the JDK.
   */
  static boolean unprintable(int c) {
    return Character.isISOControl(c)
        || between(c, 0x200B, 0x200F)
        || between(c, 0x2028, 0x202E)
        || between(c, 0x2060, 0x206F)
        || between(c, 0xD800, 0xDFFF)
        || c == 0xFEFF
        || (c & 0xFFFE) == 0xFFFE;
  }

  private static boolean between(int c, int first, int last) {
    return c >= first && c <= last;
  }

  /** Whether a bare value may hold the character. */
  static boolean bare(int c) {
    return !blank(c) && !unprintable(c) && ",[]()&|".indexOf(c) < 0;
  }

  /** Whether a bare segment of a path may hold the character. */
  static boolean segment(int c) {
    return bare(c) && ".!=<>'\"{}".indexOf(c) < 0;
  }

  /** Whether a bare event type may hold the character: as segments, and dots. */
  static boolean type(int c) {
    return c == '.' || segment(c);
  }

  static boolean number(String text) {
    return NUMBER.matcher(text).matches();
  }

  static boolean truth(String text) {
    return text.equals("true") || text.equals("false");
  }

  /** Whether a text value may stand without quotes and still be text. */
  static boolean bareText(String text) {
    return !text.isEmpty()
        && "'\"{".indexOf(text.charAt(0)) < 0
        && text.codePoints().allMatch(Lexical::bare)
        && !number(text)
        && !truth(text);
  }
}
