package dev.campanile.adapter.json;

import dev.campanile.campaign.text.Excerpt;
import java.util.List;

/**
 * How much of an explanation is written.
 *
 * @param text the longest text, in characters
 * @param rows the most rows of a trigger, and of a {@code where}
 * @param cells the most cells of a row
 * @param seen the most values of a cell
 * @param where whether the rows of a {@code where} are told
 */
record Extent(int text, int rows, int cells, int seen, boolean where) {

  /** From the whole of a usual trigger down to what always fits. */
  static final List<Extent> NARROWING =
      List.of(
          new Extent(120, 16, 8, 8, true),
          new Extent(80, 8, 4, 4, true),
          new Extent(60, 8, 3, 2, true),
          new Extent(40, 8, 2, 1, false),
          new Extent(30, 8, 1, 0, false));

  String cut(String whole) {
    return whole.length() <= text ? whole : Excerpt.cut(whole, text - 1);
  }
}
