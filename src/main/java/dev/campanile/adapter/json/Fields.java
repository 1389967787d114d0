package dev.campanile.adapter.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The fields of a JSON object, each asked for by name and type; no field may be there that is not
 * known.
 */
final class Fields {

  private final JsonNode object;

  private Fields(JsonNode object) {
    this.object = object;
  }

  static Fields of(JsonNode node, Set<String> known) {
    if (!node.isObject()) {
      throw new IllegalArgumentException("Expected an object, but got " + node.getNodeType() + ".");
    }
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                throw new IllegalArgumentException(
                    "Expected no field '%s' beside %s.".formatted(name, known));
              }
            });
    return new Fields(node);
  }

  boolean has(String name) {
    return object.hasNonNull(name);
  }

  JsonNode node(String name) {
    JsonNode node = object.get(name);
    if (node == null) {
      throw new IllegalArgumentException(
          "Expected a field '%s', but there is none.".formatted(name));
    }
    return node;
  }

  String text(String name) {
    return text(node(name), name);
  }

  Optional<String> optionalText(String name) {
    return has(name) ? Optional.of(text(name)) : Optional.empty();
  }

  Instant instant(String name) {
    return Instant.parse(text(name));
  }

  Optional<Instant> optionalInstant(String name) {
    return optionalText(name).map(Instant::parse);
  }

  boolean flag(String name) {
    JsonNode node = node(name);
    return require(node.isBoolean(), node, "true or false", name).booleanValue();
  }

  long number(String name) {
    JsonNode node = node(name);
    return require(node.isIntegralNumber() && node.canConvertToLong(), node, "an integer", name)
        .longValue();
  }

  int count(String name) {
    return Math.toIntExact(number(name));
  }

  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (JsonNode element : array(name)) {
      texts.add(text(element, name));
    }
    return texts;
  }

  JsonNode array(String name) {
    JsonNode node = node(name);
    return require(node.isArray(), node, "an array", name);
  }

  /** The text, where every surrogate in it has its other half: no store can keep any other. */
  static String unicode(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (!Character.isSurrogatePair(
            text.charAt(i), i + 1 < text.length() ? text.charAt(i + 1) : 'x')) {
          throw new IllegalArgumentException(
              "Expected Unicode text, but character %d is half of one.".formatted(i));
        }
        i++;
      }
    }
    return text;
  }

  private static String text(JsonNode node, String name) {
    return unicode(require(node.isTextual(), node, "text", name).textValue());
  }

  private static JsonNode require(boolean holds, JsonNode node, String what, String name) {
    if (!holds) {
      throw new IllegalArgumentException(
          "Expected %s as '%s', but got %s.".formatted(what, name, node.getNodeType()));
    }
    return node;
  }
}
