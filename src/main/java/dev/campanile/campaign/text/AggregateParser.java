package dev.campanile.campaign.text;

import dev.campanile.campaign.Cnf;
import dev.campanile.campaign.Comparison;
import dev.campanile.campaign.Condition.Aggregate;
import dev.campanile.campaign.Condition.Function;
import dev.campanile.campaign.Condition.Since;
import dev.campanile.campaign.Condition.Tally;
import dev.campanile.campaign.Operand;
import dev.campanile.campaign.Operand.Literal;
import dev.campanile.campaign.Operator;
import dev.campanile.campaign.Path;
import dev.campanile.campaign.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads {@code FN([PATH of] TYPE [where C]) OP N [since node|entry|ever] [within D]}. */
final class AggregateParser {

  private static final Set<String> ENDINGS = Set.of("since", "within");
  private static final List<String> STARTS = List.of("node", "entry", "ever");

  private final ComparisonParser comparisons;
  private final Since unwritten;

  /**
   * @param unwritten from where is counted when nothing is written
   */
  AggregateParser(ComparisonParser comparisons, Since unwritten) {
    this.comparisons = comparisons;
    this.unwritten = unwritten;
  }

  Aggregate aggregate(Cursor cursor, String name) {
    cursor.expect("(");
    int start = cursor.skipBlank().offset();
    Function function = Function.valueOf(name.toUpperCase(Locale.ROOT));
    Optional<Path> path = Misread.placing(start, () -> checked(function, path(cursor)));
    String type = Words.type(cursor);
    Cnf<Comparison> where = cursor.tookWord("where") ? comparisons.where(cursor) : Cnf.always();
    cursor.expect(")");
    return compared(cursor, new Tally(function, path, type, where, unwritten, Optional.empty()));
  }

  /** Refuses a path after {@code count}, and its absence after any other function. */
  static Optional<Path> checked(Function function, Optional<Path> path) {
    boolean counts = function == Function.COUNT;
    if (counts == path.isEmpty()) {
      return path;
    }
    String name = function.name().toLowerCase(Locale.ROOT);
    throw counts
        ? Misread.of(
            "Expected an event type alone in 'count', but got a property.",
            "Maybe write where … exists.")
        : Misread.of(
            "Expected a property in '%s', but got none.".formatted(name),
            "Maybe write PROPERTY of TYPE.");
  }

  /** Refuses operators and values that no number is compared with. */
  static Operand checked(Operator operator, Operand operand) {
    if (!compares(operator)) {
      throw Misread.of(
          "Expected an operator on numbers, but got '%s'.".formatted(operator.word()), "");
    }
    return numeric(operand);
  }

  static Since since(String word) {
    if (!STARTS.contains(word)) {
      throw Misread.of(
          "Expected 'node', 'entry' or 'ever' after 'since', but got %s."
              .formatted(Excerpt.of(word)),
          Excerpt.nearest(word, STARTS));
    }
    return Since.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private Aggregate compared(Cursor cursor, Tally tally) {
    int start = cursor.skipBlank().offset();
    Operator operator = Words.operator(cursor);
    Operand operand =
        Misread.placing(
            start, () -> checked(operator, comparisons.operand(cursor, operator, true, ENDINGS)));
    Since since = cursor.tookWord("since") ? since(cursor) : unwritten;
    Optional<Span> within =
        cursor.tookWord("within") ? Optional.of(ConditionParser.span(cursor)) : Optional.empty();
    var whole =
        new Tally(tally.function(), tally.path(), tally.type(), tally.where(), since, within);
    return new Aggregate(whole, operator, operand);
  }

  private static Since since(Cursor cursor) {
    return Misread.placing(cursor.skipBlank().offset(), () -> since(cursor.run(Lexical::bare)));
  }

  private static Optional<Path> path(Cursor cursor) {
    int start = cursor.offset();
    Path path = Words.path(cursor);
    if (cursor.tookWord("of")) {
      return Optional.of(path);
    }
    cursor.returnTo(start);
    return Optional.empty();
  }

  private static boolean compares(Operator operator) {
    return switch (operator) {
      case EQ, NE, GT, GTE, LT, LTE, IN, NIN, BETWEEN -> true;
      case CONTAINS, STARTS_WITH, ENDS_WITH, MATCHES, EXISTS, MISSING, BEFORE, AFTER -> false;
    };
  }

  private static Operand numeric(Operand operand) {
    return switch (operand) {
      case Operand.Reference reference -> reference;
      case Literal literal when literal.value() instanceof BigDecimal -> literal;
      case Operand.Several several -> {
        several.values().forEach(AggregateParser::numeric);
        yield several;
      }
      case Literal literal ->
          throw Misread.of(
              "Expected a number, but got %s.".formatted(Excerpt.of(literal.value().toString())),
              "");
      case Operand.None none -> throw Misread.of("Expected a number, but got none.", "");
      case Operand.Pattern pattern ->
          throw Misread.of("Expected a number, but got a regular expression.", "");
    };
  }
}
