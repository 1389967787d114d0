package dev.campanile.adapter.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.engine.state.Explanation;
import dev.campanile.engine.state.Explanation.Cell;
import dev.campanile.engine.state.Explanation.Row;
import dev.campanile.engine.state.Explanation.Seen;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Explanations within a budget: long texts are cut, and of many cells the first ones are kept,
 * those that held before the others.
 */
final class Explanations {

  private static final int LONGEST = 120;
  private static final int MOST_ROWS = 16;
  private static final int MOST_CELLS = 8;
  private static final Set<String> WHOLE = Set.of("holds", "rows");
  private static final Set<String> CELL = Set.of("text", "holds", "seen", "where");

  private Explanations() {}

  static void write(JsonGenerator out, Explanation explanation) throws IOException {
    out.writeStartObject();
    out.writeBooleanField("holds", explanation.holds());
    rows(out, "rows", explanation.rows());
    out.writeEndObject();
  }

  static Explanation read(JsonNode node) {
    Fields fields = Fields.of(node, WHOLE);
    return new Explanation(fields.flag("holds"), rows(fields.array("rows")));
  }

  private static void rows(JsonGenerator out, String name, List<Row> rows) throws IOException {
    out.writeArrayFieldStart(name);
    for (Row row : first(rows, MOST_ROWS)) {
      out.writeStartArray();
      for (Cell cell : first(ranked(row.cells()), MOST_CELLS)) {
        cell(out, cell);
      }
      out.writeEndArray();
    }
    out.writeEndArray();
  }

  private static void cell(JsonGenerator out, Cell cell) throws IOException {
    out.writeStartObject();
    out.writeStringField("text", cut(cell.text()));
    out.writeBooleanField("holds", cell.holds());
    if (!cell.seen().isEmpty()) {
      out.writeArrayFieldStart("seen");
      for (Seen seen : cell.seen()) {
        out.writeStartArray();
        out.writeString(cut(seen.name()));
        if (seen.value().isPresent()) {
          value(out, seen.value().get());
        }
        out.writeEndArray();
      }
      out.writeEndArray();
    }
    if (!cell.where().isEmpty()) {
      rows(out, "where", cell.where());
    }
    out.writeEndObject();
  }

  /** Lists and objects as their text: they may be long, and are there to be read. */
  private static void value(JsonGenerator out, Object value) throws IOException {
    switch (value) {
      case String text -> out.writeString(cut(text));
      case Number number when number.toString().length() > LONGEST ->
          out.writeString(cut(number.toString()));
      case Number number -> Values.write(out, number);
      case Boolean truth -> out.writeBoolean(truth);
      default -> out.writeString(cut(value.toString()));
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

  private static List<Cell> ranked(List<Cell> cells) {
    return cells.size() <= MOST_CELLS
        ? cells
        : cells.stream().sorted((a, b) -> Boolean.compare(b.holds(), a.holds())).toList();
  }

  private static <T> List<T> first(List<T> all, int most) {
    return all.subList(0, Math.min(all.size(), most));
  }

  private static String cut(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
    return text.substring(0, end) + "…";
  }
}
