package dev.campanile.engine.state;

import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.Audience;
import dev.campanile.campaign.Audience.Exclusion;
import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.Comparison;
import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Condition.Tally;
import dev.campanile.campaign.ParticipationRules.Limit;
import dev.campanile.campaign.ParticipationRules.Mode;
import dev.campanile.campaign.ParticipationRules.Per;
import dev.campanile.campaign.ParticipationRules.ReEntry;
import dev.campanile.campaign.Schedule;
import dev.campanile.campaign.Trigger;
import dev.campanile.campaign.WallClock;
import dev.campanile.campaign.text.Excerpt;
import dev.campanile.engine.rule.Lexicon;
import dev.campanile.engine.rule.Scene;
import dev.campanile.engine.state.Fact.Reason;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who may enter: schedule, audience, participation key, mode, re-entry and limits, asked in this
 * order.
 */
final class Admission {

  private static final int LONGEST_VALUE = 40;

  /** Why an entry was refused, with the figures that decided. */
  record Refusal(Reason reason, String detail) {}

  private final Turn turn;
  private final Machine machine;
  private final CampaignGraph graph;
  private final Optional<String> key;

  /**
   * @param event the properties of the event that would enter; none where none does
   */
  Admission(Turn turn, Machine machine, Attributes event) {
    this.turn = turn;
    this.machine = machine;
    this.graph = machine.graph();
    this.key = KeyValue.of(graph, event);
  }

  /** Empty where the user may enter at the turn's clock. */
  Optional<Refusal> refusal(Scene scene) {
    return paused()
        .or(() -> unscheduled(turn.clock()))
        .or(() -> outsideAudience(scene))
        .or(this::withoutKey)
        .or(this::tooManyActive)
        .or(this::tooSoon)
        .or(this::overLimit)
        .or(this::overTotal);
  }

  /** Whether an event at this time counts towards an entry. */
  boolean counts(Instant time, Scene scene) {
    return unscheduled(time).isEmpty() && outsideAudience(scene).isEmpty();
  }

  /** The value of the participation key that an entry would have. */
  String key() {
    return key.orElse("");
  }

  private Optional<Refusal> paused() {
    return turn.book.running(machine.key().id())
        ? Optional.empty()
        : refuse(Reason.PAUSED, "The campaign is paused.");
  }

  private Optional<Refusal> unscheduled(Instant time) {
    Schedule schedule = graph.schedule();
    ZoneId zone = turn.zones.ofSchedule(graph);
    if (schedule
        .start()
        .map(start -> WallClock.instant(start, zone))
        .filter(time::isBefore)
        .isPresent()) {
      return refuse(Reason.SCHEDULE, "It starts at " + schedule.start().get() + ".");
    }
    return schedule
            .end()
            .map(end -> WallClock.instant(end, zone))
            .filter(end -> !time.isBefore(end))
            .isPresent()
        ? refuse(Reason.SCHEDULE, "It ended at " + schedule.end().get() + ".")
        : Optional.empty();
  }

  private Optional<Refusal> outsideAudience(Scene scene) {
    return graph
        .audience()
        .flatMap(audience -> objection(audience, scene))
        .flatMap(detail -> refuse(Reason.AUDIENCE, detail));
  }

  private Optional<String> objection(Audience audience, Scene scene) {
    Optional<String> missing = audience.where().flatMap(where -> missing(where, scene));
    if (missing.isPresent()) {
      return Optional.of("The audience's 'where' does not hold: %s.".formatted(missing.get()));
    }
    Optional<String> without = audience.list().filter(list -> !lists(list));
    if (without.isPresent()) {
      return Optional.of("The user is not in %s.".formatted(without.get()));
    }
    return audience.exclude().flatMap(exclusion -> objection(exclusion, scene));
  }

  private Optional<String> objection(Exclusion exclusion, Scene scene) {
    Optional<Trigger> where = exclusion.where().filter(others -> holds(others, scene));
    return where.isPresent()
        ? where.map(others -> "The exclusion's 'where' holds: %s.".formatted(held(others, scene)))
        : exclusion
            .list()
            .filter(this::lists)
            .map(list -> "The user is in %s, which is excluded.".formatted(list));
  }

  /** The cells that hold, as they are written. */
  private String held(Trigger where, Scene scene) {
    return where.cells().rows().stream()
        .flatMap(List::stream)
        .map(Trigger.Cell::condition)
        .filter(condition -> standing(condition, scene))
        .map(condition -> told(condition, scene))
        .collect(Collectors.joining(" and "));
  }

  private boolean lists(String list) {
    return machine.attached().rosters().get(list).contains(turn.before().user());
  }

  /** The first row that does not hold, as it is written. */
  private Optional<String> missing(Trigger where, Scene scene) {
    return where.cells().rows().stream()
        .filter(row -> row.stream().noneMatch(cell -> standing(cell.condition(), scene)))
        .findFirst()
        .map(
            row ->
                row.stream()
                    .map(cell -> told(cell.condition(), scene))
                    .collect(Collectors.joining(" or ")));
  }

  /** A cell of an audience, with the value that it saw. */
  private String told(Condition condition, Scene scene) {
    String text = Lexicon.nameOf(condition);
    return switch (condition) {
      case Condition.Profile(Comparison comparison) ->
          text + seen(scene.profile().at(comparison.path()));
      case Condition.Aggregate aggregate -> text + seen(value(aggregate.tally()));
      default -> text;
    };
  }

  private static String seen(Optional<Object> value) {
    return value
        .map(Object::toString)
        .map(text -> Excerpt.cut(text, LONGEST_VALUE))
        .map(" (it is %s)"::formatted)
        .orElse(" (it is missing)");
  }

  private boolean holds(Trigger where, Scene scene) {
    return where.cells().holds(cell -> standing(cell.condition(), scene));
  }

  private boolean standing(Condition condition, Scene scene) {
    return switch (condition) {
      case Condition.Profile profile -> scene.compares(profile.comparison(), scene.profile());
      case Condition.Always always -> true;
      case Condition.Aggregate aggregate -> scene.compares(aggregate, value(aggregate.tally()));
      default ->
          throw new IllegalStateException(
              "Expected publishing to have refused '" + condition + "'.");
    };
  }

  private Optional<Object> value(Tally tally) {
    Map<String, Measure> measures = turn.beside(machine, Map.of());
    return measures.get(Lexicon.nameOf(tally)).value(tally, turn.clock(), zone());
  }

  private Optional<Refusal> withoutKey() {
    return graph
        .participation()
        .key()
        .filter(path -> key.isEmpty())
        .flatMap(path -> refuse(Reason.KEY_MISSING, "The event has no " + path + "."));
  }

  private Optional<Refusal> tooManyActive() {
    boolean serial = graph.participation().mode() == Mode.SERIAL;
    int most = serial ? 1 : graph.participation().active().orElse(Integer.MAX_VALUE);
    long active = active().filter(participation -> !serial || isOfKey(participation)).count();
    return active < most
        ? Optional.empty()
        : refuse(
            Reason.ALREADY_ACTIVE,
            "The user takes part already: %d active of %d.".formatted(active, most));
  }

  private Optional<Refusal> tooSoon() {
    Optional<Instant> ended = Optional.ofNullable(turn.memory(graph.id()).ended().get(key()));
    return switch (graph.participation().reEntry()) {
      case ReEntry.Always always -> Optional.empty();
      case ReEntry.Never never ->
          ended.isPresent() || active().anyMatch(this::isOfKey)
              ? refuse(Reason.RE_ENTRY, "The user has taken part before.")
              : Optional.empty();
      case ReEntry.Waiting waiting ->
          ended
              .map(at -> waiting.span().after(at, zone()))
              .filter(turn.clock()::isBefore)
              .map(from -> from.atZone(zone()).toOffsetDateTime())
              .flatMap(from -> refuse(Reason.RE_ENTRY, "It is open again from " + from + "."));
    };
  }

  private Optional<Refusal> overLimit() {
    for (Limit limit : graph.participation().perUser()) {
      long entries =
          turn.memory(graph.id()).entries().stream()
              .filter(
                  mark ->
                      mark.key().equals(key())
                          && Periods.counts(limit.per(), mark.at(), turn.clock(), zone()))
              .count();
      if (entries >= limit.count()) {
        return refuse(
            Reason.LIMIT,
            "%d entries of %d %s.".formatted(entries, limit.count(), text(limit.per())));
      }
    }
    return Optional.empty();
  }

  private Optional<Refusal> overTotal() {
    OptionalInt total = graph.participation().total();
    Permits.Left left = turn.permits(graph.id());
    if (total.isEmpty() || left.count() > 0) {
      return Optional.empty();
    }
    if (!left.isAll()) {
      turn.lacks(graph.id());
    }
    return refuse(
        Reason.LIMIT, "All %d entries of all users have been made.".formatted(total.getAsInt()));
  }

  private Stream<Participation> active() {
    return turn.participations().stream()
        .filter(
            participation ->
                participation.active() && participation.campaign().id().equals(graph.id()));
  }

  private boolean isOfKey(Participation participation) {
    return participation.keyValue().orElse("").equals(key());
  }

  private static String text(Per per) {
    return switch (per) {
      case Per.Sliding sliding -> "per " + sliding.span();
      case Per.Calendar calendar ->
          "per " + calendar.unit().name().toLowerCase(java.util.Locale.ROOT);
      case Per.All all -> "of all";
    };
  }

  private ZoneId zone() {
    return turn.userZone(machine);
  }

  private static Optional<Refusal> refuse(Reason reason, String detail) {
    return Optional.of(new Refusal(reason, detail));
  }
}
