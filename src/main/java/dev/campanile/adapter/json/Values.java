package dev.campanile.adapter.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.campaign.Attributes;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values that attributes are made of, to JSON and back. */
final class Values {

  private Values() {}

  static void write(JsonGenerator out, @Nullable Object value) throws IOException {
    switch (value) {
      case null -> out.writeNull();
      case Map<?, ?> map -> object(out, map);
      case List<?> list -> array(out, list);
      case BigDecimal number -> out.writeNumber(Numbers.kept(number));
      case Number number -> out.writeNumber(Numbers.kept(new BigDecimal(number.toString())));
      case Boolean bool -> out.writeBoolean(bool);
      default -> out.writeString(value.toString());
    }
  }

  static Attributes attributes(JsonNode node) {
    return new Attributes(map(node));
  }

  /** An object as a map in the order of its text, nulls included. */
  static Map<String, @Nullable Object> map(JsonNode node) {
    if (!node.isObject()) {
      throw new IllegalArgumentException("Expected an object, but got " + node.getNodeType() + ".");
    }
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    node.properties()
        .forEach(field -> map.put(Fields.unicode(field.getKey()), read(field.getValue())));
    return map;
  }

  static @Nullable Object read(JsonNode node) {
    return switch (node.getNodeType()) {
      case NULL -> null;
      case BOOLEAN -> node.booleanValue();
      case NUMBER -> Numbers.kept(node.decimalValue());
      case STRING -> Fields.unicode(node.textValue());
      case ARRAY -> list(node);
      case OBJECT -> map(node);
      case BINARY, MISSING, POJO ->
          throw new IllegalArgumentException("Expected JSON, but got " + node + ".");
    };
  }

  private static List<@Nullable Object> list(JsonNode node) {
    List<@Nullable Object> list = new ArrayList<>(node.size());
    node.forEach(element -> list.add(read(element)));
    return list;
  }

  private static void object(JsonGenerator out, Map<?, ?> map) throws IOException {
    out.writeStartObject();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      out.writeFieldName(entry.getKey().toString());
      write(out, entry.getValue());
    }
    out.writeEndObject();
  }

  private static void array(JsonGenerator out, List<?> list) throws IOException {
    out.writeStartArray();
    for (Object element : list) {
      write(out, element);
    }
    out.writeEndArray();
  }
}
