package dev.campanile.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.Caps;
import dev.campanile.campaign.Event;
import dev.campanile.campaign.EventId;
import dev.campanile.campaign.UserId;
import dev.campanile.engine.state.Bystander;
import dev.campanile.engine.state.Delivery;
import dev.campanile.engine.state.Detail;
import dev.campanile.engine.state.Fact;
import dev.campanile.engine.state.Judgment;
import dev.campanile.engine.state.Judgment.Verdict;
import dev.campanile.engine.state.Order;
import dev.campanile.engine.state.Outcome;
import dev.campanile.engine.state.Participation;
import dev.campanile.engine.state.Pause;
import dev.campanile.engine.state.Permits;
import dev.campanile.engine.state.RuleBook;
import dev.campanile.engine.state.RuleBook.Standing;
import dev.campanile.engine.state.RuleBook.Status;
import dev.campanile.engine.state.Signal;
import dev.campanile.engine.state.StateControl;
import dev.campanile.engine.state.Step;
import dev.campanile.engine.state.UserState;
import dev.campanile.translator.FileSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One user's story, told in virtual time: things happen, time elapses, and the course of the story
 * can be read.
 *
 * <p>Orders settle at their own instant; those of a kind called {@code broken} fail. Every step
 * runs twice, to see that it comes to the same.
 */
public final class Scenario {

  /** A Monday. */
  public static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

  private static final UserId ANNA = new UserId("anna");

  private final List<String> course = new ArrayList<>();
  private final Map<CampaignId, Instant> resting = new HashMap<>();
  private final List<Fact> facts = new ArrayList<>();
  private final List<Order> orders = new ArrayList<>();
  private final Deque<Order> unsettled = new ArrayDeque<>();
  private final Instant start;
  private List<Judgment> judgments = List.of();
  private List<Fact> reasons = List.of();
  private RuleBook book;
  private StateControl control;
  private UserState state;
  private Permits permits;
  private Instant now;
  private int events;

  public Scenario(RuleBook book, Attributes profile, Instant start) {
    this.book = book;
    this.control = new StateControl(book);
    Map<CampaignId, Permits.Left> left = new HashMap<>();
    book.totals().forEach((campaign, total) -> left.put(campaign, new Permits.Left(total, true)));
    this.permits = Permits.of(left);
    this.state = UserState.unknown(ANNA).withProfile(profile);
    this.state = control.meet(state, start);
    this.start = start;
    this.now = start;
  }

  static Scenario of(Vector.Setting setting, FileSource files) {
    Caps caps = setting.caps().map(Languages::caps).orElse(Caps.NONE);
    RuleBook book = Books.of(setting.campaign(), files).with(caps);
    return new Scenario(book, setting.profile(), setting.start());
  }

  /** The user Anna, of whom nothing is known, and campaigns as YAML. */
  public static Scenario given(String... campaigns) {
    var graphs = List.of(campaigns).stream().map(Languages::campaign).toList();
    var book = Books.of(graphs.toArray(CampaignGraph[]::new));
    return new Scenario(book, Attributes.NONE, START);
  }

  /** The same under frequency caps. */
  public Scenario capped(String caps) {
    publish(book.with(Languages.caps(caps)));
    return this;
  }

  /** Goes on under another rule book. */
  public void publish(RuleBook next) {
    book = next;
    control = new StateControl(next);
  }

  /** An event now. */
  public Outcome happens(String type, Map<String, ?> properties) {
    return happens(now, type, properties);
  }

  /** An event of its own time, which may be behind. */
  public Outcome happens(Instant time, String type, Map<String, ?> properties) {
    reach(time);
    var id = new EventId("", "e" + ++events);
    Attributes attributes = Attributes.NONE.with(properties);
    Outcome outcome = step(new Signal.Happened(new Event(id, type, ANNA, time, attributes)), time);
    if (outcome == Outcome.LATE) {
      course.add("late " + offset(time));
    }
    return outcome;
  }

  /** The profile changes now; a null removes. */
  public void sets(Instant time, Map<String, @Nullable Object> changes) {
    reach(time);
    step(new Signal.ProfileChanged(ANNA, changes, time), time);
  }

  /** An operator pauses a campaign; what was due before has happened. */
  public void pauses(Instant time, CampaignId campaign) {
    reach(time);
    resting.put(campaign, time);
    publish(standing(campaign, Status.PAUSED, was -> was));
  }

  public void resumes(Instant time, CampaignId campaign) {
    reach(time);
    var pause = new Pause(Objects.requireNonNull(resting.remove(campaign)), time);
    publish(
        standing(
            campaign,
            Status.RUNNING,
            was -> Stream.concat(was.stream(), Stream.of(pause)).toList()));
  }

  private RuleBook standing(CampaignId campaign, Status status, UnaryOperator<List<Pause>> pauses) {
    Map<CampaignId, Standing> standings = new HashMap<>(book.standings());
    standings.computeIfPresent(
        campaign, (id, was) -> new Standing(was.version(), status, pauses.apply(was.pauses())));
    return RuleBook.of(
            book.machines(),
            standings,
            book.lexicon(),
            book.rules(),
            book.conventions(),
            book.hash())
        .with(book.caps());
  }

  public Instant now() {
    return now;
  }

  public Outcome apply(Signal signal) {
    return step(signal, now);
  }

  /** Time elapses, through all that is due at its end. */
  public void elapse(Duration duration) {
    Instant end = now.plus(duration);
    settle();
    reach(end.plusNanos(1));
    now = end;
  }

  /** The arrivals, refusals and orders so far, each with its time since the start. */
  public List<String> course() {
    settle();
    return List.copyOf(course);
  }

  public List<Fact> facts() {
    return List.copyOf(facts);
  }

  /** The facts of the latest step, with their reasons. */
  public List<Fact> reasons() {
    return reasons;
  }

  public List<Order> orders() {
    return List.copyOf(orders);
  }

  /** What became of every trigger at the latest signal. */
  public List<Judgment> judgments() {
    return judgments;
  }

  /** What everything looks like now. */
  public List<Judgment> stand(String campaign) {
    return new Bystander(book).stand(state, new CampaignId(campaign), now);
  }

  public UserState state() {
    return state;
  }

  /** Where the user is in all that is under way, oldest first. */
  public List<String> nodes() {
    return state.participations().stream()
        .filter(p -> p.active())
        .map(p -> p.node().text())
        .toList();
  }

  private void reach(Instant instant) {
    if (instant.isAfter(state.clock())) {
      settle();
    }
    for (var next = next(instant); next.isPresent(); next = next(instant)) {
      Signal signal = next.get();
      Instant at = signal instanceof Signal.Launched launched ? launched.at() : due().orElseThrow();
      assertThat(step(signal, at)).isNotEqualTo(Outcome.ILLEGAL);
      settle();
    }
    now = instant.isAfter(now) ? instant : now;
  }

  /** What time alone does before an instant: it wakes, or a launch reaches out, deadlines first. */
  private Optional<Signal> next(Instant before) {
    Optional<Signal> launch =
        control
            .nextLaunch(state, start, now)
            .filter(launched -> launched.at().isBefore(before))
            .filter(launched -> due().filter(at -> !at.isAfter(launched.at())).isEmpty())
            .map(Signal.class::cast);
    return launch.or(() -> due().filter(before::isAfter).map(at -> new Signal.WakeUp(ANNA, at)));
  }

  private Optional<Instant> due() {
    return control.wakeAt(state);
  }

  private void settle() {
    for (Order order = unsettled.poll(); order != null; order = unsettled.poll()) {
      step(settled(order), order.at());
    }
  }

  private static Signal settled(Order order) {
    boolean broken = order.kind().equals("broken");
    Attributes answer = new Attributes(Map.of("code", "C-" + order.action()));
    return new Signal.Settled(
        ANNA,
        order.key(),
        order.action(),
        order.delivery() instanceof Delivery.Withheld never ? never.succeeded() : !broken,
        order.delivery() instanceof Delivery.Withheld never ? never.result() : answer,
        order.at());
  }

  private Outcome step(Signal signal, Instant at) {
    Step step = control.step(state, signal, at, Detail.NONE, permits);
    assertThat(control.step(state, signal, at, Detail.NONE, permits))
        .as("the same step again")
        .isEqualTo(step);
    Step told = control.step(state, signal, at, Detail.ALL, permits);
    permits = permits.after(step);
    explained(step, told);
    judgments = told.judgments();
    reasons = told.facts();
    state = step.state();
    step.facts().forEach(this::tell);
    for (Order order : step.orders()) {
      course.add(told(order));
    }
    facts.addAll(step.facts());
    orders.addAll(step.orders());
    unsettled.addAll(step.orders());
    return step.outcome();
  }

  /** Telling why changes nothing, and the reasons are those that the rules had. */
  private static void explained(Step step, Step told) {
    assertThat(told.state()).as("the state where reasons are told").isEqualTo(step.state());
    assertThat(told.orders()).isEqualTo(step.orders());
    assertThat(told.facts()).hasSameSizeAs(step.facts());
    for (Fact fact : told.facts()) {
      if (fact instanceof Fact.Moved moved) {
        assertThat(moved.why().orElseThrow().holds()).as("why " + moved).isTrue();
      } else if (fact instanceof Fact.Refused refused) {
        assertThat(refused.why().orElseThrow().holds()).as("why " + refused).isTrue();
      } else if (fact instanceof Fact.Ended ended && ended.how() == Participation.Status.EXITED) {
        assertThat(ended.why().orElseThrow().holds()).as("why " + ended).isTrue();
      }
    }
    for (Judgment judgment : told.judgments()) {
      assertThat(judgment.explanation().holds())
          .as("why " + judgment)
          .isEqualTo(judgment.verdict() != Verdict.NOT_HELD);
    }
  }

  private String told(Order order) {
    String at = offset(order.at());
    return switch (order.delivery()) {
      case Delivery.Now now -> order.action() + "! " + at;
      case Delivery.Held(Instant until) -> order.action() + "! " + at + " until " + offset(until);
      case Delivery.Withheld(var cause) -> order.action() + "- " + at + " " + cause;
    };
  }

  private void tell(Fact fact) {
    switch (fact) {
      case Fact.Moved moved -> course.add(moved.to() + " " + offset(moved.at()));
      case Fact.Refused refused ->
          course.add("refused " + refused.reason() + " " + offset(refused.at()));
      case Fact.Skipped skipped ->
          course.add("skipped " + skipped.action() + " " + offset(skipped.at()));
      case Fact.Reached reached -> course.add("goal " + offset(reached.at()));
      case Fact.Migrated migrated ->
          course.add(
              "%s as of %d %s"
                  .formatted(migrated.to(), migrated.campaign().version(), offset(migrated.at())));
      case Fact.Ended ended -> told(ended.how()).ifPresent(h -> course.add(h + offset(ended.at())));
    }
  }

  /** That somebody came to an end of the graph goes without saying. */
  private static Optional<String> told(Participation.Status how) {
    return switch (how) {
      case ACTIVE, COMPLETED -> Optional.empty();
      case EXITED, REACHED -> Optional.of("exited ");
      case STOPPED -> Optional.of("stopped ");
    };
  }

  private String offset(Instant at) {
    return Vector.print(Duration.between(start, at));
  }
}
