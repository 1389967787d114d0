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

/** A scenario while it is told. Not thread-safe. */
final class Story {

  /** A Monday morning, where neither scenario nor schedule says when it begins. */
  private static final LocalDateTime BEGINNING = LocalDateTime.parse("2026-03-02T09:00");

  private static final String SOURCE = "scenario";

  private final Cast cast;
  private final Zones zones;
  private final Replies replies;
  private final Course course;
  private final VirtualTime time;
  private Seen seen;
  private Instant now;
  private int events;

  Story(StateControl control, Cast cast, Zones zones, Given given) {
    this.cast = cast;
    this.zones = zones;
    this.replies = new Replies(cast, given.answers());
    this.course = new Course(cast);
    this.seen = new Seen(cast);
    UserState beginning = UserState.unknown(given.who()).withProfile(given.profile());
    this.time = new VirtualTime(control, beginning, replies, Detail.ALL, this::stepped);
    this.now = beginning(given);
    time.passTo(now);
  }

  List<String> course() {
    return course.lines();
  }

  /**
   * Tells a step; returns what is not as it expects. What was ordered before has settled by then,
   * even where no time has passed: steps come one after the other.
   */
  List<Complaint> tell(Step step) {
    time.settle();
    boolean happening = step.deed().filter(Deed.Happening.class::isInstance).isPresent();
    Instant at = step.time().map(time -> time.instant(now, clock())).orElse(now);
    if (at.isBefore(now) && !happening) {
      return List.of(
          new Complaint(
              step.time().orElseThrow().place(),
              "Expected a time from %s on, but got %s: time does not go back."
                  .formatted(Wording.time(now, clock()), Wording.time(at, clock()))));
    }
    if (at.isAfter(now)) {
      now = at;
      time.passTo(now);
    }
    List<Complaint> complaints = step.deed().map(deed -> perform(deed, at)).orElse(List.of());
    return complaints.isEmpty() ? step.then().map(this::judge).orElse(List.of()) : complaints;
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

  private List<Complaint> judge(Expectation then) {
    time.passThrough(now);
    var complaints = new Judgement(cast, seen, time.state(), clock()).of(then);
    seen = new Seen(cast);
    return complaints;
  }

  private void stepped(Signal signal, dev.campanile.engine.state.Step step) {
    seen.stepped(signal, step);
    course.stepped(signal, step, zones.ofUser(step.state().profile(), cast.campaigns.getFirst()));
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
