package dev.campanile.api.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.campanile.api.http.Texts;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads JSON objects within the bounds that everything stored keeps to. */
final class ValueParser {

  /** Levels of objects and arrays, the outermost included. */
  static final int DEEPEST = 16;

  static final int MOST_BYTES = 64 << 10;

  /** Of a number written out: 1e99 is one, 1e999999999 would fill the memory. */
  static final int MOST_DIGITS = 100;

  private ValueParser() {}

  /** Reads the object that the parser is at, to its end, whatever is wrong with it. */
  static Map<String, @Nullable Object> object(
      JsonParser parser, String field, Complaints complaints) throws IOException {
    long start = parser.currentTokenLocation().getByteOffset();
    Map<String, @Nullable Object> object = object(parser, field, complaints, 1);
    long bytes = parser.currentLocation().getByteOffset() - start;
    if (bytes > MOST_BYTES) {
      complaints.add(field, "Expected at most %d bytes, but got %d.".formatted(MOST_BYTES, bytes));
    }
    return object;
  }

  private static Map<String, @Nullable Object> object(
      JsonParser parser, String field, Complaints complaints, int depth) throws IOException {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      String here = field.isEmpty() ? key : field + "." + key;
      Texts.flaw(key).ifPresent(flaw -> complaints.add(field, flaw));
      parser.nextToken();
      if (object.containsKey(key)) {
        complaints.add(Texts.excerpt(here), "Expected each key once, but it is repeated.");
      }
      object.put(key, value(parser, here, complaints, depth + 1));
    }
    return object;
  }

  private static List<@Nullable Object> array(
      JsonParser parser, String field, Complaints complaints, int depth) throws IOException {
    List<@Nullable Object> array = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(value(parser, field, complaints, depth + 1));
    }
    return array;
  }

  private static @Nullable Object value(
      JsonParser parser, String field, Complaints complaints, int depth) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT ->
          tooDeep(parser, field, complaints, depth)
              ? null
              : object(parser, field, complaints, depth);
      case START_ARRAY ->
          tooDeep(parser, field, complaints, depth)
              ? null
              : array(parser, field, complaints, depth);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser, field, complaints);
      case VALUE_TRUE -> Boolean.TRUE;
      case VALUE_FALSE -> Boolean.FALSE;
      case VALUE_STRING -> text(parser.getText(), field, complaints);
      default -> null;
    };
  }

  private static boolean tooDeep(JsonParser parser, String field, Complaints complaints, int depth)
      throws IOException {
    if (depth <= DEEPEST) {
      return false;
    }
    complaints.add(
        Texts.excerpt(field), "Expected at most %d levels, but it is deeper.".formatted(DEEPEST));
    parser.skipChildren();
    return true;
  }

  private static String text(String text, String field, Complaints complaints) {
    Texts.flaw(text).ifPresent(flaw -> complaints.add(Texts.excerpt(field), flaw));
    return text;
  }

  private static @Nullable BigDecimal number(JsonParser parser, String field, Complaints complaints)
      throws IOException {
    Optional<BigDecimal> number = Optional.of(parser.getDecimalValue()).filter(ValueParser::small);
    if (number.isEmpty()) {
      complaints.add(
          Texts.excerpt(field),
          "Expected a number of at most %d digits, but got %s."
              .formatted(MOST_DIGITS, Texts.excerpt(parser.getText())));
    }
    return number.orElse(null);
  }

  private static boolean small(BigDecimal number) {
    return number.precision() <= MOST_DIGITS && Math.abs((long) number.scale()) <= MOST_DIGITS;
  }
}
