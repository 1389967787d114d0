package dev.campanile.adapter.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.campanile.engine.state.Order;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes orders, one line each: {@code
 * {"campaign","version","user","node","action","time",…parameters}}.
 *
 * <p>A parameter with one of these names is left out.
 */
final class OrderLines {

  private static final Set<String> NAMES =
      Set.of("campaign", "version", "user", "node", "action", "time");

  private OrderLines() {}

  static void write(Path file, List<Order> orders) throws IOException {
    try (Writer out = Files.newBufferedWriter(file)) {
      for (Order order : orders) {
        out.write(Json.text(json -> write(order, json)));
        out.write('\n');
      }
    }
  }

  private static void write(Order order, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("campaign", order.campaign().id().text());
    json.writeNumberField("version", order.campaign().version());
    json.writeStringField("user", order.user().text());
    json.writeStringField("node", order.node().text());
    json.writeStringField("action", order.action().text());
    json.writeStringField("time", order.at().toString());
    for (Map.Entry<String, Object> parameter : order.parameters().values().entrySet()) {
      if (!NAMES.contains(parameter.getKey())) {
        json.writeFieldName(parameter.getKey());
        Values.write(json, parameter.getValue());
      }
    }
    json.writeEndObject();
  }
}
