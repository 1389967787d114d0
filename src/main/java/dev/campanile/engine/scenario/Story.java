package dev.campanile.engine.scenario;

import dev.campanile.campaign.Event;
import dev.campanile.campaign.EventId;
import dev.campanile.campaign.Place;
import dev.campanile.campaign.WallClock;
import dev.campanile.campaign.scenario.Answer;
import dev.campanile.campaign.scenario.Expectation;
import dev.campanile.campaign.scenario.Given;
import dev.campanile.campaign.scenario.Mention;
import dev.campanile.campaign.scenario.Step;
import dev.campanile.campaign.scenario.Step.Deed;
import dev.campanile.campaign.scenario.Time;
import dev.campanile.engine.backtest.VirtualTime;
import dev.campanile.engine.scenario.Judgement.Complaint;
import dev.campanile.engine.state.Detail;
import dev.campanile.engine.state.Order;
import dev.campanile.engine.state.Signal;
import dev.campanile.engine.state.StateControl;
import dev.campanile.engine.state.UserState;
import dev.campanile.engine.state.Zones;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A scenario while it is told. Not thread-safe. */
final class Story {

  /** Hears of every signal. */
  @FunctionalInterface
  interface Spectator {

    /**
     * @param zone the user's clock
     */
    void stepped(Signal signal, dev.campanile.engine.state.Step step, ZoneId zone);
  }

  /** What was seen, and in which way that is not what was expected. */
  record Look(List<Complaint> complaints, Expectation seen) {}

  /** A Monday morning, where neither scenario nor schedule says when it begins. */
  private static final LocalDateTime BEGINNING = LocalDateTime.parse("2026-03-02T09:00");

  private static final String SOURCE = "scenario";

  private final Cast cast;
  private final Zones zones;
  private final Replies replies;
  private final Course course;
  private final Spectator spectator;
  private final Bounds bounds;
  private final VirtualTime time;
  private final Instant beginning;
  private Seen seen;
  private Instant now;
  private int events;
  private int signals;

  Story(
      StateControl control,
      Cast cast,
      Zones zones,
      Given given,
      Spectator spectator,
      Bounds bounds) {
    this.cast = cast;
    this.zones = zones;
    this.replies = new Replies(cast, given.answers());
    this.course = new Course(cast);
    this.spectator = spectator;
    this.bounds = bounds;
    this.seen = new Seen(cast);
    UserState stranger = UserState.unknown(given.who()).withProfile(given.profile());
    this.time = new VirtualTime(control, stranger, replies, Detail.ALL, this::stepped);
    this.beginning = beginning(given);
    this.now = beginning;
    time.passTo(now);
  }

  List<String> course() {
    return course.lines();
  }

  /** Tells a step; returns what is not as it expects. */
  List<Complaint> tell(Step step) {
    List<Complaint> complaints = act(step);
    return complaints.isEmpty() && step.then().isPresent()
        ? look(step.then()).complaints()
        : complaints;
  }

  /**
   * Does what a step says; returns what keeps it from being done. What was ordered before has
   * settled by then, even where no time has passed: steps come one after the other.
   */
  List<Complaint> act(Step step) {
    time.settle();
    boolean happening = step.deed().filter(Deed.Happening.class::isInstance).isPresent();
    Instant at = step.time().map(time -> time.instant(now, clock())).orElse(now);
    if (at.isBefore(now) && !happening) {
      return List.of(
          complaint(
              step,
              "a time from %s on, but got %s: time does not go back.",
              Wording.time(now, clock()),
              Wording.time(at, clock())));
    }
    if (at.isAfter(beginning.plus(bounds.span()))) {
      return List.of(
          complaint(
              step,
              "a story of at most %s days, but it goes on until %s.",
              bounds.span().toDays(),
              Wording.time(at, clock())));
    }
    if (at.isAfter(now)) {
      now = at;
      time.passTo(now);
    }
    return step.deed().map(deed -> perform(deed, at)).orElse(List.of());
  }

  private static Complaint complaint(Step step, String expected, Object... seen) {
    Place place = step.time().map(Time::place).orElse(step.place());
    return new Complaint(place, "Expected " + expected.formatted(seen));
  }

  UserState state() {
    return time.state();
  }

  Instant now() {
    return now;
  }

  /** When something falls due by itself. */
  Optional<Instant> next() {
    return time.next();
  }

  /** The actions with orders that are under way. */
  List<String> waiting() {
    return replies.waiting();
  }

  private List<Complaint> perform(Deed deed, Instant at) {
    switch (deed) {
      case Deed.Happening happening -> happen(happening, at);
      case Deed.Profile(var changes) -> time.change(changes, now);
      case Deed.Answering(var answers) -> replies.change(answers);
      case Deed.Settling(var answers) -> {
        return settle(answers);
      }
    }
    return List.of();
  }

  private void happen(Deed.Happening happening, Instant at) {
    for (int i = 0; i < happening.times(); i++) {
      time.happen(event(happening, at));
    }
  }

  private Event event(Deed.Happening happening, Instant at) {
    events++;
    EventId id =
        happening
            .id()
            .map(written -> new EventId("", written))
            .orElseGet(() -> new EventId(SOURCE, "event-" + events));
    return new Event(id, happening.type(), time.state().user(), at, happening.with());
  }

  private List<Complaint> settle(Map<Mention, Answer> answers) {
    return answers.entrySet().stream()
        .flatMap(entry -> settle(entry.getKey(), entry.getValue()).stream())
        .toList();
  }

  private List<Complaint> settle(Mention action, Answer answer) {
    List<Order> orders = replies.take(action);
    for (Order order : orders) {
      Replies.settlement(order, answer).ifPresent(end -> time.settle(order, end, now));
    }
    return orders.isEmpty() ? List.of(nothingWaits(action)) : List.of();
  }

  private static Complaint nothingWaits(Mention action) {
    Place place = action.place();
    return new Complaint(
        place,
        "Expected an order of '%s' that waits, but there is none. Maybe write {%s: waits} under 'actions'."
            .formatted(action.text(), action.text()));
  }

  /** Looks at what has come since the last look, and whether it is as expected. */
  Look look(Optional<Expectation> then) {
    time.passThrough(now);
    var look =
        new Look(
            then.map(one -> new Judgement(cast, seen, time.state(), clock()).of(one))
                .orElse(List.of()),
            new Observation(cast, seen, time.state()).expectation());
    seen = new Seen(cast);
    return look;
  }

  private void stepped(Signal signal, dev.campanile.engine.state.Step step) {
    if (++signals > bounds.signals()) {
      throw new Overrun(
          "Expected at most %d things to happen, but there are more.".formatted(bounds.signals()));
    }
    ZoneId zone = zones.ofUser(step.state().profile(), cast.campaigns.getFirst());
    seen.stepped(signal, step);
    course.stepped(signal, step, zone);
    spectator.stepped(signal, step, zone);
  }

  /** The user's. */
  ZoneId clock() {
    return zones.ofUser(time.state().profile(), cast.campaigns.getFirst());
  }

  private Instant beginning(Given given) {
    Instant usual = WallClock.instant(BEGINNING, clock());
    return given
        .at()
        .map(at -> at.instant(usual, clock()))
        .orElseGet(
            () ->
                cast.campaigns.stream()
                    .flatMap(
                        graph ->
                            graph.schedule().start().stream()
                                .map(start -> WallClock.instant(start, zones.ofSchedule(graph))))
                    .max(Comparator.naturalOrder())
                    .orElse(usual));
  }
}
