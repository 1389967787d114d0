package dev.campanile.campaign.text;

import java.util.function.IntPredicate;

/** A reading position in one text form. */
final class Cursor {

  private final String text;
  private int at;

  Cursor(String text) {
    this.text = text;
  }

  int offset() {
    return at;
  }

  void returnTo(int offset) {
    at = offset;
  }

  Cursor skipBlank() {
    while (at < text.length() && Lexical.blank(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    return this;
  }

  /** Whether nothing but white space is left. */
  boolean ended() {
    return skipBlank().at == text.length();
  }

  /** Whether a word cannot go on here. */
  boolean atWordEnd() {
    return at == text.length() || !Lexical.bare(text.codePointAt(at));
  }

  boolean sees(String sign) {
    return text.startsWith(sign, at);
  }

  /** Whether one of the characters is next. */
  boolean seesOneOf(String characters) {
    return at < text.length() && characters.indexOf(text.charAt(at)) >= 0;
  }

  boolean took(String sign) {
    boolean found = sees(sign);
    at += found ? sign.length() : 0;
    return found;
  }

  /** Takes a word of its own, after white space; stays where it is if another word is next. */
  boolean tookWord(String word) {
    int start = at;
    if (skipBlank().run(Lexical::bare).equals(word)) {
      return true;
    }
    at = start;
    return false;
  }

  /** The longest run of such characters from here, maybe empty. */
  String run(IntPredicate wanted) {
    int start = at;
    while (at < text.length() && wanted.test(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    return text.substring(start, at);
  }

  /** A quoted text from its opening quote to its closing one; a doubled quote stands for one. */
  String quoted(char quote) {
    int start = at;
    var content = new StringBuilder();
    at++;
    while (true) {
      int end = text.indexOf(quote, at);
      if (end < 0) {
        throw new Misread(start, "Expected a closing %s, but the text ends.".formatted(quote), "");
      }
      content.append(text, at, end);
      at = end + 1;
      if (at == text.length() || text.charAt(at) != quote) {
        return content.toString();
      }
      content.append(quote);
      at++;
    }
  }

  void expect(String sign) {
    skipBlank();
    if (!took(sign)) {
      throw expected("'" + sign + "'", "");
    }
  }

  void expectEnd() {
    if (!ended()) {
      throw expected("the end of the text", "Maybe put a value with spaces or signs in '…'.");
    }
  }

  /** "Expected {@code what}, but got …" at this position. */
  Misread expected(String what, String advice) {
    return expectedAt(at, what, advice);
  }

  Misread expectedAt(int offset, String what, String advice) {
    String found = offset >= text.length() ? "the text ends" : "got " + Excerpt.of(wordAt(offset));
    return new Misread(offset, "Expected %s, but %s.".formatted(what, found), advice);
  }

  private String wordAt(int offset) {
    int end = offset;
    while (end < text.length() && Lexical.bare(text.codePointAt(end))) {
      end += Character.charCount(text.codePointAt(end));
    }
    return end > offset
        ? text.substring(offset, end)
        : Character.toString(text.codePointAt(offset));
  }
}
