package dev.campanile.engine.rule;

import dev.campanile.campaign.Operand;
import dev.campanile.campaign.Operator;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * When a comparison holds.
 *
 * <p>Numbers compare as decimals, text by code point. A missing value, or one of another type than
 * what it is compared with, makes every comparison false, {@code ne} and {@code nin} too; only
 * {@code missing} asks for absence.
 */
public final class Comparing {

  private Comparing() {}

  /** Whether {@code eq ne gt gte lt} or {@code lte} holds between two values that are there. */
  public static boolean holds(Object left, Operator operator, Object right) {
    return one(left, operator, right, ZoneOffset.UTC);
  }

  static boolean holds(
      Optional<Object> subject,
      Operator operator,
      Operand operand,
      Function<Operand.Reference, Optional<Object>> lookUp,
      ZoneId zone) {
    if (operator == Operator.MISSING) {
      return subject.isEmpty();
    }
    if (subject.isEmpty()) {
      return false;
    }
    Object left = subject.get();
    return switch (operand) {
      case Operand.None none -> operator == Operator.EXISTS;
      case Operand.Pattern pattern -> left instanceof String text && pattern.test().test(text);
      case Operand.Several several -> among(left, operator, values(several, lookUp));
      case Operand.Literal literal -> one(left, operator, literal.value(), zone);
      case Operand.Reference reference ->
          lookUp.apply(reference).map(right -> one(left, operator, right, zone)).orElse(false);
    };
  }

  private static List<Object> values(
      Operand.Several several, Function<Operand.Reference, Optional<Object>> lookUp) {
    return several.values().stream()
        .flatMap(
            operand ->
                switch (operand) {
                  case Operand.Literal literal -> Stream.of(literal.value());
                  case Operand.Reference reference -> lookUp.apply(reference).stream();
                  case Operand.None n -> Stream.<Object>empty();
                  case Operand.Pattern p -> Stream.<Object>empty();
                  case Operand.Several s -> Stream.<Object>empty();
                })
        .toList();
  }

  private static boolean among(Object left, Operator operator, List<Object> values) {
    return switch (operator) {
      case IN -> values.stream().anyMatch(right -> equal(left, right));
      case NIN ->
          values.stream().anyMatch(right -> sameType(left, right))
              && values.stream().noneMatch(right -> equal(left, right));
      case BETWEEN ->
          values.size() == 2
              && order(left, values.get(0)).orElse(-1) >= 0
              && order(left, values.get(1)).orElse(1) <= 0;
      default -> false;
    };
  }

  private static boolean one(Object left, Operator operator, Object right, ZoneId zone) {
    return switch (operator) {
      case EQ -> equal(left, right);
      case NE -> sameType(left, right) && !equal(left, right);
      case GT -> order(left, right).orElse(0) > 0;
      case GTE -> order(left, right).orElse(-1) >= 0;
      case LT -> order(left, right).orElse(0) < 0;
      case LTE -> order(left, right).orElse(1) <= 0;
      case CONTAINS -> contains(left, right);
      case STARTS_WITH -> left instanceof String l && right instanceof String r && l.startsWith(r);
      case ENDS_WITH -> left instanceof String l && right instanceof String r && l.endsWith(r);
      case BEFORE -> orderInTime(left, right, zone).orElse(0) < 0;
      case AFTER -> orderInTime(left, right, zone).orElse(0) > 0;
      case IN, NIN -> right instanceof List<?> list && among(left, operator, List.copyOf(list));
      case BETWEEN, MATCHES, EXISTS, MISSING -> false;
    };
  }

  private static boolean contains(Object left, Object right) {
    return switch (left) {
      case String text -> right instanceof String part && text.contains(part);
      case List<?> list -> list.stream().anyMatch(member -> equal(member, right));
      default -> false;
    };
  }

  private static boolean sameType(Object left, Object right) {
    return (left instanceof BigDecimal && right instanceof BigDecimal)
        || (left instanceof String && right instanceof String)
        || (left instanceof Boolean && right instanceof Boolean);
  }

  private static boolean equal(Object left, Object right) {
    return left instanceof BigDecimal l && right instanceof BigDecimal r
        ? l.compareTo(r) == 0
        : sameType(left, right) && left.equals(right);
  }

  private static OptionalInt order(Object left, Object right) {
    if (left instanceof BigDecimal l && right instanceof BigDecimal r) {
      return OptionalInt.of(l.compareTo(r));
    }
    return left instanceof String l && right instanceof String r
        ? OptionalInt.of(byCodePoint(l, r))
        : OptionalInt.empty();
  }

  /** String.compareTo goes by UTF-16 unit, which puts supplementary characters before U+E000. */
  private static int byCodePoint(String left, String right) {
    int shorter = Math.min(left.length(), right.length());
    for (int i = 0; i < shorter; i++) {
      if (left.charAt(i) != right.charAt(i)) {
        return Integer.compare(
            left.codePointAt(start(left, i)), right.codePointAt(start(right, i)));
      }
    }
    return Integer.compare(left.length(), right.length());
  }

  private static int start(String text, int i) {
    return i > 0 && Character.isLowSurrogate(text.charAt(i)) ? i - 1 : i;
  }

  private static OptionalInt orderInTime(Object left, Object right, ZoneId zone) {
    Optional<Instant> l = instant(left, zone);
    Optional<Instant> r = instant(right, zone);
    return l.isPresent() && r.isPresent()
        ? OptionalInt.of(l.get().compareTo(r.get()))
        : OptionalInt.empty();
  }

  /** The instant that a text names; one without an offset is read on the clock of the zone. */
  public static Optional<Instant> instant(Object value, ZoneId zone) {
    return value instanceof String text ? instant(text, zone) : Optional.empty();
  }

  private static Optional<Instant> instant(String text, ZoneId zone) {
    try {
      if (text.length() <= "2026-12-24".length()) {
        return Optional.of(LocalDate.parse(text).atStartOfDay(zone).toInstant());
      }
      boolean local =
          text.lastIndexOf('Z') < 0 && text.indexOf('+') < 0 && text.lastIndexOf('-') < 8;
      return Optional.of(
          local
              ? LocalDateTime.parse(text).atZone(zone).toInstant()
              : OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException notAnInstant) {
      return Optional.empty();
    }
  }
}
