package dev.campanile.campaign.text;

import dev.campanile.campaign.Operator;
import dev.campanile.campaign.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The smallest parts of a text form that mean something: paths, event types, operators. */
final class Words {

  private static final int LONGEST_TYPE = 256;
  private static final List<String> OPERATORS =
      Arrays.stream(Operator.values()).map(Operator::word).toList();

  private Words() {}

  /** A path such as {@code a.b.c}; a segment with spaces or signs stands in quotes. */
  static Path path(Cursor cursor) {
    cursor.skipBlank();
    var segments = new ArrayList<String>();
    do {
      segments.add(segment(cursor));
    } while (cursor.took("."));
    return new Path(segments);
  }

  private static String segment(Cursor cursor) {
    int start = cursor.offset();
    String segment = cursor.sees("'") ? cursor.quoted('\'') : cursor.run(Lexical::segment);
    if (segment.isEmpty()) {
      throw cursor.expectedAt(start, "a property such as price or address.city", "");
    }
    return segment;
  }

  static String type(Cursor cursor) {
    int start = cursor.skipBlank().offset();
    String type = cursor.sees("'") ? cursor.quoted('\'') : cursor.run(Lexical::type);
    if (!typeAllowed(type)) {
      throw cursor.expectedAt(
          start, "an event type of at most %d characters".formatted(LONGEST_TYPE), "");
    }
    return type;
  }

  static boolean typeAllowed(String type) {
    return !type.isBlank() && type.length() <= LONGEST_TYPE;
  }

  static Operator operator(Cursor cursor) {
    int start = cursor.skipBlank().offset();
    String sign = cursor.run(c -> "!=<>".indexOf(c) >= 0);
    String written = sign.isEmpty() ? cursor.run(Lexical::segment) : sign;
    return Operator.of(written)
        .orElseThrow(
            () ->
                cursor.expectedAt(start, "an operator such as eq or gte", operatorAdvice(written)));
  }

  static String operatorAdvice(String written) {
    return switch (written) {
      case "=" -> "Maybe you meant '=='.";
      case "<>" -> "Maybe you meant '!='.";
      case "=>" -> "Maybe you meant '>='.";
      case "=<" -> "Maybe you meant '<='.";
      case "not" -> "Maybe you meant 'ne' or 'nin'.";
      default -> Excerpt.nearest(written, OPERATORS);
    };
  }
}
