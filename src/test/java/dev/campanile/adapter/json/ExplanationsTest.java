package dev.campanile.adapter.json;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.engine.state.Explanation;
import dev.campanile.engine.state.Explanation.Cell;
import dev.campanile.engine.state.Explanation.Row;
import dev.campanile.engine.state.Explanation.Seen;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExplanationsTest {

  private final JsonStates states = new JsonStates();

  @Test
  void keepsAUsualExplanationWhole() {
    // given
    var seen =
        List.of(
            new Seen("price", Optional.of(new BigDecimal("20.50"))),
            new Seen("{user.limit}", Optional.empty()),
            new Seen("fallen due", Optional.of(true)),
            new Seen("name", Optional.of("Anna")));
    var where = List.of(new Row(true, List.of(new Cell("price gte 20", true, seen, List.of()))));
    var why = of(List.of(new Cell("event paid", true, List.of(), where), cell("after P1D", false)));
    // when
    Explanation kept = states.explanation(states.explanation(why));
    // then
    assertThat(kept).isEqualTo(why);
  }

  @Test
  void keepsWhatHeldOfManyCells() {
    // given
    List<Cell> cells = new ArrayList<>();
    IntStream.range(0, 20).forEach(i -> cells.add(cell("cell " + i, i == 19)));
    // when
    Explanation kept = states.explanation(states.explanation(of(cells)));
    // then
    Row row = kept.rows().getFirst();
    assertThat(row.holds()).isTrue();
    assertThat(row.cells()).hasSize(9);
    assertThat(row.cells().getFirst().text()).isEqualTo("cell 19");
    assertThat(row.cells().getLast().text()).isEqualTo("… 12 more");
  }

  @Test
  void saysHowManyRowsThereWereBesides() {
    // given
    var row = new Row(true, List.of(cell("always", true)));
    var why = new Explanation(true, IntStream.range(0, 20).mapToObj(i -> row).toList());
    // when
    Explanation kept = states.explanation(states.explanation(why));
    // then
    assertThat(kept.holds()).isTrue();
    assertThat(kept.rows()).hasSize(17).allMatch(Row::holds);
    assertThat(kept.rows().getLast().cells().getFirst().text()).isEqualTo("… 4 more");
  }

  @Test
  void cutsLongTextsBetweenCharacters() {
    // given
    String notes = "\uD83C\uDFB5".repeat(100);
    // when
    Explanation kept = states.explanation(states.explanation(of(List.of(cell(notes, true)))));
    // then
    String text = kept.rows().getFirst().cells().getFirst().text();
    assertThat(text).isEqualTo("\uD83C\uDFB5".repeat(59) + "…");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "\u0001", "\u4E2D", "\uD83C\uDFB5"})
  void neverTakesMoreThanItsBudget(String character) {
    // given
    String text = character.repeat(500);
    Object number = new BigDecimal("1E+990");
    var seen = new Seen(text, Optional.of(List.of(text, number)));
    var inner = new Cell(text, true, nCopies(20, seen), List.of());
    var where = nCopies(40, new Row(true, List.of(inner, inner)));
    var cell = new Cell(text, true, List.of(seen, new Seen(text, Optional.of(number))), where);
    var row = new Row(true, nCopies(40, cell));
    var why = new Explanation(true, nCopies(40, row));
    // when
    String kept = states.explanation(why);
    // then
    assertThat(kept.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(4096);
    assertThat(states.explanation(kept).rows()).hasSize(9).allMatch(Row::holds);
  }

  private static Explanation of(List<Cell> cells) {
    boolean holds = cells.stream().anyMatch(Cell::holds);
    return new Explanation(holds, List.of(new Row(holds, cells)));
  }

  private static Cell cell(String text, boolean holds) {
    return new Cell(text, holds, List.of(), List.of());
  }
}
