package dev.campanile.campaign.text;

import dev.campanile.campaign.Edge;
import dev.campanile.campaign.Entry;
import dev.campanile.campaign.NodeId;
import dev.campanile.campaign.Timetable;
import dev.campanile.campaign.Trigger;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the entries and edges of a campaign whose nodes are known. Reads one file. */
final class FlowReader {

  private static final Pattern RATE = Pattern.compile("([1-9][0-9]{0,8})/min");

  /**
   * Among how many nodes an unknown one is looked for; with all of them, many errors would take
   * minutes.
   */
  private static final int MOST_ADVISED = 100;

  private final TriggerReader triggers;
  private final CronFields crons;
  private final Set<NodeId> nodes;
  private final FreeNames names = new FreeNames();

  FlowReader(TriggerReader triggers, CronFields crons, Set<NodeId> nodes) {
    this.triggers = triggers;
    this.crons = crons;
    this.nodes = nodes;
  }

  List<Entry> entries(Part part) {
    List<Part> parts = part.someItems("entries");
    for (int i = 1; i <= parts.size(); i++) {
      names.take("entry-" + i);
    }
    return parts.stream().flatMap(entry -> entry(entry).stream()).toList();
  }

  /** Edges must be read after the entries, whose names they may not take. */
  List<Edge> edges(Part part) {
    var edges = new ArrayList<Edge>();
    part.items("edges").forEach(edge -> edge(edge).ifPresent(edges::add));
    return edges;
  }

  private Optional<Entry> entry(Part part) {
    return Fields.of(part, Shape.ENTRY)
        .flatMap(
            fields -> {
              Optional<NodeId> to = node(fields, "to");
              if (fields.has("when") == fields.has("launch")) {
                return part.refuse(
                    "Expected either 'when' or 'launch', but got %s."
                        .formatted(bothOrNone(fields, "when")),
                    "");
              }
              return fields.has("when") ? entryWhen(fields, to) : launch(fields, to);
            });
  }

  private Optional<Entry> entryWhen(Fields fields, Optional<NodeId> to) {
    Optional<Trigger> when = fields.required("when").flatMap(p -> triggers.trigger(p, Site.ENTRY));
    return when.flatMap(w -> to.map(node -> new Entry.When(w, node)));
  }

  private Optional<Entry> launch(Fields fields, Optional<NodeId> to) {
    return fields
        .required("launch")
        .flatMap(part -> Fields.of(part, Shape.LAUNCH).flatMap(keys -> launch(part, keys, to)));
  }

  private Optional<Entry> launch(Part part, Fields launch, Optional<NodeId> to) {
    List<String> kinds = Stream.of("cron", "at", "date").filter(launch::has).toList();
    if (kinds.size() != 1) {
      return part.refuse(
          "Expected one of 'cron', 'at' and 'date', but got %s."
              .formatted(kinds.isEmpty() ? "none" : String.join(" and ", kinds)),
          "");
    }
    if (launch.has("date")) {
      return DateReader.date(part, launch).flatMap(date -> to.map(n -> new Entry.Dated(date, n)));
    }
    if (DateReader.KEYS.stream().anyMatch(launch::has)) {
      return part.refuse(
          "Expected %s with 'date' only, but got it with '%s'."
              .formatted(
                  DateReader.KEYS.stream().filter(launch::has).findFirst().get(), kinds.getFirst()),
          "");
    }
    Optional<Timetable> cron = launch.read("cron", p -> p.text(crons::timetable));
    Optional<LocalDateTime> at = launch.read("at", p -> p.text(Clocks::dateTime));
    Optional<Integer> rate = launch.read("rate", p -> p.text(FlowReader::perMinute));
    return to.filter(n -> cron.isPresent() || at.isPresent())
        .map(node -> new Entry.Launch(cron, at, rate, node));
  }

  private Optional<Edge> edge(Part part) {
    return Fields.of(part, Shape.EDGE)
        .flatMap(
            fields -> {
              Optional<NodeId> from = node(fields, "from");
              Optional<NodeId> to = node(fields, "to");
              Optional<Trigger> when =
                  fields.required("when").flatMap(p -> triggers.trigger(p, Site.INSIDE));
              return from.flatMap(
                  f -> to.flatMap(t -> when.map(w -> new Edge(names.free(f + "-" + t), f, t, w))));
            });
  }

  private Optional<NodeId> node(Fields fields, String key) {
    return fields.required(key).flatMap(part -> known(part, nodes));
  }

  /** A node that must be one of those known. */
  static Optional<NodeId> known(Part part, Set<NodeId> nodes) {
    return part.text(
        text -> {
          NodeId id = NodesReader.nodeId(text);
          if (!nodes.contains(id)) {
            List<String> known = nodes.stream().limit(MOST_ADVISED).map(NodeId::text).toList();
            throw Misread.of(
                "Expected a node of this campaign, but got '%s'.".formatted(id),
                Excerpt.nearest(text, known));
          }
          return id;
        });
  }

  private static String bothOrNone(Fields fields, String key) {
    return fields.has(key) ? "both" : "none";
  }

  private static int perMinute(String text) {
    Matcher rate = RATE.matcher(text);
    if (!rate.matches()) {
      throw Misread.of(
          "Expected a rate such as 1000/min, but got %s.".formatted(Excerpt.of(text)), "");
    }
    return Integer.parseInt(rate.group(1));
  }
}
