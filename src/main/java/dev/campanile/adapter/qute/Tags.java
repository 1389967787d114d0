package dev.campanile.adapter.qute;

import dev.campanile.campaign.Templates.Flaw;
import io.quarkus.qute.TemplateNode.Origin;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * Where the tags of a text stand, told by Qute's own rules; and what would be too much for any
 * reader, told before one reads it. Linear in the text.
 */
final class Tags {

  /** The longest tag, in characters. */
  static final int LONGEST = 1_000;

  /** How deep sections may nest. */
  static final int DEEPEST = 20;

  static final String BRACE = "Maybe write \\{ where a brace is meant.";

  private final String text;
  private final List<Integer> starts = new ArrayList<>();
  private final List<Integer> lines = new ArrayList<>(List.of(0));
  private final Deque<Integer> open = new ArrayDeque<>();
  private final List<Flaw> flaws = new ArrayList<>();

  private Tags(String text) {
    this.text = text;
  }

  static Tags of(String text) {
    var tags = new Tags(text);
    int at = 0;
    while (at < text.length()) {
      at = tags.step(at);
    }
    tags.open.forEach(start -> tags.flaw(start, "Expected %s to be closed, but the text ends."));
    return tags;
  }

  private int step(int at) {
    return switch (text.charAt(at)) {
      case '\\' -> escape(at);
      case '{' -> brace(at);
      case '\n', '\r' -> line(at);
      default -> at + 1;
    };
  }

  /** Qute counts lines between tags only. */
  private int line(int at) {
    int next = at + (text.startsWith("\r\n", at) ? 2 : 1);
    lines.add(next);
    return next;
  }

  List<Flaw> flaws() {
    return flaws;
  }

  /** The beginning of the tag at a place that Qute tells, or of the last one before it. */
  int startOf(Origin origin) {
    int line = Math.clamp(origin.getLine() - 1, 0, lines.size() - 1);
    int found =
        Collections.binarySearch(starts, lines.get(line) + origin.getLineCharacterStart() - 1);
    int last = found < 0 ? -found - 2 : found;
    return last < 0 ? 0 : starts.get(last);
  }

  private int escape(int at) {
    if (at + 1 == text.length()) {
      flaw(at, "Expected something after the last \\, but the text ends.");
    }
    return at + 2;
  }

  /** Only what begins like a name, a section or a comment is a tag. */
  private int brace(int at) {
    if (at + 1 == text.length()) {
      flaws.add(new Flaw(at, "Expected a closing }, but the text ends.", BRACE));
      return at + 1;
    }
    char next = text.charAt(at + 1);
    if (next == '!') {
      return close(at, at + 1, "!}");
    }
    if (next == '|') {
      return close(at, at + 2, "|}");
    }
    if (next == '{') {
      return at + 2;
    }
    boolean tag =
        "#/@_".indexOf(next) >= 0 || Character.isDigit(next) || Character.isAlphabetic(next);
    return tag ? tag(at) : at + 1;
  }

  private int close(int at, int from, String end) {
    int found = text.indexOf(end, from);
    if (found < 0) {
      flaws.add(new Flaw(at, "Expected a closing %s, but the text ends.".formatted(end), BRACE));
      return text.length();
    }
    return found + 2;
  }

  private int tag(int at) {
    char quote = 0;
    int end = at + 1;
    while (end < text.length() && (quote != 0 || text.charAt(end) != '}')) {
      char c = text.charAt(end);
      if (quote == 0 && (c == '\'' || c == '"')) {
        quote = c;
      } else if (c == quote) {
        quote = 0;
      }
      end++;
    }
    starts.add(at);
    if (end == text.length()) {
      String missing = quote == 0 ? "}" : String.valueOf(quote);
      flaws.add(
          new Flaw(at, "Expected a closing %s, but the text ends.".formatted(missing), BRACE));
    } else if (end - at > LONGEST) {
      flaw(at, "Expected %s to have at most " + LONGEST + " characters, but it has more.");
    } else {
      section(at, text.substring(at + 1, end).strip());
    }
    return end + 1;
  }

  private void section(int at, String tag) {
    boolean otherwise = tag.equals("#else") || tag.startsWith("#else ");
    if (tag.startsWith("#") && !otherwise && !tag.endsWith("/")) {
      open.push(at);
      if (open.size() == DEEPEST + 1) {
        flaw(at, "Expected sections to nest at most " + DEEPEST + " deep, but %s is deeper.");
      }
    } else if (tag.startsWith("/") && !tag.equals("/else") && open.poll() == null) {
      flaw(at, "Expected a section before %s, but there is none.");
    }
  }

  /** A flaw whose message names the tag. */
  private void flaw(int at, String message) {
    int end = Math.min(text.length(), at + 40);
    int close = text.indexOf('}', at);
    String tag = text.substring(at, close < 0 || close >= end ? end : close + 1);
    flaws.add(new Flaw(at, message.contains("%s") ? message.formatted(tag) : message, ""));
  }
}
