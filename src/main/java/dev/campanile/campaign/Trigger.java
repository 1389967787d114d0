package dev.campanile.campaign;

import dev.campanile.campaign.Condition.Happening;
import dev.campanile.campaign.Condition.Since;
import dev.campanile.campaign.Condition.Tally;
import java.util.ArrayList;
import java.util.List;

/**
 * When an edge is taken or a campaign entered: conditions in two dimensions, rows ANDed, the cells
 * of a row ORed.
 *
 * <p>A happening that, as written, is ANDed with another happening latches. The mark is set on
 * {@code written} (after identical rows are struck out) and travels with the cell through
 * normalisation.
 *
 * @param written what the author wrote; it is what is printed
 * @param cells what is judged
 */
public record Trigger(Expression<Condition> written, Cnf<Cell> cells) {

  /** A condition in its place; {@code latches} only on happenings. */
  public record Cell(Condition condition, boolean latches) {}

  /**
   * @throws Cnf.TooLarge where multiplying out grows past the bound
   */
  public static Trigger of(Expression<Condition> written) {
    Expression<Condition> plain = written.plain();
    return new Trigger(plain, Cnf.of(mark(plain, false)));
  }

  /** The same where what would count since the arrival at a node counts since the entry. */
  public Trigger sinceEntry() {
    return of(written.map(Trigger::sinceEntry));
  }

  private static Condition sinceEntry(Condition condition) {
    return condition instanceof Condition.Aggregate(Tally tally, var operator, var operand)
            && tally.since() == Since.NODE
        ? new Condition.Aggregate(tally.since(Since.ENTRY), operator, operand)
        : condition;
  }

  private static Expression<Cell> mark(Expression<Condition> expression, boolean anded) {
    return switch (expression) {
      case Expression.Leaf<Condition>(Condition condition) ->
          new Expression.Leaf<>(new Cell(condition, anded && condition instanceof Happening));
      case Expression.Or<Condition> or ->
          new Expression.Or<>(or.parts().stream().map(part -> mark(part, anded)).toList());
      case Expression.And<Condition> and -> markAll(and.parts(), anded);
    };
  }

  private static Expression<Cell> markAll(List<Expression<Condition>> parts, boolean anded) {
    List<Expression<Cell>> marked = new ArrayList<>();
    long happening = parts.stream().filter(Trigger::hasHappening).count();
    for (Expression<Condition> part : parts) {
      boolean another = happening - (hasHappening(part) ? 1 : 0) > 0;
      marked.add(mark(part, anded || another));
    }
    return new Expression.And<>(marked);
  }

  private static boolean hasHappening(Expression<Condition> expression) {
    return switch (expression) {
      case Expression.Leaf<Condition> leaf -> leaf.value() instanceof Happening;
      case Expression.And<Condition> and -> and.parts().stream().anyMatch(Trigger::hasHappening);
      case Expression.Or<Condition> or -> or.parts().stream().anyMatch(Trigger::hasHappening);
    };
  }
}
