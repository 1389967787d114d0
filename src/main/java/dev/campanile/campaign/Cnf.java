package dev.campanile.campaign;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Predicate;

/**
 * A two-dimensional array of cells: rows are ANDed, the cells of a row ORed (conjunctive normal
 * form).
 *
 * <p>Identical rows and identical cells of a row are struck out; order is kept. No rows: always
 * true.
 */
public record Cnf<T>(List<List<T>> rows) {

  /** The most cells that normalisation may grow to; beyond it the author is asked to simplify. */
  public static final int MOST_CELLS = 1024;

  public Cnf {
    rows = distinct(rows);
  }

  public static <T> Cnf<T> always() {
    return new Cnf<>(List.of());
  }

  /** Thrown where an expression would grow past {@link #MOST_CELLS} cells. */
  public static final class TooLarge extends RuntimeException {

    TooLarge() {
      super(
          "Expected at most %d cells after multiplying out, but there are more."
              .formatted(MOST_CELLS));
    }
  }

  /**
   * Multiplies an expression out; O(cells of the result).
   *
   * @throws TooLarge where the result has more than {@link #MOST_CELLS} cells
   */
  public static <T> Cnf<T> of(Expression<T> expression) {
    return new Cnf<>(rowsOf(expression));
  }

  public boolean holds(Predicate<T> cell) {
    for (List<T> row : rows) {
      if (!anyHolds(row, cell)) {
        return false;
      }
    }
    return true;
  }

  private static <T> boolean anyHolds(List<T> row, Predicate<T> cell) {
    for (T candidate : row) {
      if (cell.test(candidate)) {
        return true;
      }
    }
    return false;
  }

  private static <T> List<List<T>> rowsOf(Expression<T> expression) {
    return switch (expression) {
      case Expression.Leaf<T> leaf -> List.of(List.of(leaf.value()));
      case Expression.And<T> and -> conjunction(and.parts());
      case Expression.Or<T> or -> disjunction(or.parts());
    };
  }

  private static <T> List<List<T>> conjunction(List<Expression<T>> parts) {
    List<List<T>> rows = new ArrayList<>();
    int cells = 0;
    for (Expression<T> part : parts) {
      for (List<T> row : rowsOf(part)) {
        cells += row.size();
        bound(cells);
        rows.add(row);
      }
    }
    return distinct(rows);
  }

  private static <T> List<List<T>> disjunction(List<Expression<T>> parts) {
    List<List<T>> product = List.of(List.of());
    for (Expression<T> part : parts) {
      product = times(product, rowsOf(part));
    }
    return product;
  }

  private static <T> List<List<T>> times(List<List<T>> left, List<List<T>> right) {
    List<List<T>> product = new ArrayList<>();
    int cells = 0;
    for (List<T> a : left) {
      for (List<T> b : right) {
        cells += a.size() + b.size();
        bound(cells);
        List<T> row = new ArrayList<>(a);
        row.addAll(b);
        product.add(row);
      }
    }
    return distinct(product);
  }

  private static void bound(int cells) {
    if (cells > MOST_CELLS) {
      throw new TooLarge();
    }
  }

  private static <T> List<List<T>> distinct(List<List<T>> rows) {
    var kept = new LinkedHashSet<List<T>>();
    for (List<T> row : rows) {
      kept.add(List.copyOf(new LinkedHashSet<>(row)));
    }
    return List.copyOf(kept);
  }
}
