package dev.campanile.campaign.text;

import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The canonical text of triggers as written. */
final class TriggerText {

  private TriggerText() {}

  /** The rows of what is an AND of ORs of cells; empty of any other shape. */
  static Optional<List<List<Condition>>> rows(Expression<Condition> written) {
    var rows = new ArrayList<List<Condition>>();
    for (Expression<Condition> part :
        written instanceof Expression.And<Condition> and ? and.parts() : List.of(written)) {
      Optional<List<Condition>> row = row(part);
      if (row.isEmpty()) {
        return Optional.empty();
      }
      rows.add(row.get());
    }
    return Optional.of(rows);
  }

  static String of(Expression<Condition> written) {
    return rows(written).map(TriggerText::ofRows).orElseGet(() -> ofExpression(written));
  }

  /** A Boolean text over quoted cells. */
  static String ofExpression(Expression<Condition> written) {
    return switch (written) {
      case Expression.Leaf<Condition> leaf -> quoted(leaf.value());
      case Expression.And<Condition> and -> joined(and.parts(), " && ");
      case Expression.Or<Condition> or -> joined(or.parts(), " || ");
    };
  }

  private static Optional<List<Condition>> row(Expression<Condition> part) {
    return switch (part) {
      case Expression.Leaf<Condition> leaf -> Optional.of(List.of(leaf.value()));
      case Expression.And<Condition> and -> Optional.empty();
      case Expression.Or<Condition> or ->
          or.parts().stream().allMatch(Expression.Leaf.class::isInstance)
              ? Optional.of(leaves(or))
              : Optional.empty();
    };
  }

  private static List<Condition> leaves(Expression<Condition> expression) {
    var leaves = new ArrayList<Condition>();
    expression.forEachLeaf(leaves::add);
    return leaves;
  }

  private static String ofRows(List<List<Condition>> rows) {
    return rows.stream()
        .map(
            row ->
                row.stream().map(TriggerText::quoted).collect(Collectors.joining(", ", "[", "]")))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String joined(List<Expression<Condition>> parts, String sign) {
    return parts.stream()
        .map(
            part ->
                part instanceof Expression.Leaf
                    ? ofExpression(part)
                    : "(" + ofExpression(part) + ")")
        .collect(Collectors.joining(sign));
  }

  private static String quoted(Condition condition) {
    return '"' + ConditionText.of(condition).replace("\"", "\"\"") + '"';
  }
}
