package dev.campanile.campaign.text;

import dev.campanile.campaign.Cnf;
import dev.campanile.campaign.Comparison;
import dev.campanile.campaign.Expression;
import dev.campanile.campaign.Operand;
import dev.campanile.campaign.Operator;
import dev.campanile.campaign.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Comparisons, alone, in two dimensions, or as a Boolean text. */
final class ComparisonParser {

  private static final String LIST_END = ",])&|";

  private final Operands operands;
  private final BooleanParser<Comparison> expressions;

  ComparisonParser(Operands operands) {
    this.operands = operands;
    this.expressions = new BooleanParser<>(this::leaf);
  }

  /**
   * What follows {@code where}: {@code [[a, b], [c]]}, or a Boolean text, of which one comparison
   * is the shortest.
   */
  Cnf<Comparison> where(Cursor cursor) {
    int start = cursor.skipBlank().offset();
    return cursor.sees("[")
        ? multiplied(rows(cursor), start)
        : multiplied(expressions.parse(cursor), start);
  }

  /** One comparison; a list may have commas between its values. */
  Comparison comparison(Cursor cursor) {
    return afterPath(cursor, Words.path(cursor), true);
  }

  /** The operator and the values that follow a path. */
  Comparison afterPath(Cursor cursor, Path path, boolean commas) {
    Operator operator = Words.operator(cursor);
    return new Comparison(path, operator, operand(cursor, operator, commas, Set.of()));
  }

  /** The values that follow an operator, up to one of the words that end a list. */
  Operand operand(Cursor cursor, Operator operator, boolean commas, Set<String> endings) {
    return switch (Operands.arity(operator)) {
      case NONE -> new Operand.None();
      case ONE -> value(cursor, operator);
      case TWO -> Operands.gather(operator, two(cursor, operator, commas));
      case SOME -> Operands.gather(operator, several(cursor, operator, commas, endings));
    };
  }

  static Comparison opposite(Comparison comparison) {
    return new Comparison(comparison.path(), opposite(comparison.operator()), comparison.operand());
  }

  static Operator opposite(Operator operator) {
    return operator
        .opposite()
        .orElseThrow(
            () ->
                Misread.of(
                    "Expected an operator with an opposite after '!', but '%s' has none."
                        .formatted(operator.word()),
                    ""));
  }

  private Comparison leaf(Cursor cursor, boolean negated) {
    int start = cursor.offset();
    Comparison comparison = comparison(cursor);
    return negated ? Misread.placing(start, () -> opposite(comparison)) : comparison;
  }

  static Cnf<Comparison> multiplied(Expression<Comparison> expression, int start) {
    try {
      return Cnf.of(expression);
    } catch (Cnf.TooLarge tooLarge) {
      throw new Misread(start, String.valueOf(tooLarge.getMessage()), "Maybe split the condition.");
    }
  }

  private Expression<Comparison> rows(Cursor cursor) {
    var rows = new ArrayList<List<Comparison>>();
    cursor.expect("[");
    do {
      rows.add(row(cursor));
    } while (cursor.skipBlank().took(","));
    cursor.expect("]");
    return Expression.ofRows(rows);
  }

  private List<Comparison> row(Cursor cursor) {
    var cells = new ArrayList<Comparison>();
    cursor.expect("[");
    do {
      cells.add(afterPath(cursor, Words.path(cursor), false));
    } while (cursor.skipBlank().took(","));
    cursor.expect("]");
    return cells;
  }

  private List<Operand> two(Cursor cursor, Operator operator, boolean commas) {
    Operand low = value(cursor, operator);
    if (commas) {
      cursor.skipBlank().took(",");
    }
    return List.of(low, value(cursor, operator));
  }

  private List<Operand> several(
      Cursor cursor, Operator operator, boolean commas, Set<String> endings) {
    var values = new ArrayList<Operand>();
    do {
      values.add(value(cursor, operator));
    } while ((commas && cursor.skipBlank().took(",")) || !listEnds(cursor, endings));
    return values;
  }

  private static boolean listEnds(Cursor cursor, Set<String> endings) {
    if (cursor.ended() || cursor.seesOneOf(LIST_END)) {
      return true;
    }
    int start = cursor.offset();
    boolean ends = endings.contains(cursor.run(Lexical::bare));
    cursor.returnTo(start);
    return ends;
  }

  private Operand value(Cursor cursor, Operator operator) {
    int start = cursor.skipBlank().offset();
    if (cursor.sees("\"")) {
      throw cursor.expected(
          "a value after '%s'".formatted(operator.word()), "Maybe put the text in '…'.");
    }
    Operand value = Misread.placing(start, () -> written(cursor, operator));
    if (!cursor.atWordEnd()) {
      throw cursor.expected("white space after the value", "");
    }
    return value;
  }

  private Operand written(Cursor cursor, Operator operator) {
    if (cursor.sees("'")) {
      return operands.text(operator, cursor.quoted('\''));
    }
    return cursor.sees("{") ? reference(cursor, operator) : bare(cursor, operator);
  }

  private Operand bare(Cursor cursor, Operator operator) {
    String word = cursor.run(Lexical::bare);
    if (word.isEmpty()) {
      throw cursor.expected("a value after '%s'".formatted(operator.word()), "");
    }
    return operands.bare(operator, word);
  }

  Operand reference(Cursor cursor, Operator operator) {
    cursor.expect("{");
    String scope = cursor.run(Lexical::segment);
    cursor.expect(".");
    Path path = Words.path(cursor);
    cursor.expect("}");
    return operands.reference(operator, scope, path);
  }
}
