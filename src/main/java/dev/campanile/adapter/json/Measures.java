package dev.campanile.adapter.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.engine.state.Measure;
import dev.campanile.engine.state.Measure.Distinct;
import dev.campanile.engine.state.Measure.Running;
import dev.campanile.engine.state.Measure.Sample;
import dev.campanile.engine.state.Measure.Window;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What tallies have counted: {@code {"count":…}}, {@code {"distinct":[…]}} or {@code
 * {"window":[[time,value],…]}}.
 */
final class Measures {

  private static final Set<String> KNOWN =
      Set.of("count", "sum", "least", "most", "distinct", "window");

  private Measures() {}

  static void write(JsonGenerator out, Measure measure) throws IOException {
    out.writeStartObject();
    switch (measure) {
      case Running running -> running(out, running);
      case Distinct distinct -> Writer.texts(out, "distinct", distinct.values());
      case Window window -> samples(out, window.samples());
    }
    out.writeEndObject();
  }

  static void write(JsonGenerator out, String name, Map<String, Measure> measures)
      throws IOException {
    out.writeFieldName(name);
    write(out, measures);
  }

  static void write(JsonGenerator out, Map<String, Measure> measures) throws IOException {
    out.writeStartObject();
    for (Map.Entry<String, Measure> measure : measures.entrySet()) {
      out.writeFieldName(measure.getKey());
      write(out, measure.getValue());
    }
    out.writeEndObject();
  }

  static Measure read(JsonNode node) {
    Fields fields = Fields.of(node, KNOWN);
    if (fields.has("distinct")) {
      return new Distinct(fields.texts("distinct"));
    }
    return fields.has("window") ? window(fields.array("window")) : running(fields);
  }

  static Map<String, Measure> readAll(JsonNode node) {
    Map<String, Measure> measures = new TreeMap<>();
    node.properties().forEach(field -> measures.put(field.getKey(), read(field.getValue())));
    return measures;
  }

  private static void running(JsonGenerator out, Running running) throws IOException {
    out.writeNumberField("count", running.count());
    Writer.value(out, "sum", running.sum());
    if (running.least().isPresent()) {
      Writer.value(out, "least", running.least().get());
    }
    if (running.most().isPresent()) {
      Writer.value(out, "most", running.most().get());
    }
  }

  private static void samples(JsonGenerator out, List<Sample> samples) throws IOException {
    out.writeArrayFieldStart("window");
    for (Sample sample : samples) {
      out.writeStartArray();
      out.writeString(sample.time().toString());
      Values.write(out, sample.value());
      out.writeEndArray();
    }
    out.writeEndArray();
  }

  private static Measure running(Fields fields) {
    return new Running(
        fields.number("count"),
        decimal(fields.node("sum")),
        extreme(fields, "least"),
        extreme(fields, "most"));
  }

  private static Measure window(JsonNode array) {
    List<Sample> samples = new ArrayList<>(array.size());
    for (JsonNode sample : array) {
      Object value = Objects.requireNonNull(Values.read(sample.path(1)));
      samples.add(new Sample(Instant.parse(sample.path(0).asText()), value));
    }
    return new Window(samples);
  }

  private static Optional<BigDecimal> extreme(Fields fields, String name) {
    return fields.has(name) ? Optional.of(decimal(fields.node(name))) : Optional.empty();
  }

  private static BigDecimal decimal(JsonNode node) {
    return Numbers.kept(node.decimalValue());
  }
}
