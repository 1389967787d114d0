package dev.campanile.reference;

import dev.campanile.campaign.Cnf;
import dev.campanile.campaign.Comparison;
import dev.campanile.campaign.Operand;
import dev.campanile.campaign.Operator;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/**
 * How values compare. "A missing property, null, or a value of another type makes a comparison
 * false (for ne and nin too; missing/exists ask for it)."
 */
final class Comparing {

  private Comparing() {}

  /** "Rows are ANDed, cells of a row ORed." */
  static boolean all(Cnf<Comparison> where, Known known) {
    return where.rows().stream()
        .allMatch(
            row ->
                row.stream().anyMatch(cell -> holds(cell, known.at("event", cell.path()), known)));
  }

  static boolean holds(Comparison comparison, Optional<Object> value, Known known) {
    return switch (comparison.operator()) {
      case EXISTS -> value.isPresent();
      case MISSING -> value.isEmpty();
      default ->
          value.isPresent()
              && holds(value.get(), comparison.operator(), comparison.operand(), known);
    };
  }

  private static boolean holds(Object value, Operator operator, Operand operand, Known known) {
    return switch (operator) {
      case EXISTS, MISSING -> throw new IllegalStateException("Expected to be asked before.");
      case IN, NIN, BETWEEN -> among(value, operator, values(operand, known));
      case MATCHES ->
          value instanceof String text
              && operand instanceof Operand.Pattern pattern
              && Pattern.compile(pattern.text(), Pattern.DOTALL).matcher(text).matches();
      default ->
          value(operand, known)
              .filter(right -> compared(value, operator, right, known.scheduleZone()))
              .isPresent();
    };
  }

  private static boolean compared(Object left, Operator operator, Object right, ZoneId zone) {
    return switch (operator) {
      case EQ -> equal(left, right);
      case NE -> sameType(left, right) && !equal(left, right);
      case GT -> ordered(left, right, sign -> sign > 0);
      case GTE -> ordered(left, right, sign -> sign >= 0);
      case LT -> ordered(left, right, sign -> sign < 0);
      case LTE -> ordered(left, right, sign -> sign <= 0);
      case CONTAINS ->
          left instanceof List<?> list
              ? list.stream().anyMatch(member -> equal(member, right))
              : texts(left, right, String::contains);
      case STARTS_WITH -> texts(left, right, String::startsWith);
      case ENDS_WITH -> texts(left, right, String::endsWith);
      case BEFORE -> instants(left, right, zone, Instant::isBefore);
      case AFTER -> instants(left, right, zone, Instant::isAfter);
      case IN, NIN, BETWEEN, MATCHES, EXISTS, MISSING ->
          throw new IllegalStateException("Expected an operator with one value.");
    };
  }

  /** Among several values; one that is missing makes {@code nin} and {@code between} false. */
  private static boolean among(Object value, Operator operator, List<Optional<Object>> values) {
    List<Object> there = values.stream().flatMap(Optional::stream).toList();
    boolean whole = there.size() == values.size();
    boolean found = there.stream().anyMatch(other -> equal(value, other));
    return switch (operator) {
      case IN -> found;
      case NIN -> whole && !found && there.stream().anyMatch(other -> sameType(value, other));
      default ->
          whole
              && there.size() == 2
              && ordered(value, there.getFirst(), sign -> sign >= 0)
              && ordered(value, there.getLast(), sign -> sign <= 0);
    };
  }

  /** The values of a list; a reference alone stands for the list that it names. */
  static List<Optional<Object>> values(Operand operand, Known known) {
    if (operand instanceof Operand.Several several) {
      return several.values().stream().map(each -> value(each, known)).toList();
    }
    List<Optional<Object>> values = new ArrayList<>();
    value(operand, known)
        .ifPresent(
            one -> {
              List<?> members = one instanceof List<?> list ? list : List.of(one);
              members.forEach(member -> values.add(Optional.of(member)));
            });
    return values;
  }

  static Optional<Object> value(Operand operand, Known known) {
    return switch (operand) {
      case Operand.Literal literal -> Optional.of(literal.value());
      case Operand.Reference reference -> known.at(reference.scope(), reference.path());
      case Operand.None none -> Optional.empty();
      case Operand.Several several -> Optional.empty();
      case Operand.Pattern pattern -> Optional.empty();
    };
  }

  static boolean sameType(Object left, Object right) {
    return left instanceof BigDecimal && right instanceof BigDecimal
        || left instanceof String && right instanceof String
        || left instanceof Boolean && right instanceof Boolean;
  }

  /** "Numbers compare as decimals." */
  static boolean equal(Object left, Object right) {
    return left instanceof BigDecimal one && right instanceof BigDecimal other
        ? one.compareTo(other) == 0
        : sameType(left, right) && left.equals(right);
  }

  private static boolean ordered(Object left, Object right, IntPredicate sign) {
    if (left instanceof BigDecimal one && right instanceof BigDecimal other) {
      return sign.test(one.compareTo(other));
    }
    return left instanceof String one
        && right instanceof String other
        && sign.test(byCodePoint(one, other));
  }

  /** "Text is compared by code point, case counts." */
  private static int byCodePoint(String left, String right) {
    return Arrays.compare(left.codePoints().toArray(), right.codePoints().toArray());
  }

  private static boolean texts(Object left, Object right, BiPredicate<String, String> test) {
    return left instanceof String one && right instanceof String other && test.test(one, other);
  }

  private static boolean instants(
      Object left, Object right, ZoneId zone, BiPredicate<Instant, Instant> test) {
    Optional<Instant> one = instant(left, zone);
    Optional<Instant> other = instant(right, zone);
    return one.isPresent() && other.isPresent() && test.test(one.get(), other.get());
  }

  /** A date is its midnight; local times are on the schedule's clock. */
  private static Optional<Instant> instant(Object value, ZoneId zone) {
    if (!(value instanceof String text)) {
      return Optional.empty();
    }
    try {
      if (!text.contains("T")) {
        return Optional.of(Calendar.instant(LocalDate.parse(text).atStartOfDay(), zone));
      }
      boolean offset = text.matches(".*T.*(Z|[+-].*)");
      return Optional.of(
          offset
              ? OffsetDateTime.parse(text).toInstant()
              : Calendar.instant(LocalDateTime.parse(text), zone));
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }
}
