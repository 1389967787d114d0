package dev.campanile.engine.monitor;

import dev.campanile.engine.state.Explanation;
import dev.campanile.engine.state.Explanation.Cell;
import dev.campanile.engine.state.Explanation.Row;
import dev.campanile.engine.state.Judgment;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Explanations as lines for people: {@code [x]} before what held and {@code [ ]} before what did
 * not, each cell with the values seen.
 */
public final class ExplanationText {

  private static final String INDENT = "    ";

  private ExplanationText() {}

  /** What became of one trigger, and below it why. */
  public static List<String> of(Judgment judgment) {
    List<String> lines = new ArrayList<>();
    lines.add(headline(judgment));
    of(judgment.explanation()).forEach(line -> lines.add(INDENT + line));
    return lines;
  }

  /** The same in one line: of what did not hold, what was missing. */
  public static String brief(Judgment judgment) {
    String missing = missing(judgment.explanation());
    return headline(judgment) + (missing.isEmpty() ? "" : " Missing: " + missing + ".");
  }

  /** What did not hold, with the values seen; empty where all did. */
  public static String missing(Explanation explanation) {
    return missing(explanation.rows(), "; and ");
  }

  private static String missing(List<Row> rows, String and) {
    return rows.stream()
        .filter(row -> !row.holds())
        .map(row -> row.cells().stream().map(ExplanationText::missing))
        .map(cells -> cells.collect(Collectors.joining(" or ")))
        .collect(Collectors.joining(and));
  }

  /** Of an event that came, what it lacks. */
  private static String missing(Cell cell) {
    String where = missing(cell.where(), ", and ");
    return where.isEmpty() ? cell.text() + SeenText.of(cell.seen()) : where;
  }

  /** The rows, each of which must hold. */
  public static List<String> of(Explanation explanation) {
    List<String> lines = new ArrayList<>();
    explanation.rows().forEach(row -> row(row, "", lines));
    return lines;
  }

  private static String headline(Judgment judgment) {
    String edge = judgment.rule().substring(judgment.rule().indexOf('/') + 1);
    String way =
        judgment
            .from()
            .map(from -> "%s: %s -> %s".formatted(edge, from, judgment.to()))
            .orElse(isAim(edge) ? edge : "%s: into %s".formatted(edge, judgment.to()));
    return way + ", " + verdict(judgment, edge) + hindrance(judgment);
  }

  /** Goal and exit lead nowhere. */
  private static boolean isAim(String edge) {
    return edge.equals("goal") || edge.equals("exit");
  }

  private static String verdict(Judgment judgment, String edge) {
    return switch (judgment.verdict()) {
      case FOLLOWED -> isAim(edge) ? "held." : followed(judgment);
      case OUTRANKED -> "held, but another way came first.";
      case REFUSED -> "held, but the user was not let in.";
      case NOT_JUDGED -> "holds, but nothing gave cause to look.";
      case NOT_HELD -> "did not hold.";
    };
  }

  private static String followed(Judgment judgment) {
    return judgment.from().isPresent() ? "followed." : "entered.";
  }

  private static String hindrance(Judgment judgment) {
    return judgment.detail().isEmpty() ? "" : " " + judgment.detail();
  }

  private static void row(Row row, String indent, List<String> lines) {
    boolean several = row.cells().size() > 1;
    if (several) {
      lines.add(indent + mark(row.holds()) + " one of");
    }
    row.cells().forEach(cell -> cell(cell, several ? indent + INDENT : indent, lines));
  }

  private static void cell(Cell cell, String indent, List<String> lines) {
    lines.add(indent + mark(cell.holds()) + " " + cell.text() + SeenText.of(cell.seen()));
    cell.where().forEach(row -> row(row, indent + INDENT, lines));
  }

  private static String mark(boolean holds) {
    return holds ? "[x]" : "[ ]";
  }
}
