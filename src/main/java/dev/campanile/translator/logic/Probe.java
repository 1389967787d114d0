package dev.campanile.translator.logic;

import dev.campanile.campaign.Operand;
import dev.campanile.campaign.Operator;
import java.util.stream.Stream;

/**
 * A comparison that no set of values stands for: with what is looked up, by a part of a text, by a
 * regular expression, or in time.
 */
public record Probe(Operator operator, Operand operand) {

  /** Whether what it compares with is only known when one judges. */
  boolean looksUp() {
    return references().findAny().isPresent();
  }

  Stream<Operand.Reference> references() {
    return references(operand);
  }

  /** Whether a text passes; asked of tests on parts and regular expressions alone. */
  boolean passes(String text) {
    return switch (operand) {
      case Operand.Pattern pattern -> pattern.test().test(text);
      case Operand.Literal(String part) ->
          switch (operator) {
            case CONTAINS -> text.contains(part);
            case ENDS_WITH -> text.endsWith(part);
            default ->
                throw new IllegalStateException("Expected a probe on a part, but got " + this);
          };
      default -> false;
    };
  }

  /** Whether it is one on a part of a text or on a member of a list. */
  boolean onPart() {
    return operand instanceof Operand.Literal
        && (operator == Operator.CONTAINS || operator == Operator.ENDS_WITH);
  }

  boolean inTime() {
    return operand instanceof Operand.Literal
        && (operator == Operator.BEFORE || operator == Operator.AFTER);
  }

  /** Whether every text that passes this one passes the other. */
  boolean implies(Probe other) {
    return equals(other)
        || (onPart()
            && other.onPart()
            && operand instanceof Operand.Literal(String mine)
            && (operator == other.operator || operator == Operator.ENDS_WITH)
            && other.passes(mine));
  }

  /** Whether no value passes both. */
  boolean excludes(Probe other) {
    if (operand.equals(other.operand)
        && operator.opposite().filter(other.operator::equals).isPresent()) {
      return true;
    }
    if (operator == Operator.ENDS_WITH && other.operator == Operator.ENDS_WITH) {
      return operand instanceof Operand.Literal(String mine)
          && other.operand instanceof Operand.Literal(String others)
          && !mine.endsWith(others)
          && !others.endsWith(mine);
    }
    return operator == Operator.AFTER
        && other.operator == Operator.BEFORE
        && inTime()
        && other.inTime()
        && Instants.certainlyNotBefore(operand, other.operand);
  }

  private static Stream<Operand.Reference> references(Operand operand) {
    return switch (operand) {
      case Operand.Reference reference -> Stream.of(reference);
      case Operand.Several several -> several.values().stream().flatMap(Probe::references);
      case Operand.None n -> Stream.empty();
      case Operand.Literal l -> Stream.empty();
      case Operand.Pattern p -> Stream.empty();
    };
  }
}
