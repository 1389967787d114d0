package dev.campanile.adapter.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.adapter.json.Json.Writing;
import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.CampaignId;
import dev.campanile.engine.state.Explanation;
import dev.campanile.engine.state.Measure;
import dev.campanile.engine.state.Memory;
import dev.campanile.engine.state.Participation;
import dev.campanile.engine.state.Whereabouts;
import dev.campanile.engine.warehouse.Outline;
import dev.campanile.engine.warehouse.StateCodec;
import dev.campanile.engine.warehouse.Unwritable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** States as JSON objects. Thread-safe. */
public final class JsonStates implements StateCodec {

  private static final Set<String> OUTLINE =
      Set.of("version", "latest", "clock", "entered", "participations", "whereabouts", "contacts");

  @Override
  public String outline(Outline outline) {
    return write(
        out -> {
          out.writeStartObject();
          out.writeNumberField("version", outline.version());
          Writer.instant(out, "latest", outline.latest());
          Writer.instant(out, "clock", outline.clock());
          out.writeNumberField("entered", outline.entered());
          Writer.texts(out, "participations", outline.participations());
          Positions.write(out, outline.whereabouts());
          Contacts.write(out, outline.contacts());
          out.writeEndObject();
        });
  }

  @Override
  public Outline outline(String text) {
    return read(text, JsonStates::outline);
  }

  @Override
  public String attributes(Attributes attributes) {
    return write(out -> Values.write(out, attributes.values()));
  }

  @Override
  public Attributes attributes(String text) {
    return read(text, Values::attributes);
  }

  @Override
  public String memories(Map<CampaignId, Memory> memories) {
    return write(out -> Memories.write(out, memories));
  }

  @Override
  public Map<CampaignId, Memory> memories(String text) {
    return read(text, Memories::read);
  }

  @Override
  public String participation(Participation participation) {
    return write(out -> Participations.write(out, participation));
  }

  @Override
  public Participation participation(String text) {
    return read(text, Participations::read);
  }

  @Override
  public String measures(Map<String, Measure> measures) {
    return write(out -> Measures.write(out, measures));
  }

  @Override
  public Map<String, Measure> measures(String text) {
    return read(text, Measures::readAll);
  }

  @Override
  public String explanation(Explanation explanation) {
    return written(() -> Explanations.text(explanation));
  }

  @Override
  public Explanation explanation(String text) {
    return read(text, Explanations::read);
  }

  @Override
  public String measure(Measure measure) {
    return write(out -> Measures.write(out, measure));
  }

  @Override
  public Measure measure(String text) {
    return read(text, Measures::read);
  }

  private static Outline outline(JsonNode node) {
    Fields fields = Fields.of(node, OUTLINE);
    return new Outline(
        fields.number("version"),
        fields.optionalInstant("latest"),
        fields.instant("clock"),
        fields.number("entered"),
        fields.texts("participations"),
        fields.has("whereabouts")
            ? Positions.read(fields.node("whereabouts"))
            : Whereabouts.UNKNOWN,
        fields.has("contacts") ? Contacts.read(fields.array("contacts")) : List.of());
  }

  /** Something that becomes text. */
  @FunctionalInterface
  private interface Text {
    String written() throws IOException;
  }

  private static String write(Writing writing) {
    return written(() -> Json.text(writing));
  }

  private static String written(Text text) {
    try {
      return text.written();
    } catch (IOException | IllegalArgumentException e) {
      throw new Unwritable("Expected a state that fits into JSON, but " + e.getMessage(), e);
    }
  }

  private static <T> T read(String text, Function<JsonNode, T> reading) {
    try {
      return reading.apply(Json.read(text));
    } catch (IOException e) {
      throw new IllegalArgumentException("Expected a stored state, but " + e.getMessage(), e);
    }
  }
}
