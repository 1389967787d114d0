package dev.campanile.engine.monitor;

import dev.campanile.engine.state.Explanation;
import dev.campanile.engine.state.Explanation.Cell;
import dev.campanile.engine.state.Explanation.Row;
import dev.campanile.engine.state.Explanation.Seen;
import dev.campanile.engine.state.Judgment;
import java.math.BigDecimal;
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
    String missing =
        judgment.explanation().rows().stream()
            .filter(row -> !row.holds())
            .map(row -> row.cells().stream().map(ExplanationText::brief))
            .map(cells -> cells.collect(Collectors.joining(" or ")))
            .collect(Collectors.joining("; and "));
    return headline(judgment) + (missing.isEmpty() ? "" : " Missing: " + missing + ".");
  }

  private static String brief(Cell cell) {
    String where =
        cell.where().stream()
            .filter(row -> !row.holds())
            .map(row -> row.cells().stream().map(ExplanationText::brief))
            .map(cells -> cells.collect(Collectors.joining(" or ")))
            .collect(Collectors.joining(", and "));
    return where.isEmpty() ? cell.text() + seen(cell.seen()) : where;
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
            .orElse("%s: into %s".formatted(edge, judgment.to()));
    return way + ", " + verdict(judgment);
  }

  private static String verdict(Judgment judgment) {
    String hindrance = judgment.detail().isEmpty() ? "" : " " + judgment.detail();
    return switch (judgment.verdict()) {
      case FOLLOWED -> judgment.from().isPresent() ? "followed." : "entered.";
      case OUTRANKED -> "held, but another way was taken." + hindrance;
      case REFUSED -> "held, but the user was refused." + hindrance;
      case NOT_JUDGED -> "holds, but nothing gave cause to ask." + hindrance;
      case NOT_HELD -> "did not hold." + hindrance;
    };
  }

  private static void row(Row row, String indent, List<String> lines) {
    boolean several = row.cells().size() > 1;
    if (several) {
      lines.add(indent + mark(row.holds()) + " one of");
    }
    row.cells().forEach(cell -> cell(cell, several ? indent + INDENT : indent, lines));
  }

  private static void cell(Cell cell, String indent, List<String> lines) {
    lines.add(indent + mark(cell.holds()) + " " + cell.text() + seen(cell.seen()));
    cell.where().forEach(row -> row(row, indent + INDENT, lines));
  }

  private static String seen(List<Seen> seen) {
    return seen.isEmpty()
        ? ""
        : seen.stream().map(ExplanationText::seen).collect(Collectors.joining(", ", " (", ")"));
  }

  private static String seen(Seen seen) {
    if (seen.value().isEmpty()) {
      return seen.name().equals("event") ? "there was no event" : seen.name() + " is missing";
    }
    Object value = seen.value().get();
    boolean question = value instanceof Boolean && seen.name().contains(" ");
    return question
        ? seen.name() + ": " + (value.equals(true) ? "yes" : "no")
        : "%s is %s".formatted(seen.name(), text(value));
  }

  private static String text(Object value) {
    return switch (value) {
      case BigDecimal number -> number.toPlainString();
      case String text -> "'" + text + "'";
      case Boolean truth -> truth ? "true" : "false";
      default -> value.toString();
    };
  }

  private static String mark(boolean holds) {
    return holds ? "[x]" : "[ ]";
  }
}
