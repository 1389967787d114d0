package dev.campanile.engine.state;

import java.util.List;
import java.util.Optional;

/**
 * Why a trigger holds or does not at one moment: its rows, all of which must hold, and the cells of
 * each, one of which must, with the values that were seen.
 */
public record Explanation(boolean holds, List<Row> rows) {

  /** One row: it holds where one of its cells does. */
  public record Row(boolean holds, List<Cell> cells) {

    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * One cell.
   *
   * @param text its canonical text
   * @param seen what was looked at
   * @param where the rows of its {@code where}, as far as an event was there to be compared
   */
  public record Cell(String text, boolean holds, List<Seen> seen, List<Row> where) {

    public Cell {
      seen = List.copyOf(seen);
      where = List.copyOf(where);
    }
  }

  /** Something that was looked at; no value where there is none. */
  public record Seen(String name, Optional<Object> value) {}

  public Explanation {
    rows = List.copyOf(rows);
  }
}
