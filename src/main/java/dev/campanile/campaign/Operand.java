package dev.campanile.campaign;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;

/** The right side of a comparison. */
public sealed interface Operand {

  /** Nothing: {@code exists} and {@code missing} take no value. */
  record None() implements Operand {}

  /**
   * A value as written: a {@link BigDecimal}, a {@link Boolean} or a {@link String}.
   *
   * <p>Numbers lose their trailing zeros, so that {@code 20} and {@code 20.0} are one literal.
   */
  record Literal(Object value) implements Operand {

    public Literal {
      value = value instanceof BigDecimal number ? Decimals.shortest(number) : value;
      if (!(value instanceof BigDecimal || value instanceof Boolean || value instanceof String)) {
        throw new IllegalArgumentException(
            "Expected a number, a truth value or a text, but got " + value + ".");
      }
    }
  }

  /**
   * A value looked up when one judges: {@code {entry.x}}, {@code {event.x}}, {@code {user.x}},
   * {@code {ACTION-ID.x}}.
   */
  record Reference(String scope, Path path) implements Operand {}

  /**
   * Several values, for {@code in}, {@code nin} and {@code between}; each a literal or a reference.
   */
  record Several(List<Operand> values) implements Operand {

    public Several {
      values = List.copyOf(values);
    }
  }

  /** A regular expression with the linear-time test made of it; equal when written alike. */
  record Pattern(String text, Predicate<String> test) implements Operand {

    @Override
    public boolean equals(Object other) {
      return other instanceof Pattern pattern && pattern.text.equals(text);
    }

    @Override
    public int hashCode() {
      return text.hashCode();
    }
  }
}
