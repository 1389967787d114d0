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
sealed interface Question {

  boolean holds(ResolutionContext context);

  /** A value by itself, or a number as written. */
  record Operand(@Nullable Expression expression, @Nullable Object constant) implements Question {

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

  record Comparison(Operand left, Operator operator, Operand right) implements Question {

    @Override
    public boolean holds(ResolutionContext context) {
      Object l = left.value(context);
      Object r = right.value(context);
      return l != null && r != null && Comparing.holds(l, operator, r);
    }
  }

  record Not(Question question) implements Question {

    @Override
    public boolean holds(ResolutionContext context) {
      return !question.holds(context);
    }
  }

  record All(List<Question> questions) implements Question {

    @Override
    public boolean holds(ResolutionContext context) {
      return questions.stream().allMatch(question -> question.holds(context));
    }
  }

  record Any(List<Question> questions) implements Question {

    @Override
    public boolean holds(ResolutionContext context) {
      return questions.stream().anyMatch(question -> question.holds(context));
    }
  }
}
