package dev.campanile.campaign.text;

import dev.campanile.campaign.Names;
import dev.campanile.campaign.Operand;
import dev.campanile.campaign.Operand.Literal;
import dev.campanile.campaign.Operand.Reference;
import dev.campanile.campaign.Operator;
import dev.campanile.campaign.Path;
import dev.campanile.campaign.RegularExpressions;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the operators take as their right side. Their complaints stand at offset 0; the caller moves
 * them.
 */
final class Operands {

  /** How many values an operator takes. */
  enum Arity {
    NONE,
    ONE,
    TWO,
    SOME
  }

  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern LOCAL = Pattern.compile(DATE + "T[0-9:.]+");
  private static final Pattern EXACT = Pattern.compile(DATE + "T[0-9:.]+(Z|[+-][0-9:]+)");

  private final RegularExpressions expressions;

  Operands(RegularExpressions expressions) {
    this.expressions = expressions;
  }

  static Arity arity(Operator operator) {
    return switch (operator) {
      case EXISTS, MISSING -> Arity.NONE;
      case IN, NIN -> Arity.SOME;
      case BETWEEN -> Arity.TWO;
      case EQ, NE, GT, GTE, LT, LTE, CONTAINS, STARTS_WITH, ENDS_WITH, MATCHES, BEFORE, AFTER ->
          Arity.ONE;
    };
  }

  /**
   * An unquoted word: a number, a truth value or text; always text where the operator works on
   * text.
   */
  Operand bare(Operator operator, String word) {
    if (onText(operator)) {
      return text(operator, word);
    }
    if (Lexical.number(word)) {
      return new Literal(Scalars.decimal(word));
    }
    return Lexical.truth(word) ? new Literal(Boolean.valueOf(word)) : new Literal(word);
  }

  Operand text(Operator operator, String text) {
    return switch (operator) {
      case MATCHES -> pattern(text);
      case BEFORE, AFTER -> instant(text);
      default -> new Literal(text);
    };
  }

  Operand reference(Operator operator, String scope, Path path) {
    if (operator == Operator.MATCHES) {
      throw Misread.of("Expected a regular expression after 'matches', but got a reference.", "");
    }
    if (!Names.valid(scope)) {
      throw Misread.of(
          "Expected {entry.x}, {event.x}, {user.x} or {ACTION-ID.x}, but got scope %s."
              .formatted(Excerpt.of(scope)),
          "");
    }
    return new Reference(scope, path);
  }

  /**
   * The values of an operator as one operand; a lone reference after {@code in} stands for a list.
   */
  static Operand gather(Operator operator, List<Operand> values) {
    return switch (arity(operator)) {
      case NONE -> new Operand.None();
      case ONE -> values.getFirst();
      case TWO -> new Operand.Several(values);
      case SOME ->
          values.size() == 1 && values.getFirst() instanceof Reference
              ? values.getFirst()
              : new Operand.Several(values);
    };
  }

  /** Whether what follows the operator is text, however it looks. */
  static boolean onText(Operator operator) {
    return switch (operator) {
      case STARTS_WITH, ENDS_WITH, MATCHES, BEFORE, AFTER -> true;
      case EQ, NE, GT, GTE, LT, LTE, IN, NIN, BETWEEN, CONTAINS, EXISTS, MISSING -> false;
    };
  }

  private Operand pattern(String text) {
    try {
      return new Operand.Pattern(text, expressions.compile(text));
    } catch (IllegalArgumentException refused) {
      throw Misread.of(
          "Expected a regular expression, but %s does not compile: %s."
              .formatted(Excerpt.of(text), String.valueOf(refused.getMessage())),
          "");
    }
  }

  private static Operand instant(String text) {
    try {
      if (EXACT.matcher(text).matches()) {
        OffsetDateTime.parse(text);
      } else if (LOCAL.matcher(text).matches()) {
        LocalDateTime.parse(text);
      } else {
        LocalDate.parse(DATE.matcher(text).matches() ? text : "");
      }
      return new Literal(text);
    } catch (DateTimeException refused) {
      throw Misread.of(
          "Expected a date, a local date-time or an instant, but got %s."
              .formatted(Excerpt.of(text)),
          "Maybe write 2026-12-24, 2026-12-24T09:00 or 2026-12-24T09:00:00Z.");
    }
  }
}
