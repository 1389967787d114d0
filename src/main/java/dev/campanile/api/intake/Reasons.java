package dev.campanile.api.intake;

import dev.campanile.engine.monitor.ExplanationText;
import dev.campanile.engine.state.Explanation;
import dev.campanile.engine.state.Judgment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of one trigger, and why.
 *
 * @param rule {@code campaign@version/edge}
 * @param verdict {@code followed}, {@code outranked}, {@code not_held}, {@code not_judged} or
 *     {@code refused}
 * @param detail what refuses, or would refuse, the entry
 * @param text the same as lines for people
 */
public record Reasons(
    String campaign,
    int version,
    String rule,
    Optional<String> participation,
    Optional<String> from,
    String to,
    String verdict,
    String detail,
    List<List<Cell>> rows,
    List<String> text) {

  /**
   * A cell of the two-dimensional trigger.
   *
   * @param seen the values it looked at; null where there was none
   * @param where the cells of its {@code where}
   */
  public record Cell(
      String text, boolean holds, Map<String, @Nullable Object> seen, List<List<Cell>> where) {}

  public static Reasons of(Judgment judgment) {
    return new Reasons(
        judgment.campaign().id().text(),
        judgment.campaign().version(),
        judgment.rule(),
        judgment.participation(),
        judgment.from().map(Object::toString),
        judgment.to().text(),
        judgment.verdict().name().toLowerCase(Locale.ROOT),
        judgment.detail(),
        rows(judgment.explanation()),
        ExplanationText.of(judgment));
  }

  public static List<List<Cell>> rows(Explanation explanation) {
    return rows(explanation.rows());
  }

  private static List<List<Cell>> rows(List<Explanation.Row> rows) {
    return rows.stream().map(row -> row.cells().stream().map(Reasons::cell).toList()).toList();
  }

  private static Cell cell(Explanation.Cell cell) {
    Map<String, @Nullable Object> seen = new LinkedHashMap<>();
    cell.seen().forEach(one -> seen.put(one.name(), one.value().orElse(null)));
    return new Cell(cell.text(), cell.holds(), seen, rows(cell.where()));
  }
}
