package dev.campanile.adapter.json;

import dev.campanile.engine.action.ValueCodec;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Values by the same strict, exact JSON as signals. Thread-safe. */
public final class JsonValues implements ValueCodec {

  @Override
  public String encode(Object value) {
    try {
      return Json.text(out -> Values.write(out, value));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Expected a value that can be written, but " + e.getMessage(), e);
    }
  }

  @Override
  public Object decode(String json) {
    try {
      Object value = Values.read(Json.read(json));
      if (value == null) {
        throw new IllegalArgumentException("Expected a value, but got null.");
      }
      return value;
    } catch (IOException e) {
      throw new IllegalArgumentException("Expected JSON, but " + e.getMessage(), e);
    }
  }
}
