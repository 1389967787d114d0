package dev.campanile.adapter.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.engine.monitor.SeenText;
import dev.campanile.engine.state.Explanation;
import dev.campanile.engine.state.Explanation.Cell;
import dev.campanile.engine.state.Explanation.Row;
import dev.campanile.engine.state.Explanation.Seen;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Explanations within a budget. What is too much is told in less detail: texts are cut, and of many
 * cells the first ones are kept, those that held before the others, with a word on how many there
 * were besides.
 */
final class Explanations {

  /** In UTF-8. */
  static final int MOST_BYTES = 4096;

  private static final int LONGEST_CHARACTER = 3;
  private static final Set<String> WHOLE = Set.of("holds", "rows");
  private static final Set<String> CELL = Set.of("text", "holds", "seen", "where");

  private final Extent extent;

  private Explanations(Extent extent) {
    this.extent = extent;
  }

  static String text(Explanation explanation) throws IOException {
    for (Extent extent : Extent.NARROWING) {
      String text = Json.text(out -> new Explanations(extent).write(out, explanation));
      if (fits(text)) {
        return text;
      }
    }
    throw new IllegalStateException("Expected the narrowest extent to fit, but it does not.");
  }

  private static boolean fits(String text) {
    return text.length() * LONGEST_CHARACTER <= MOST_BYTES
        || text.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
  }

  private void write(JsonGenerator out, Explanation explanation) throws IOException {
    out.writeStartObject();
    out.writeBooleanField("holds", explanation.holds());
    rows(out, "rows", explanation.rows());
    out.writeEndObject();
  }

  static Explanation read(JsonNode node) {
    Fields fields = Fields.of(node, WHOLE);
    return new Explanation(fields.flag("holds"), rows(fields.array("rows")));
  }

  private void rows(JsonGenerator out, String name, List<Row> rows) throws IOException {
    out.writeArrayFieldStart(name);
    for (Row row : first(rows, extent.rows())) {
      out.writeStartArray();
      for (Cell cell : first(ranked(row.cells()), extent.cells())) {
        cell(out, cell);
      }
      more(out, row.cells().size() - extent.cells(), false);
      out.writeEndArray();
    }
    List<Row> rest = rows.subList(Math.min(rows.size(), extent.rows()), rows.size());
    if (!rest.isEmpty()) {
      out.writeStartArray();
      more(out, rest.size(), rest.stream().allMatch(Row::holds));
      out.writeEndArray();
    }
    out.writeEndArray();
  }

  /** A word on what is left out. */
  private void more(JsonGenerator out, int left, boolean holds) throws IOException {
    if (left > 0) {
      cell(out, new Cell("… %d more".formatted(left), holds, List.of(), List.of()));
    }
  }

  private void cell(JsonGenerator out, Cell cell) throws IOException {
    out.writeStartObject();
    out.writeStringField("text", extent.cut(cell.text()));
    out.writeBooleanField("holds", cell.holds());
    List<Seen> values = first(cell.seen(), extent.seen());
    if (!values.isEmpty()) {
      out.writeArrayFieldStart("seen");
      for (Seen seen : values) {
        seen(out, seen);
      }
      out.writeEndArray();
    }
    if (extent.where() && !cell.where().isEmpty()) {
      rows(out, "where", cell.where());
    }
    out.writeEndObject();
  }

  private void seen(JsonGenerator out, Seen seen) throws IOException {
    out.writeStartArray();
    out.writeString(extent.cut(seen.name()));
    if (seen.value().isPresent()) {
      value(out, seen.value().get());
    }
    out.writeEndArray();
  }

  /** Lists and objects as their text: they may be long, and are there to be read. */
  private void value(JsonGenerator out, Object value) throws IOException {
    switch (value) {
      case String text -> out.writeString(extent.cut(text));
      case Boolean truth -> out.writeBoolean(truth);
      case Number number when SeenText.text(number).length() > extent.text() ->
          out.writeString(extent.cut(SeenText.text(number)));
      case Number number -> Values.write(out, number);
      default -> out.writeString(extent.cut(SeenText.text(value)));
    }
  }

  private static List<Row> rows(JsonNode array) {
    List<Row> rows = new ArrayList<>();
    for (JsonNode row : array) {
      List<Cell> cells = new ArrayList<>();
      row.forEach(cell -> cells.add(cell(cell)));
      rows.add(new Row(cells.stream().anyMatch(Cell::holds), cells));
    }
    return rows;
  }

  private static Cell cell(JsonNode node) {
    Fields fields = Fields.of(node, CELL);
    List<Seen> seen = new ArrayList<>();
    if (fields.has("seen")) {
      fields
          .array("seen")
          .forEach(
              one ->
                  seen.add(
                      new Seen(
                          one.path(0).asText(),
                          Optional.ofNullable(one.get(1)).map(Values::read))));
    }
    return new Cell(
        fields.text("text"),
        fields.flag("holds"),
        seen,
        fields.has("where") ? rows(fields.array("where")) : List.of());
  }

  private List<Cell> ranked(List<Cell> cells) {
    return cells.size() <= extent.cells()
        ? cells
        : cells.stream().sorted((a, b) -> Boolean.compare(b.holds(), a.holds())).toList();
  }

  private static <T> List<T> first(List<T> all, int most) {
    return all.subList(0, Math.min(all.size(), most));
  }
}
