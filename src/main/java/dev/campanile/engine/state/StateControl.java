package dev.campanile.engine.state;

import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.Event;
import dev.campanile.campaign.Position;
import dev.campanile.engine.rule.Occasion;
import dev.campanile.engine.rule.Rules.Judge;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The core: what one signal does to one user under one rule book.
 *
 * <p>{@link #step} is a pure function: no clock, no I/O, no chance. The live service, the backtest,
 * the dry run and the tests all run it with other stores around. An instance holds a judge for
 * speed alone and is not thread-safe.
 */
public final class StateControl implements AutoCloseable {

  private final RuleBook book;
  private final Judge judge;
  private final Launches launches;
  private final Agenda agenda;

  public StateControl(RuleBook book) {
    this.book = book;
    this.judge = book.rules().open();
    this.launches = Launches.of(book);
    this.agenda = new Agenda(book);
  }

  /**
   * Applies a signal.
   *
   * @param now the time of whoever runs the step; a wake-up that is due later is {@link
   *     Outcome#ILLEGAL}
   * @throws RuntimeException where a rule or the engine fails; the state is then as before
   */
  public Step step(UserState state, Signal signal, Instant now) {
    return step(state, signal, now, Detail.NONE, Permits.NONE);
  }

  /**
   * Applies a signal and tells why; the same happens whatever is told.
   *
   * @param permits how many users campaigns may let in yet that have a limit of all
   * @throws RuntimeException as {@link #step(UserState, Signal, Instant)}
   */
  public Step step(UserState state, Signal signal, Instant now, Detail detail, Permits permits) {
    Turn turn = new Turn(book, judge, state, new Account(detail), permits);
    Step step = apply(turn, signal, now);
    return detail == Detail.ALL && step.outcome().counts()
        ? step.telling(new Judgments(turn, none -> false).of(occasion(state, signal)))
        : step;
  }

  private static Occasion occasion(UserState before, Signal signal) {
    return switch (signal) {
      case Signal.Happened(Event event) ->
          new Occasion.Happened(
              event, before.whereabouts().position(), Position.of(event.properties()));
      case Signal.Settled settled -> occasion(settled);
      case Signal.WakeUp w -> Occasion.QUIET;
      case Signal.ProfileChanged p -> Occasion.QUIET;
      case Signal.Reviewed r -> Occasion.QUIET;
      case Signal.Launched l -> Occasion.QUIET;
      case Signal.Migrated m -> Occasion.QUIET;
      case Signal.Stopped s -> Occasion.QUIET;
    };
  }

  private Step apply(Turn turn, Signal signal, Instant now) {
    return switch (signal) {
      case Signal.Happened(Event event) -> happened(turn, event);
      case Signal.WakeUp wakeUp -> passage(turn).wakeUp(wakeUp.due(), now);
      case Signal.Settled settled -> settled(turn, settled);
      case Signal.ProfileChanged changed -> profileChanged(turn, changed);
      case Signal.Reviewed reviewed -> reviewed(turn, reviewed);
      case Signal.Launched launched -> launched(turn, launched);
      case Signal.Migrated migrated -> migrated(turn, migrated);
      case Signal.Stopped stopped -> stopped(turn, stopped);
    };
  }

  /**
   * What the next launch will tell a user who is told of each at its tick, as in virtual time.
   *
   * @param from since when the user has been known
   * @param now what is overdue comes now, of each launch the latest
   */
  public Optional<Signal.Launched> nextLaunch(UserState state, Instant from, Instant now) {
    return launches.next(state, from, now);
  }

  /** How many users may enter campaigns that have a limit of all. */
  public Map<CampaignId, Integer> totals() {
    return book.totals();
  }

  /** When time alone may next move a user; campaigns that do not run wait for nothing. */
  public Optional<Instant> wakeAt(UserState state) {
    return agenda.next(state.participations(), state.memories(), due -> true).map(Due::at);
  }

  @Override
  public void close() {
    judge.close();
  }

  private Step happened(Turn turn, Event event) {
    Instant earliest = turn.before().latest().orElse(Instant.MIN).minus(lateness(turn));
    if (event.time().isBefore(earliest)) {
      return turn.unchanged(Outcome.LATE);
    }
    Walk walk = new Walk(turn);
    passage(turn).before(event.time(), walk);
    Occasion.Happened occasion = turn.saw(event);
    Set<CampaignId> served = new HashSet<>();
    for (Participation participation : turn.participations()) {
      if (agenda.isHeldBack(participation)) {
        new Resting(turn).lookAhead(participation, occasion);
      } else if (agenda.moves(participation) && walk.serve(participation, occasion)) {
        served.add(participation.campaign().id());
      }
    }
    new Entrance(turn, walk).open(occasion, served);
    return turn.done();
  }

  private Duration lateness(Turn turn) {
    return turn.before().latest().isPresent() ? book.conventions().lateness() : Duration.ZERO;
  }

  private Passage passage(Turn turn) {
    return new Passage(turn, agenda);
  }

  /** The state of a user who becomes known: dates to come are waited for from then on. */
  public UserState meet(UserState state, Instant at) {
    if (book.doors().dated().isEmpty()) {
      return state;
    }
    Turn turn = new Turn(book, judge, state, new Account(Detail.NONE), Permits.NONE);
    turn.clock(at);
    new Dates(turn).await();
    turn.turnBack(state.clock());
    return turn.done().state();
  }

  private Step settled(Turn turn, Signal.Settled settled) {
    boolean givenBack = !settled.succeeded() && turn.givesBack(settled.order());
    Optional<Participation> participation = find(turn, settled.order().participation());
    if (participation.isEmpty()) {
      return givenBack ? turn.done() : turn.unchanged(Outcome.NO_MATCH);
    }
    if (agenda.moves(participation.get())
        && new Walk(turn).awaits(participation.get(), occasion(settled))) {
      passage(turn).before(settled.at());
    }
    return passage(turn).dated(settled.at(), walk -> settle(turn, walk, settled));
  }

  private void settle(Turn turn, Walk walk, Signal.Settled settled) {
    Participation former = find(turn, settled.order().participation()).orElseThrow();
    Participation participation = walk.settled(former, settled);
    if (agenda.moves(participation) && walk.awaits(participation, occasion(settled))) {
      walk.judge(participation, occasion(settled));
    }
  }

  private static Occasion.Settled occasion(Signal.Settled settled) {
    return new Occasion.Settled(settled.action(), settled.succeeded());
  }

  private static Optional<Participation> find(Turn turn, String participation) {
    return turn.participations().stream().filter(p -> p.id().equals(participation)).findFirst();
  }

  private Step profileChanged(Turn turn, Signal.ProfileChanged changed) {
    passage(turn).before(changed.at());
    Attributes former = turn.profile();
    turn.profile(former.with(changed.changes()));
    return passage(turn).dated(changed.at(), walk -> judgeProfile(turn, walk, former));
  }

  private void judgeProfile(Turn turn, Walk walk, Attributes former) {
    Set<CampaignId> served = new HashSet<>();
    for (Participation participation : turn.participations()) {
      if (agenda.isHeldBack(participation)) {
        new Resting(turn).lookAhead(participation, former);
      } else if (agenda.moves(participation) && walk.profileChanged(participation, former)) {
        served.add(participation.campaign().id());
      }
    }
    new Entrance(turn, walk).open(former, served);
  }

  private Step reviewed(Turn turn, Signal.Reviewed reviewed) {
    CampaignId campaign = reviewed.since().id();
    passage(turn).before(reviewed.at());
    return passage(turn)
        .dated(
            reviewed.at(),
            walk ->
                book.doors()
                    .of(campaign)
                    .filter(door -> door.machine().key().version() >= reviewed.since().version())
                    .filter(door -> isStranger(turn, reviewed.since()))
                    .ifPresent(door -> new Entrance(turn, walk).review(door, reviewed.since())));
  }

  /** Whether the user is not inside, and was not let in for this reason before. */
  private static boolean isStranger(Turn turn, CampaignKey since) {
    Memory memory = turn.memory(since.id());
    return memory.ended().isEmpty()
        && memory.reviewed() < since.version()
        && turn.participations().stream().noneMatch(p -> p.campaign().id().equals(since.id()));
  }

  private Step launched(Turn turn, Signal.Launched told) {
    Optional<Launch> launch = launches.of(told);
    CampaignId campaign = told.campaign().id();
    if (launch.isEmpty()
        || turn.memory(campaign).reached().hasHad(launch.get().name(), told.tick())) {
      return turn.unchanged(Outcome.NO_MATCH);
    }
    // Launches come after the deadlines of their instant.
    passage(turn).through(told.at());
    return passage(turn)
        .dated(told.at(), walk -> new Entrance(turn, walk).launch(launch.get(), told.tick()));
  }

  private Step migrated(Turn turn, Signal.Migrated migrated) {
    Optional<Migration> migration = Migration.to(migrated.to(), turn);
    if (migration.isEmpty()) {
      return turn.unchanged(Outcome.NO_MATCH);
    }
    passage(turn).before(migrated.at());
    return passage(turn).dated(migrated.at(), migration.get()::goOn);
  }

  private Step stopped(Turn turn, Signal.Stopped stopped) {
    List<Participation> inside =
        turn.participations().stream()
            .filter(p -> p.active() && stopped.ends(p.campaign()))
            .toList();
    return passage(turn).dated(stopped.at(), walk -> inside.forEach(walk::stop));
  }
}
