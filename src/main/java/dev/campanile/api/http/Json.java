package dev.campanile.api.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;

/** JSON as it is read from requests. */
public final class Json {

  /** Keys come from outside and without end, so they are not interned. */
  public static final JsonFactory FACTORY =
      JsonFactory.builder().disable(JsonFactory.Feature.INTERN_FIELD_NAMES).build();

  private Json() {}

  /** What a token begins, in words. */
  public static String kind(JsonToken token) {
    return switch (token) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "an array";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
      case VALUE_TRUE, VALUE_FALSE -> "a truth value";
      case VALUE_NULL -> "null";
      default -> "a text";
    };
  }

  public static String malformed(JsonProcessingException failure) {
    var place = failure.getLocation();
    return "Expected JSON, but at line %d, column %d: %s."
        .formatted(
            place == null ? 1 : place.getLineNr(),
            place == null ? 1 : place.getColumnNr(),
            Texts.excerpt(failure.getOriginalMessage()));
  }
}
