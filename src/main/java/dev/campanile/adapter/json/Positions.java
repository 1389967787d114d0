package dev.campanile.adapter.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.campaign.Position;
import dev.campanile.engine.state.Whereabouts;
import dev.campanile.engine.state.Whereabouts.Seen;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Where a user is known to be. */
final class Positions {

  private static final Set<String> KNOWN = Set.of("lat", "lon", "at", "stays");

  private Positions() {}

  /** Nothing where nothing is known. */
  static void write(JsonGenerator out, Whereabouts whereabouts) throws IOException {
    if (whereabouts.seen().isEmpty()) {
      return;
    }
    Seen seen = whereabouts.seen().get();
    out.writeObjectFieldStart("whereabouts");
    out.writeNumberField("lat", seen.position().latitude());
    out.writeNumberField("lon", seen.position().longitude());
    Writer.instant(out, "at", seen.at());
    out.writeObjectFieldStart("stays");
    for (Map.Entry<String, Instant> stay : whereabouts.stays().entrySet()) {
      Writer.instant(out, stay.getKey(), stay.getValue());
    }
    out.writeEndObject();
    out.writeEndObject();
  }

  static Whereabouts read(JsonNode node) {
    Fields fields = Fields.of(node, KNOWN);
    var position = new Position(fields.node("lat").doubleValue(), fields.node("lon").doubleValue());
    Map<String, Instant> stays = new TreeMap<>();
    fields
        .node("stays")
        .properties()
        .forEach(stay -> stays.put(stay.getKey(), Instant.parse(stay.getValue().asText())));
    return new Whereabouts(Optional.of(new Seen(position, fields.instant("at"))), stays);
  }
}
