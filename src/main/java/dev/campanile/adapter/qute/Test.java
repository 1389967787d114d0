package dev.campanile.adapter.qute;

import dev.campanile.campaign.Operator;
import dev.campanile.engine.rule.Comparing;
import io.quarkus.qute.Expression;
import io.quarkus.qute.ResolutionContext;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an {@code {#if}} asks. Values compare as in conditions: a missing one, or one of another
 * type, makes every comparison false.
 */
sealed interface Test {

  boolean holds(ResolutionContext context);

  /** A value by itself, or a number as written. */
  record Operand(@Nullable Expression expression, @Nullable Object constant) implements Test {

    @Nullable Object value(ResolutionContext context) {
      return expression == null ? constant : decimal(Values.found(context.evaluate(expression)));
    }

    private static @Nullable Object decimal(@Nullable Object value) {
      return value instanceof Integer number ? BigDecimal.valueOf(number) : value;
    }

    @Override
    public boolean holds(ResolutionContext context) {
      return Values.truthy(value(context));
    }
  }

  record Comparison(Operand left, Operator operator, Operand right) implements Test {

    @Override
    public boolean holds(ResolutionContext context) {
      Object l = left.value(context);
      Object r = right.value(context);
      return l != null && r != null && Comparing.holds(l, operator, r);
    }
  }

  record Not(Test test) implements Test {

    @Override
    public boolean holds(ResolutionContext context) {
      return !test.holds(context);
    }
  }

  record All(List<Test> tests) implements Test {

    @Override
    public boolean holds(ResolutionContext context) {
      return tests.stream().allMatch(test -> test.holds(context));
    }
  }

  record Any(List<Test> tests) implements Test {

    @Override
    public boolean holds(ResolutionContext context) {
      return tests.stream().anyMatch(test -> test.holds(context));
    }
  }
}
