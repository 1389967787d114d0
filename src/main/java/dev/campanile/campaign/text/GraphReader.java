package dev.campanile.campaign.text;

import dev.campanile.campaign.Audience;
import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.Condition.ClockOf;
import dev.campanile.campaign.Edge;
import dev.campanile.campaign.Entry;
import dev.campanile.campaign.Goal;
import dev.campanile.campaign.Names;
import dev.campanile.campaign.Node;
import dev.campanile.campaign.NodeId;
import dev.campanile.campaign.OnChange;
import dev.campanile.campaign.OnResume;
import dev.campanile.campaign.ParticipationRules;
import dev.campanile.campaign.QuietHours;
import dev.campanile.campaign.Schedule;
import dev.campanile.campaign.Span;
import dev.campanile.campaign.Tree;
import dev.campanile.campaign.Trigger;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the whole of a campaign file. */
final class GraphReader {

  private static final int LONGEST_NAME = 200;
  private static final Map<String, Schedule.AtEnd> AT_END = Scalars.words(Schedule.AtEnd.values());
  private static final Map<String, QuietHours.Then> THEN = Scalars.words(QuietHours.Then.values());
  private static final Map<String, OnResume> ON_RESUME = Scalars.words(OnResume.values());
  private static final Map<String, OnChange> ON_CHANGE =
      Map.of("pin", new OnChange.Pin(), "follow", new OnChange.Follow());

  private final TriggerReader triggers;
  private final CronFields crons;
  private final AudienceReader audiences;

  GraphReader(TriggerReader triggers, CronFields crons, TriggerReader inAudience) {
    this.triggers = triggers;
    this.crons = crons;
    this.audiences = new AudienceReader(inAudience);
  }

  /** The campaign as far as it reads; it is whole only where there are no problems. */
  Optional<CampaignGraph> graph(Part part) {
    return Fields.of(part, Shape.CAMPAIGN).flatMap(this::graph);
  }

  private Optional<CampaignGraph> graph(Fields file) {
    Optional<CampaignId> id =
        file.required("campaign").flatMap(p -> p.text(GraphReader::campaignId));
    Optional<String> name = file.read("name", p -> p.text(GraphReader::name));
    List<String> tags = file.read("tags", GraphReader::tags).orElse(List.of());
    Optional<Audience> audience = file.read("audience", audiences::audience);
    Schedule schedule = file.read("schedule", GraphReader::schedule).orElse(Schedule.OPEN);
    ParticipationRules participation = participation(file);
    int priority = file.read("priority", p -> p.integer(Integer.MIN_VALUE)).orElse(0);
    Optional<QuietHours> quietHours = file.read("quiet-hours", GraphReader::quietHours);
    Optional<Goal> goal = file.read("goal", this::goal);
    Optional<Trigger> exit = file.read("exit", this::exit);
    Map<NodeId, Node> nodes =
        file.required("nodes").map(p -> new NodesReader().nodes(p)).orElse(Map.of());
    OnChange onChange =
        file.read("on-change", p -> onChange(p, nodes.keySet())).orElse(new OnChange.Pin());
    OnResume onResume = file.read("on-resume", p -> p.word(ON_RESUME)).orElse(OnResume.FIRE);
    var flow = new FlowReader(triggers, crons, nodes.keySet());
    List<Entry> entries = file.required("entry").map(flow::entries).orElse(List.of());
    List<Edge> edges = file.optional("edges").map(flow::edges).orElse(List.of());
    return id.map(
        known ->
            new CampaignGraph(
                known,
                name.orElse(known.text()),
                tags,
                audience,
                schedule,
                participation,
                priority,
                quietHours,
                goal,
                exit,
                onChange,
                onResume,
                entries,
                nodes,
                edges));
  }

  private static ParticipationRules participation(Fields file) {
    return file.read("participation", ParticipationReader::participation)
        .orElse(ParticipationRules.DEFAULT);
  }

  private static CampaignId campaignId(String text) {
    if (!Names.valid(text)) {
      throw Misread.of(
          "Expected the name of a campaign, but got %s.".formatted(Excerpt.of(text)),
          "Maybe use letters, digits, '-' and '_' only, at most 64.");
    }
    return new CampaignId(text);
  }

  private static String name(String text) {
    if (text.isBlank() || text.length() > LONGEST_NAME) {
      throw Misread.of(
          "Expected a name of 1 to %d characters, but got %d."
              .formatted(LONGEST_NAME, text.length()),
          "");
    }
    return text;
  }

  private static Optional<List<String>> tags(Part part) {
    Set<String> tags = new LinkedHashSet<>();
    for (Part item : part.items("tags")) {
      item.text(GraphReader::tag)
          .filter(tag -> !tags.add(tag))
          .ifPresent(
              tag ->
                  item.refuse("Expected each tag once, but '%s' is repeated.".formatted(tag), ""));
    }
    return Optional.of(List.copyOf(tags));
  }

  private static String tag(String text) {
    if (!Names.valid(text)) {
      throw Misread.of(
          "Expected a tag of letters, digits, '-' and '_', but got %s.".formatted(Excerpt.of(text)),
          "");
    }
    return text;
  }

  private static Optional<Schedule> schedule(Part part) {
    return Fields.of(part, Shape.SCHEDULE)
        .flatMap(
            fields -> {
              Optional<LocalDateTime> start = fields.read("start", p -> p.text(Clocks::dateTime));
              Optional<LocalDateTime> end = fields.read("end", p -> p.text(Clocks::dateTime));
              Optional<ZoneId> zone = fields.read("timezone", p -> p.text(Clocks::zone));
              Schedule.AtEnd atEnd =
                  fields.read("at-end", p -> p.word(AT_END)).orElse(Schedule.AtEnd.FINISH);
              return start.isPresent() && end.isPresent() && !start.get().isBefore(end.get())
                  ? part.refuse(
                      "Expected the start before the end, but got %s and %s."
                          .formatted(start.get(), end.get()),
                      "")
                  : Optional.of(new Schedule(start, end, zone, atEnd));
            });
  }

  private static Optional<QuietHours> quietHours(Part part) {
    return Fields.of(part, Shape.QUIET_HOURS)
        .flatMap(
            fields -> {
              Optional<LocalTime> from = fields.required("from").flatMap(p -> p.text(Clocks::time));
              Optional<LocalTime> to = fields.required("to").flatMap(p -> p.text(Clocks::time));
              ClockOf zone =
                  fields.read("zone", p -> p.word(ObjectForms.ZONES)).orElse(ClockOf.SCHEDULE);
              QuietHours.Then then =
                  fields.read("then", p -> p.word(THEN)).orElse(QuietHours.Then.HOLD);
              return from.isPresent() && from.equals(to)
                  ? part.refuse(
                      "Expected two different times, but both are %s.".formatted(from.get()), "")
                  : from.flatMap(f -> to.map(t -> new QuietHours(f, t, zone, then)));
            });
  }

  private Optional<Goal> goal(Part part) {
    return Fields.of(part, Shape.GOAL)
        .flatMap(
            fields -> {
              Optional<Trigger> when =
                  fields.required("when").flatMap(p -> triggers.trigger(p, Site.BESIDE));
              Optional<Span> within = fields.read("within", Part::span);
              boolean exit = fields.read("exit", Part::truth).orElse(false);
              Optional<BigDecimal> control = fields.read("control", Part::percent);
              return when.map(w -> new Goal(w, within, exit, control));
            });
  }

  private Optional<Trigger> exit(Part part) {
    return Fields.of(part, Shape.EXIT)
        .flatMap(fields -> fields.required("when"))
        .flatMap(p -> triggers.trigger(p, Site.BESIDE));
  }

  private static Optional<OnChange> onChange(Part part, Set<NodeId> nodes) {
    return part.tree() instanceof Tree.Mapping
        ? Fields.of(part, Shape.ON_CHANGE)
            .flatMap(fields -> fields.required("migrate"))
            .flatMap(Fields::free)
            .map(fields -> new OnChange.Migrate(migrations(fields, nodes)))
        : part.word(ON_CHANGE);
  }

  private static Map<NodeId, NodeId> migrations(Fields fields, Set<NodeId> nodes) {
    Map<NodeId, NodeId> migrations = new HashMap<>();
    fields
        .all()
        .forEach(
            (old, part) -> {
              Optional<NodeId> from = part.understood(() -> NodesReader.nodeId(old));
              Optional<NodeId> to = FlowReader.known(part, nodes);
              from.ifPresent(f -> to.ifPresent(t -> migrations.put(f, t)));
            });
    return migrations;
  }
}
