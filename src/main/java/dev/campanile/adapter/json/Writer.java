package dev.campanile.adapter.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** Fields of the types that states are made of. */
final class Writer {

  private Writer() {}

  static void instant(JsonGenerator out, String name, Instant instant) throws IOException {
    out.writeStringField(name, instant.toString());
  }

  static void instant(JsonGenerator out, String name, Optional<Instant> instant)
      throws IOException {
    if (instant.isPresent()) {
      instant(out, name, instant.get());
    }
  }

  static void texts(JsonGenerator out, String name, Collection<String> texts) throws IOException {
    out.writeArrayFieldStart(name);
    for (String text : texts) {
      out.writeString(text);
    }
    out.writeEndArray();
  }

  static void value(JsonGenerator out, String name, Object value) throws IOException {
    out.writeFieldName(name);
    Values.write(out, value);
  }
}
