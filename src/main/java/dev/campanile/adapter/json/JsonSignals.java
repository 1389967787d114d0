package dev.campanile.adapter.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.campaign.ActionId;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.Event;
import dev.campanile.campaign.EventId;
import dev.campanile.campaign.UserId;
import dev.campanile.engine.LogRecord;
import dev.campanile.engine.SignalCodec;
import dev.campanile.engine.state.OrderKey;
import dev.campanile.engine.state.Signal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Signals as JSON objects whose field {@code signal} tells the kinds apart: {@code
 * {"signal":"event","id":…,"source":…,"type":…,"user":…,"time":…,"properties":{…}}}. Thread-safe.
 */
public final class JsonSignals implements SignalCodec {

  private static final Set<String> EVENT =
      Set.of("signal", "user", "id", "source", "type", "time", "properties");
  private static final Set<String> WAKE_UP = Set.of("signal", "user", "due");
  private static final Set<String> SETTLED =
      Set.of("signal", "user", "order", "action", "succeeded", "result", "at");
  private static final Set<String> PROFILE = Set.of("signal", "user", "changes", "at");
  private static final Set<String> REVIEWED = Set.of("signal", "user", "since", "at");
  private static final Set<String> LAUNCHED =
      Set.of("signal", "user", "campaign", "entry", "tick", "at");
  private static final Set<String> MIGRATED = Set.of("signal", "user", "to", "at");
  private static final Set<String> STOPPED = Set.of("signal", "user", "last", "at");

  @Override
  public byte[] encode(Signal signal) {
    try {
      return Json.bytes(
          out -> {
            out.writeStartObject();
            write(out, signal);
            out.writeStringField("user", signal.user().text());
            out.writeEndObject();
          });
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Expected a signal that can be written, but " + e.getMessage(), e);
    }
  }

  @Override
  public LogRecord decode(long offset, byte @Nullable [] bytes) {
    if (bytes == null) {
      return new LogRecord.Unreadable(offset, "", "Expected a signal, but the record is empty.");
    }
    try {
      return new LogRecord.Readable(offset, read(Json.read(bytes)));
    } catch (JsonProcessingException broken) {
      return unreadable(offset, bytes, problem(broken));
    } catch (IOException | RuntimeException e) {
      return unreadable(offset, bytes, String.valueOf(e.getMessage()));
    }
  }

  private static LogRecord unreadable(long offset, byte[] bytes, String why) {
    String payload = new String(bytes, StandardCharsets.UTF_8);
    return new LogRecord.Unreadable(offset, payload, "Unreadable: " + why);
  }

  private static String problem(JsonProcessingException broken) {
    JsonLocation place = broken.getLocation();
    // What is nested too deeply, or a number too long, is refused without one.
    return place == null
        ? broken.getOriginalMessage()
        : "expected JSON, but at line %d, column %d: %s."
            .formatted(place.getLineNr(), place.getColumnNr(), broken.getOriginalMessage());
  }

  private static void write(JsonGenerator out, Signal signal) throws IOException {
    switch (signal) {
      case Signal.Happened(Event event) -> writeEvent(out, event);
      case Signal.WakeUp wakeUp -> {
        out.writeStringField("signal", "wake-up");
        out.writeStringField("due", wakeUp.due().toString());
      }
      case Signal.Settled settled -> writeSettled(out, settled);
      case Signal.ProfileChanged changed -> {
        out.writeStringField("signal", "profile");
        out.writeFieldName("changes");
        Values.write(out, changed.changes());
        out.writeStringField("at", changed.at().toString());
      }
      case Signal.Reviewed reviewed -> {
        out.writeStringField("signal", "reviewed");
        out.writeStringField("since", reviewed.since().toString());
        out.writeStringField("at", reviewed.at().toString());
      }
      case Signal.Launched launched -> {
        out.writeStringField("signal", "launched");
        out.writeStringField("campaign", launched.campaign().toString());
        out.writeNumberField("entry", launched.entry());
        out.writeStringField("tick", launched.tick().toString());
        out.writeStringField("at", launched.at().toString());
      }
      case Signal.Migrated migrated -> {
        out.writeStringField("signal", "migrated");
        out.writeStringField("to", migrated.to().toString());
        out.writeStringField("at", migrated.at().toString());
      }
      case Signal.Stopped stopped -> {
        out.writeStringField("signal", "stopped");
        out.writeStringField("last", stopped.last().toString());
        out.writeStringField("at", stopped.at().toString());
      }
    }
  }

  private static void writeEvent(JsonGenerator out, Event event) throws IOException {
    out.writeStringField("signal", "event");
    out.writeStringField("id", event.id().id());
    out.writeStringField("source", event.id().source());
    out.writeStringField("type", event.type());
    out.writeStringField("time", event.time().toString());
    out.writeFieldName("properties");
    Values.write(out, event.properties().values());
  }

  private static void writeSettled(JsonGenerator out, Signal.Settled settled) throws IOException {
    out.writeStringField("signal", "settled");
    out.writeStringField("order", settled.order().toString());
    out.writeStringField("action", settled.action().text());
    out.writeBooleanField("succeeded", settled.succeeded());
    out.writeFieldName("result");
    Values.write(out, settled.result().values());
    out.writeStringField("at", settled.at().toString());
  }

  private static Signal read(JsonNode node) {
    String kind = node.path("signal").asText();
    return switch (kind) {
      case "event" -> event(Fields.of(node, EVENT));
      case "wake-up" -> wakeUp(Fields.of(node, WAKE_UP));
      case "settled" -> settled(Fields.of(node, SETTLED));
      case "profile" -> profile(Fields.of(node, PROFILE));
      case "reviewed" -> reviewed(Fields.of(node, REVIEWED));
      case "launched" -> launched(Fields.of(node, LAUNCHED));
      case "migrated" -> migrated(Fields.of(node, MIGRATED));
      case "stopped" -> stopped(Fields.of(node, STOPPED));
      default ->
          throw new IllegalArgumentException(
              "Expected a kind of signal, but none is called '%s'.".formatted(kind));
    };
  }

  private static Signal event(Fields fields) {
    return new Signal.Happened(
        new Event(
            new EventId(fields.text("source"), fields.text("id")),
            fields.text("type"),
            user(fields),
            fields.instant("time"),
            Values.attributes(fields.node("properties"))));
  }

  private static Signal wakeUp(Fields fields) {
    return new Signal.WakeUp(user(fields), fields.instant("due"));
  }

  private static Signal settled(Fields fields) {
    return new Signal.Settled(
        user(fields),
        OrderKey.parse(fields.text("order")),
        new ActionId(fields.text("action")),
        fields.flag("succeeded"),
        Values.attributes(fields.node("result")),
        fields.instant("at"));
  }

  private static Signal profile(Fields fields) {
    return new Signal.ProfileChanged(
        user(fields), Values.map(fields.node("changes")), fields.instant("at"));
  }

  private static Signal reviewed(Fields fields) {
    return new Signal.Reviewed(
        user(fields), CampaignKey.parse(fields.text("since")), fields.instant("at"));
  }

  private static Signal launched(Fields fields) {
    return new Signal.Launched(
        user(fields),
        CampaignKey.parse(fields.text("campaign")),
        (int) fields.number("entry"),
        fields.instant("tick"),
        fields.instant("at"));
  }

  private static Signal migrated(Fields fields) {
    return new Signal.Migrated(
        user(fields), CampaignKey.parse(fields.text("to")), fields.instant("at"));
  }

  private static Signal stopped(Fields fields) {
    return new Signal.Stopped(
        user(fields), CampaignKey.parse(fields.text("last")), fields.instant("at"));
  }

  private static UserId user(Fields fields) {
    return new UserId(fields.text("user"));
  }
}
