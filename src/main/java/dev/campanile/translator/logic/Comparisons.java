package dev.campanile.translator.logic;

import dev.campanile.campaign.Cnf;
import dev.campanile.campaign.Comparison;
import dev.campanile.campaign.Operand;
import dev.campanile.campaign.Operator;
import dev.campanile.campaign.Path;
import dev.campanile.translator.logic.Formula.In;
import dev.campanile.translator.logic.Formula.Passes;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Comparisons as formulas about what they compare. */
public final class Comparisons {

  private static final Domain ORDERED = Domain.NUMBER.or(Domain.TEXT);
  private static final Domain COMPARED = ORDERED.or(Domain.TRUTH);

  private Comparisons() {}

  /** That an event which is judged satisfies the array. */
  public static Formula ofEvent(Cnf<Comparison> where) {
    return of(where, Subject.Property::new);
  }

  static Formula of(Cnf<Comparison> where, Function<Path, Subject> subject) {
    return Formula.all(
        where.rows().stream()
            .map(row -> Formula.any(row.stream().map(comparison -> of(comparison, subject)))));
  }

  static Formula of(Comparison comparison, Function<Path, Subject> subject) {
    return of(subject.apply(comparison.path()), comparison.operator(), comparison.operand());
  }

  static Formula of(Subject subject, Operator operator, Operand operand) {
    return switch (operand) {
      case Operand.None none ->
          new In(
              subject, operator == Operator.MISSING ? Domain.MISSING : Domain.MISSING.complement());
      case Operand.Literal(Object value) -> literal(subject, operator, operand, value);
      case Operand.Several(var values) ->
          values.stream().allMatch(Operand.Literal.class::isInstance)
              ? new In(subject, among(operator, values.stream().map(Comparisons::value).toList()))
              : tested(subject, operator, operand);
      case Operand.Reference r -> tested(subject, operator, operand);
      case Operand.Pattern p -> tested(subject, operator, operand);
    };
  }

  private static Formula literal(
      Subject subject, Operator operator, Operand operand, Object value) {
    return switch (operator) {
      case EQ -> new In(subject, equal(value));
      case NE -> new In(subject, sameType(value).and(equal(value).complement()));
      case GT -> new In(subject, atLeast(value).and(equal(value).complement()));
      case GTE -> new In(subject, atLeast(value));
      case LT -> new In(subject, atMost(value).and(equal(value).complement()));
      case LTE -> new In(subject, atMost(value));
      case STARTS_WITH ->
          new In(
              subject,
              value instanceof String text
                  ? Domain.ofTexts(Texts.startingWith(text))
                  : Domain.NONE);
      case CONTAINS, ENDS_WITH, BEFORE, AFTER -> tested(subject, operator, operand);
      case IN, NIN, BETWEEN, MATCHES, EXISTS, MISSING -> Formula.FALSE;
    };
  }

  /** A probe holds of values of certain kinds alone. */
  private static Formula tested(Subject subject, Operator operator, Operand operand) {
    Domain kinds =
        switch (operator) {
          case EQ, NE, IN, NIN -> COMPARED;
          case GT, GTE, LT, LTE, BETWEEN -> ORDERED;
          case STARTS_WITH, ENDS_WITH, MATCHES, BEFORE, AFTER -> Domain.TEXT;
          case CONTAINS -> Domain.TEXT.or(Domain.LIST);
          case EXISTS, MISSING -> Domain.NONE;
        };
    return Formula.all(
        new In(subject, kinds), new Passes(subject, new Probe(operator, operand), true));
  }

  private static Domain among(Operator operator, List<Object> values) {
    Domain listed = union(values.stream().map(Comparisons::equal));
    return switch (operator) {
      case IN -> listed;
      case NIN -> union(values.stream().map(Comparisons::sameType)).and(listed.complement());
      case BETWEEN -> atLeast(values.getFirst()).and(atMost(values.getLast()));
      default -> Domain.NONE;
    };
  }

  private static Domain union(Stream<Domain> domains) {
    return domains.reduce(Domain.NONE, Domain::or);
  }

  private static Object value(Operand literal) {
    return ((Operand.Literal) literal).value();
  }

  private static Domain equal(Object value) {
    return switch (value) {
      case BigDecimal number -> Domain.only(number);
      case Boolean truth -> Domain.of(truth);
      default -> Domain.ofTexts(Texts.only(value.toString()));
    };
  }

  private static Domain sameType(Object value) {
    return switch (value) {
      case BigDecimal number -> Domain.NUMBER;
      case Boolean truth -> Domain.TRUTH;
      default -> Domain.TEXT;
    };
  }

  private static Domain atLeast(Object value) {
    return switch (value) {
      case BigDecimal number -> Domain.from(number);
      case Boolean truth -> Domain.NONE;
      default -> Domain.ofTexts(Texts.from(value.toString()));
    };
  }

  private static Domain atMost(Object value) {
    return switch (value) {
      case BigDecimal number -> Domain.ofNumbers(Ranges.upTo(NumberCut.above(number)));
      case Boolean truth -> Domain.NONE;
      default -> Domain.ofTexts(Texts.upTo(value.toString()));
    };
  }
}
