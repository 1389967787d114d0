package dev.campanile.adapter.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.NodeId;
import dev.campanile.engine.state.Participation;
import dev.campanile.engine.state.Participation.Dispatch;
import dev.campanile.engine.state.Participation.Status;
import dev.campanile.engine.state.Participation.Ticking;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Participations, whole. */
final class Participations {

  private static final Set<String> KNOWN =
      Set.of(
          "id",
          "campaign",
          "key",
          "entry",
          "enteredAt",
          "node",
          "since",
          "moves",
          "status",
          "timedTo",
          "latched",
          "measures",
          "results",
          "dispatches",
          "wakeAt",
          "lasting",
          "reached",
          "byEvent",
          "enteredByEvent",
          "rungTo",
          "clockFrom");
  private static final Set<String> DISPATCH = Set.of("moves", "node", "waitingFor", "event");

  private Participations() {}

  static void write(JsonGenerator out, Participation participation) throws IOException {
    out.writeStartObject();
    out.writeStringField("id", participation.id());
    out.writeStringField("campaign", participation.campaign().toString());
    if (participation.keyValue().isPresent()) {
      out.writeStringField("key", participation.keyValue().get());
    }
    Writer.value(out, "entry", participation.entry().values());
    Writer.instant(out, "enteredAt", participation.enteredAt());
    out.writeStringField("node", participation.node().text());
    Writer.instant(out, "since", participation.since());
    out.writeNumberField("moves", participation.moves());
    out.writeStringField("status", participation.status().name());
    Writer.instant(out, "timedTo", participation.timedTo());
    Writer.texts(out, "latched", participation.latched());
    Measures.write(out, "measures", participation.measures());
    results(out, participation.results());
    dispatches(out, participation.dispatches());
    Writer.instant(out, "wakeAt", participation.wakeAt());
    if (!participation.lasting().isEmpty()) {
      Writer.texts(out, "lasting", participation.lasting());
    }
    if (participation.reached().isPresent()) {
      Writer.instant(out, "reached", participation.reached());
    }
    ticking(out, participation);
    out.writeEndObject();
  }

  /** What is usual is left out. */
  private static void ticking(JsonGenerator out, Participation participation) throws IOException {
    Ticking ticking = participation.ticking();
    if (ticking.byEvent()) {
      out.writeBooleanField("byEvent", true);
    }
    if (ticking.enteredByEvent()) {
      out.writeBooleanField("enteredByEvent", true);
    }
    if (!ticking.rungTo().equals(participation.enteredAt().minusNanos(1))) {
      Writer.instant(out, "rungTo", ticking.rungTo());
    }
    if (!ticking.clockFrom().equals(participation.enteredAt())) {
      Writer.instant(out, "clockFrom", ticking.clockFrom());
    }
  }

  private static Ticking ticking(Fields fields) {
    return new Ticking(
        fields.has("byEvent"),
        fields.has("enteredByEvent"),
        fields.optionalInstant("rungTo").orElseGet(() -> fields.instant("enteredAt").minusNanos(1)),
        fields.optionalInstant("clockFrom").orElseGet(() -> fields.instant("enteredAt")));
  }

  static Participation read(JsonNode node) {
    Fields fields = Fields.of(node, KNOWN);
    return new Participation(
        fields.text("id"),
        CampaignKey.parse(fields.text("campaign")),
        fields.optionalText("key"),
        Values.attributes(fields.node("entry")),
        fields.instant("enteredAt"),
        new NodeId(fields.text("node")),
        fields.instant("since"),
        fields.count("moves"),
        Status.valueOf(fields.text("status")),
        fields.instant("timedTo"),
        new TreeSet<>(fields.texts("latched")),
        Measures.readAll(fields.node("measures")),
        results(fields.node("results")),
        dispatches(fields.array("dispatches")),
        fields.optionalInstant("wakeAt"),
        fields.has("lasting") ? new TreeSet<>(fields.texts("lasting")) : Set.of(),
        fields.has("reached") ? fields.optionalInstant("reached") : Optional.empty(),
        ticking(fields));
  }

  private static void results(JsonGenerator out, Map<String, Attributes> results)
      throws IOException {
    out.writeObjectFieldStart("results");
    for (Map.Entry<String, Attributes> result : results.entrySet()) {
      Writer.value(out, result.getKey(), result.getValue().values());
    }
    out.writeEndObject();
  }

  private static void dispatches(JsonGenerator out, List<Dispatch> dispatches) throws IOException {
    out.writeArrayFieldStart("dispatches");
    for (Dispatch dispatch : dispatches) {
      out.writeStartObject();
      out.writeNumberField("moves", dispatch.moves());
      out.writeStringField("node", dispatch.node().text());
      out.writeNumberField("waitingFor", dispatch.waitingFor());
      Writer.value(out, "event", dispatch.event().values());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static Map<String, Attributes> results(JsonNode node) {
    Map<String, Attributes> results = new TreeMap<>();
    node.properties()
        .forEach(field -> results.put(field.getKey(), Values.attributes(field.getValue())));
    return results;
  }

  private static List<Dispatch> dispatches(JsonNode array) {
    List<Dispatch> dispatches = new ArrayList<>(array.size());
    for (JsonNode node : array) {
      Fields fields = Fields.of(node, DISPATCH);
      dispatches.add(
          new Dispatch(
              fields.count("moves"),
              new NodeId(fields.text("node")),
              fields.count("waitingFor"),
              Values.attributes(fields.node("event"))));
    }
    return dispatches;
  }
}
