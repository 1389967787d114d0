package dev.campanile.campaign.text;

import dev.campanile.campaign.Tree;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What an unquoted scalar is by the core schema of YAML: nothing, a truth value, a number, or text.
 */
final class Scalars {

  /**
   * Digits on each side of the point; beyond them a number is more likely an attack than a price.
   */
  private static final int MOST_DIGITS = 100;

  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
  private static final Pattern TRUTH = Pattern.compile("true|True|TRUE|false|False|FALSE");
  private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,9}|-?1[0-9]{9}");
  private static final Pattern NOTHING = Pattern.compile("|~|null|Null|NULL");

  private Scalars() {}

  static boolean nothing(Tree tree) {
    return tree instanceof Tree.Scalar scalar
        && !scalar.quoted()
        && NOTHING.matcher(scalar.text()).matches();
  }

  static boolean integer(Tree.Scalar scalar) {
    return !scalar.quoted() && INTEGER.matcher(scalar.text()).matches();
  }

  /** The number, truth value or text that a scalar stands for; empty for nothing. */
  static Optional<Object> value(Tree.Scalar scalar) {
    if (nothing(scalar)) {
      return Optional.empty();
    }
    if (scalar.quoted()) {
      return Optional.of(scalar.text());
    }
    if (number(scalar.text())) {
      return Optional.of(decimal(scalar.text()));
    }
    return Optional.of(truth(scalar) ? Boolean.valueOf(scalar.text()) : scalar.text());
  }

  static boolean truth(Tree.Scalar scalar) {
    return !scalar.quoted() && TRUTH.matcher(scalar.text()).matches();
  }

  /** The number that a text is known to be, unless it is too long to reckon with. */
  static BigDecimal decimal(String text) {
    try {
      BigDecimal number = new BigDecimal(text);
      long whole = (long) number.precision() - number.scale();
      if (whole <= MOST_DIGITS && number.scale() <= MOST_DIGITS) {
        return number.scale() < 0 ? number.setScale(0) : number;
      }
    } catch (NumberFormatException exponentTooLarge) {
      // told like any other number that is too long
    }
    throw Misread.of(
        "Expected at most %d digits on each side of the point, but got %s."
            .formatted(MOST_DIGITS, Excerpt.of(text)),
        "Maybe put it in quotes.");
  }

  static boolean number(String text) {
    return NUMBER.matcher(text).matches();
  }

  /** The words of an enum as files write them. */
  static <E extends Enum<E>> Map<String, E> words(E[] values) {
    return Arrays.stream(values).collect(Collectors.toMap(Scalars::word, value -> value));
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** How messages name a tree. */
  static String describe(Tree tree) {
    return switch (tree) {
      case Tree.Mapping mapping -> "a mapping";
      case Tree.Sequence sequence -> "a list";
      case Tree.Scalar scalar -> nothing(scalar) ? "nothing" : Excerpt.of(scalar.text());
    };
  }

  /** "'a', 'b' or 'c'". */
  static String oneOf(Collection<String> words) {
    List<String> quoted =
        new ArrayList<>(words.stream().sorted().map(word -> "'" + word + "'").toList());
    String last = quoted.removeLast();
    return quoted.isEmpty() ? last : String.join(", ", quoted) + " or " + last;
  }
}
