package dev.campanile.campaign.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.adapter.cronutils.CronUtilsTimetables;
import dev.campanile.adapter.re2.Re2RegularExpressions;
import dev.campanile.campaign.Cnf;
import dev.campanile.campaign.Comparison;
import dev.campanile.campaign.Operator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class BooleanTextProperties {

  private static final int VARIABLES = 4;

  private final ConditionParser parser =
      new ConditionParser(
          new Operands(new Re2RegularExpressions()), new CronFields(new CronUtilsTimetables()));

  /** A Boolean text with negation, and its truth said another way. */
  sealed interface Formula {

    record Variable(int number) implements Formula {}

    record Not(Formula inner) implements Formula {}

    record All(List<Formula> parts) implements Formula {}

    record Any(List<Formula> parts) implements Formula {}

    default boolean holds(IntPredicate variables) {
      return switch (this) {
        case Variable(var number) -> variables.test(number);
        case Not(var inner) -> !inner.holds(variables);
        case All(var parts) -> parts.stream().allMatch(part -> part.holds(variables));
        case Any(var parts) -> parts.stream().anyMatch(part -> part.holds(variables));
      };
    }

    default String text() {
      return switch (this) {
        case Variable(var number) -> "v" + number + " == 1";
        case Not(var inner) -> "!(" + inner.text() + ")";
        case All(var parts) -> joined(parts, " && ");
        case Any(var parts) -> joined(parts, "||");
      };
    }

    private static String joined(List<Formula> parts, String sign) {
      return parts.stream().map(part -> "(" + part.text() + ")").collect(Collectors.joining(sign));
    }
  }

  @Property
  void booleanTextAndItsRowsHoldForTheSameAssignments(@ForAll("formulas") Formula formula) {
    // when
    Cnf<Comparison> rows = parser.where(formula.text());
    // then
    for (int bits = 0; bits < 1 << VARIABLES; bits++) {
      int assignment = bits;
      IntPredicate variables = number -> (assignment >> number & 1) == 1;
      assertThat(rows.holds(cell -> holds(cell, variables))).isEqualTo(formula.holds(variables));
    }
  }

  private static boolean holds(Comparison cell, IntPredicate variables) {
    boolean variable = variables.test(Integer.parseInt(cell.path().toString().substring(1)));
    return (cell.operator() == Operator.EQ) == variable;
  }

  @Provide
  Arbitrary<Formula> formulas() {
    return formulas(3);
  }

  private static Arbitrary<Formula> formulas(int levels) {
    Arbitrary<Formula> variables =
        Arbitraries.integers().between(0, VARIABLES - 1).map(Formula.Variable::new);
    if (levels == 0) {
      return variables;
    }
    Arbitrary<Formula> inner = formulas(levels - 1);
    Arbitrary<List<Formula>> parts = Combinators.combine(inner, inner).as(List::of);
    return Arbitraries.oneOf(
        variables,
        inner.map(Formula.Not::new),
        parts.map(Formula.All::new),
        parts.map(Formula.Any::new));
  }
}
