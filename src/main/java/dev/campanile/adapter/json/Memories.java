package dev.campanile.adapter.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.campaign.CampaignId;
import dev.campanile.engine.state.Memory;
import dev.campanile.engine.state.Memory.Mark;
import dev.campanile.engine.state.Reached;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is remembered between participations, by campaign. */
final class Memories {

  private static final Set<String> KNOWN =
      Set.of(
          "entries",
          "ended",
          "latched",
          "measures",
          "timedTo",
          "wakeAt",
          "reviewed",
          "launched",
          "looked",
          "due");

  private Memories() {}

  static void write(JsonGenerator out, Map<CampaignId, Memory> memories) throws IOException {
    out.writeStartObject();
    for (Map.Entry<CampaignId, Memory> memory : memories.entrySet()) {
      out.writeObjectFieldStart(memory.getKey().text());
      write(out, memory.getValue());
      out.writeEndObject();
    }
    out.writeEndObject();
  }

  static Map<CampaignId, Memory> read(JsonNode node) {
    Map<CampaignId, Memory> memories = new TreeMap<>();
    node.properties()
        .forEach(field -> memories.put(new CampaignId(field.getKey()), memory(field.getValue())));
    return memories;
  }

  private static void write(JsonGenerator out, Memory memory) throws IOException {
    out.writeArrayFieldStart("entries");
    for (Mark mark : memory.entries()) {
      out.writeStartArray();
      out.writeString(mark.at().toString());
      out.writeString(mark.key());
      out.writeEndArray();
    }
    out.writeEndArray();
    instants(out, "ended", memory.ended());
    Writer.texts(out, "latched", memory.latched());
    Measures.write(out, "measures", memory.measures());
    if (memory.wakeAt().isPresent()) {
      Writer.instant(out, "timedTo", memory.timedTo());
      Writer.instant(out, "wakeAt", memory.wakeAt());
    }
    if (memory.reviewed() > 0) {
      out.writeNumberField("reviewed", memory.reviewed());
    }
    Map<String, Instant> launched = memory.reached().launched();
    if (!launched.isEmpty()) {
      instants(out, "launched", launched);
    }
    Reached reached = memory.reached();
    if (!reached.looked().isEmpty()) {
      instants(out, "looked", reached.looked());
      Writer.instant(out, "due", reached.due());
    }
  }

  private static Memory memory(JsonNode node) {
    Fields fields = Fields.of(node, KNOWN);
    return new Memory(
        marks(fields.array("entries")),
        instants(fields.node("ended")),
        new TreeSet<>(fields.texts("latched")),
        Measures.readAll(fields.node("measures")),
        fields.optionalInstant("timedTo").orElse(Instant.MIN),
        fields.optionalInstant("wakeAt"),
        fields.has("reviewed") ? (int) fields.number("reviewed") : 0,
        new Reached(
            fields.has("launched") ? instants(fields.node("launched")) : Map.of(),
            fields.has("looked") ? instants(fields.node("looked")) : Map.of(),
            fields.optionalInstant("due")));
  }

  private static void instants(JsonGenerator out, String name, Map<String, Instant> instants)
      throws IOException {
    out.writeObjectFieldStart(name);
    for (Map.Entry<String, Instant> one : instants.entrySet()) {
      Writer.instant(out, one.getKey(), one.getValue());
    }
    out.writeEndObject();
  }

  private static Map<String, Instant> instants(JsonNode node) {
    Map<String, Instant> instants = new TreeMap<>();
    node.properties()
        .forEach(field -> instants.put(field.getKey(), Instant.parse(field.getValue().asText())));
    return instants;
  }

  private static List<Mark> marks(JsonNode array) {
    List<Mark> marks = new ArrayList<>(array.size());
    for (JsonNode mark : array) {
      marks.add(new Mark(Instant.parse(mark.path(0).asText()), mark.path(1).asText()));
    }
    return marks;
  }
}
