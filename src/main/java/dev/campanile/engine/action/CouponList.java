package dev.campanile.engine.action;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Codes read from a file: one to a line, or the column {@code code} of a CSV file with a header.
 *
 * <p>Blank lines are passed over, repeated codes counted. A list with problems is not to be loaded.
 *
 * @param problems each as "Expected …, but …."; not more than {@link #MOST_PROBLEMS}
 */
public record CouponList(Set<String> codes, int duplicates, List<String> problems) {

  public static final int MOST_CODES = 1_000_000;
  public static final int LONGEST_CODE = 128;
  public static final int MOST_PROBLEMS = 20;

  private static final String COLUMN = "code";
  private static final String SEPARATORS = ",;\t";

  /** Reads lines without their ends; reads no further than the limits. */
  public static CouponList read(Iterator<String> lines) {
    var reading = new Reading();
    while (lines.hasNext() && reading.goesOn()) {
      reading.line(lines.next());
    }
    return new CouponList(reading.codes, reading.duplicates, reading.problems);
  }

  private static final class Reading {

    private final Set<String> codes = new LinkedHashSet<>();
    private final List<String> problems = new ArrayList<>();
    private int duplicates;
    private int number;
    private int column = -1;

    boolean goesOn() {
      return problems.size() < MOST_PROBLEMS && codes.size() <= MOST_CODES;
    }

    void line(String raw) {
      number++;
      String line = number == 1 && raw.startsWith("\ufeff") ? raw.substring(1) : raw;
      if (line.isBlank()) {
        return;
      }
      List<String> cells = cells(line);
      if (column >= 0 || !header(cells)) {
        code(cells);
      }
    }

    /** Finds the column; tells whether the line is a header. */
    private boolean header(List<String> cells) {
      int named =
          cells.stream().map(cell -> cell.toLowerCase(Locale.ROOT)).toList().indexOf(COLUMN);
      column = Math.max(named, 0);
      if (named < 0 && cells.size() > 1) {
        problem(
            "one code to a line, or a column 'code'", "%d other columns".formatted(cells.size()));
      }
      return named >= 0;
    }

    private void code(List<String> cells) {
      String code = column < cells.size() ? cells.get(column) : "";
      if (code.isEmpty() || code.length() > LONGEST_CODE) {
        problem("a code of 1 to %d characters".formatted(LONGEST_CODE), code.length() + "");
      } else if (!code.chars()
          .allMatch(c -> c > ' ' && c != 0x7f && !Character.isSurrogate((char) c))) {
        problem("a code without spaces and control characters", "one with some");
      } else if (!codes.add(code)) {
        duplicates++;
      } else if (codes.size() > MOST_CODES) {
        problem("at most %d codes".formatted(MOST_CODES), "one more");
      }
    }

    private void problem(String what, String fact) {
      problems.add("Expected %s, but line %d has %s.".formatted(what, number, fact));
    }

    private static List<String> cells(String line) {
      List<String> cells = new ArrayList<>();
      var cell = new StringBuilder();
      boolean quoted = false;
      for (char c : line.toCharArray()) {
        quoted ^= c == '"';
        if (!quoted && SEPARATORS.indexOf(c) >= 0) {
          cells.add(bare(cell.toString()));
          cell.setLength(0);
        } else {
          cell.append(c);
        }
      }
      cells.add(bare(cell.toString()));
      return cells;
    }

    private static String bare(String cell) {
      String text = cell.strip();
      boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
      return quoted ? text.substring(1, text.length() - 1).replace("\"\"", "\"") : text;
    }
  }
}
