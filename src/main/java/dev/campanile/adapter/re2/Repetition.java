package dev.campanile.adapter.re2;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How large an expression becomes once its counted repetitions are written out, as RE2/J does:
 * {@code ((a{100}){100})} is ten characters and ten thousand instructions.
 *
 * <p>An estimate from the text alone; escapes and classes count as one.
 */
final class Repetition {

  private static final Pattern TOKEN =
      Pattern.compile(
          "\\\\Q.*?(?:\\\\E|$)"
              + "|\\\\[pPx]\\{[^}]*}"
              + "|\\\\."
              + "|\\[\\^?]?(?:\\\\.|\\[:\\^?\\w+:]|[^]\\\\])*+]"
              + "|\\{(?<least>\\d{1,9})(?:,(?<most>\\d{0,9}))?}"
              + "|.",
          Pattern.DOTALL);

  private final Deque<Long> outer = new ArrayDeque<>();
  private long before;
  private long last;

  private Repetition() {}

  static long sizeOf(String expression) {
    var size = new Repetition();
    Matcher token = TOKEN.matcher(expression);
    while (token.find()) {
      size.take(token);
    }
    return size.total();
  }

  private void take(Matcher token) {
    switch (token.group()) {
      case "(" -> open();
      case ")" -> close();
      case String repeated when token.group("least") != null ->
          last = Math.min(Integer.MAX_VALUE, last * times(token));
      case String literal when literal.startsWith("\\Q") -> atom(literal.length());
      default -> atom(1);
    }
  }

  private static long times(Matcher token) {
    long least = Math.max(1, Long.parseLong(token.group("least")));
    String most = token.group("most");
    if (most == null) {
      return least;
    }
    return most.isEmpty() ? least + 1 : Math.max(least, Long.parseLong(most));
  }

  private void atom(long size) {
    before += last;
    last = size;
  }

  private void open() {
    outer.push(before + last);
    before = 0;
    last = 0;
  }

  private void close() {
    long group = before + last;
    before = outer.isEmpty() ? 0 : outer.pop();
    last = group + 1;
  }

  private long total() {
    long total = before + last;
    for (long around : outer) {
      total += around;
    }
    return total;
  }
}
