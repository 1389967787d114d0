package dev.campanile.campaign.text;

import dev.campanile.campaign.Cnf;
import dev.campanile.campaign.Comparison;
import dev.campanile.campaign.Expression;
import dev.campanile.campaign.Operand;
import dev.campanile.campaign.Operand.Literal;
import dev.campanile.campaign.Operator;
import dev.campanile.campaign.Path;
import dev.campanile.campaign.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads comparisons as objects: {@code {path: price, op: gte, value: 20}}.
 *
 * <p>A text value such as {@code "{gift.code}"} is a reference, as in the text form; {@code {text:
 * "{gift.code}"}} is that text itself.
 */
final class ObjectComparisons {

  /** An operator with its right side. */
  record Compared(Operator operator, Operand operand) {}

  private final ConditionParser conditions;
  private final Operands operands;

  ObjectComparisons(ConditionParser conditions, Operands operands) {
    this.conditions = conditions;
    this.operands = operands;
  }

  /**
   * The value of {@code where}: text as after the word where, or a two-dimensional array of
   * comparisons.
   */
  Optional<Cnf<Comparison>> where(Fields fields) {
    return fields.has("where") ? fields.read("where", this::where) : Optional.of(Cnf.always());
  }

  /** The comparison of a mapping whose path stands at a key of its own. */
  Optional<Comparison> comparison(Fields fields, String pathKey) {
    Optional<Path> path = fields.required(pathKey).flatMap(p -> p.text(ObjectComparisons::path));
    Optional<Compared> compared = compared(fields);
    return path.flatMap(p -> compared.map(c -> new Comparison(p, c.operator(), c.operand())));
  }

  Optional<Compared> compared(Fields fields) {
    return fields
        .required("op")
        .flatMap(part -> part.text(ObjectComparisons::operator))
        .flatMap(
            operator -> operand(fields, operator).map(operand -> new Compared(operator, operand)));
  }

  static Path path(String text) {
    var cursor = new Cursor(text);
    Path path = Words.path(cursor);
    cursor.expectEnd();
    return path;
  }

  private static Operator operator(String text) {
    return Operator.of(text)
        .orElseThrow(
            () ->
                Misread.of(
                    "Expected an operator such as eq or gte, but got %s."
                        .formatted(Excerpt.of(text)),
                    Words.operatorAdvice(text)));
  }

  private Optional<Cnf<Comparison>> where(Part part) {
    return part.tree() instanceof Tree.Sequence
        ? rows(part)
            .flatMap(
                rows ->
                    part.understood(() -> ComparisonParser.multiplied(Expression.ofRows(rows), 0)))
        : part.text(conditions::where);
  }

  private Optional<List<List<Comparison>>> rows(Part part) {
    List<Part> parts = part.someItems("rows");
    List<List<Comparison>> rows = parts.stream().flatMap(row -> row(row).stream()).toList();
    return whole(parts, rows);
  }

  private Optional<List<Comparison>> row(Part row) {
    List<Part> parts = row.someItems("comparisons");
    List<Comparison> cells = parts.stream().flatMap(cell -> cell(cell).stream()).toList();
    return whole(parts, cells);
  }

  private Optional<Comparison> cell(Part cell) {
    return cell.tree() instanceof Tree.Mapping
        ? Fields.of(cell, Shape.COMPARISON).flatMap(fields -> comparison(fields, "path"))
        : cell.text(conditions::comparison);
  }

  private Optional<Operand> operand(Fields fields, Operator operator) {
    return switch (Operands.arity(operator)) {
      case NONE -> none(fields, operator);
      case ONE -> fields.required("value").flatMap(part -> value(part, operator));
      case TWO -> fields.required("value").flatMap(part -> two(part, operator));
      case SOME -> fields.required("value").flatMap(part -> several(part, operator));
    };
  }

  private static Optional<Operand> none(Fields fields, Operator operator) {
    return fields.has("value")
        ? fields
            .required("value")
            .flatMap(p -> p.unexpected("no value with '%s'".formatted(operator.word()), ""))
        : Optional.of(new Operand.None());
  }

  private Optional<Operand> two(Part part, Operator operator) {
    if (part.tree() instanceof Tree.Sequence sequence && sequence.items().size() != 2) {
      return part.refuse("Expected two values, but got %d.".formatted(sequence.items().size()), "");
    }
    return list(part, operator);
  }

  private Optional<Operand> several(Part part, Operator operator) {
    if (part.tree() instanceof Tree.Scalar scalar && scalar.text().startsWith("{")) {
      return value(part, operator);
    }
    return list(part, operator);
  }

  private Optional<Operand> list(Part part, Operator operator) {
    List<Part> parts = part.someItems("values");
    List<Operand> values = parts.stream().flatMap(item -> value(item, operator).stream()).toList();
    return whole(parts, values).map(all -> Operands.gather(operator, all));
  }

  private Optional<Operand> value(Part part, Operator operator) {
    if (part.tree() instanceof Tree.Mapping) {
      return Fields.of(part, Shape.TEXT)
          .flatMap(fields -> fields.required("text"))
          .flatMap(text -> text.text(t -> operands.text(operator, t)));
    }
    return part.text(text -> scalar((Tree.Scalar) part.tree(), operator));
  }

  private Operand scalar(Tree.Scalar scalar, Operator operator) {
    if (scalar.text().startsWith("{") && operator != Operator.MATCHES) {
      return conditions.reference(scalar.text(), operator);
    }
    return scalar.quoted() || Operands.onText(operator)
        ? operands.text(operator, scalar.text())
        : new Literal(Scalars.value(scalar).orElseThrow());
  }

  private static <T> Optional<List<T>> whole(List<Part> parts, List<T> read) {
    return read.isEmpty() || read.size() < parts.size()
        ? Optional.empty()
        : Optional.of(new ArrayList<>(read));
  }
}
