package dev.campanile.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.testkit.Conditions;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ExpressionProperties {

  private static final int VARIABLES = 4;

  @Property
  void rowsMeanWhatTheExpressionMeans(@ForAll("expressions") Expression<Integer> expression) {
    // when
    Cnf<Integer> rows = Cnf.of(expression);
    // then
    for (int bits = 0; bits < 1 << VARIABLES; bits++) {
      Predicate<Integer> variables = assignment(bits);
      assertThat(rows.holds(variables)).isEqualTo(holds(expression, variables));
    }
  }

  @Property
  void rowsAsAnExpressionMeanTheSame(@ForAll("expressions") Expression<Integer> expression) {
    // given
    Cnf<Integer> rows = Cnf.of(expression);
    // when
    Expression<Integer> again = Expression.ofRows(rows.rows());
    // then
    assertThat(Cnf.of(again)).isEqualTo(rows);
    for (int bits = 0; bits < 1 << VARIABLES; bits++) {
      Predicate<Integer> variables = assignment(bits);
      assertThat(holds(again, variables)).isEqualTo(holds(expression, variables));
    }
  }

  @Property
  void bracketsThatDoNothingMeanNothing(@ForAll("expressions") Expression<Integer> expression) {
    // when
    Expression<Integer> plain = expression.plain();
    // then
    assertThat(plain.plain()).isEqualTo(plain);
    for (int bits = 0; bits < 1 << VARIABLES; bits++) {
      Predicate<Integer> variables = assignment(bits);
      assertThat(holds(plain, variables)).isEqualTo(holds(expression, variables));
    }
  }

  private static Predicate<Integer> assignment(int bits) {
    return number -> (bits >> number & 1) == 1;
  }

  private static boolean holds(Expression<Integer> expression, Predicate<Integer> variables) {
    return switch (expression) {
      case Expression.Leaf<Integer>(var number) -> variables.test(number);
      case Expression.And<Integer>(var parts) -> parts.stream().allMatch(p -> holds(p, variables));
      case Expression.Or<Integer>(var parts) -> parts.stream().anyMatch(p -> holds(p, variables));
    };
  }

  @Provide
  Arbitrary<Expression<Integer>> expressions() {
    return Conditions.expressions(Arbitraries.integers().between(0, VARIABLES - 1), 3);
  }
}
