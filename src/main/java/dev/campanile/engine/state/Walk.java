package dev.campanile.engine.state;

import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.Condition.Tally;
import dev.campanile.campaign.Event;
import dev.campanile.campaign.EventId;
import dev.campanile.campaign.NodeId;
import dev.campanile.campaign.ParticipationRules;
import dev.campanile.campaign.ParticipationRules.ReEntry;
import dev.campanile.engine.rule.Occasion;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a participation moves along the graph in one turn: it counts, waits, follows an edge,
 * arrives, ends.
 */
final class Walk {

  /** More arrivals in one instant than a checked graph can have. */
  private static final int MOST_ARRIVALS = 1000;

  private final Turn turn;
  private final Dispatching dispatching;
  private final Aims aims;
  private final Resting resting;
  private final Traces traces;

  /** At this instant, by participation. */
  private final Map<String, Integer> arrivals = new HashMap<>();

  private Instant instant = Instant.MIN;

  Walk(Turn turn) {
    this.turn = turn;
    this.dispatching = new Dispatching(turn);
    this.aims = new Aims(turn);
    this.resting = new Resting(turn);
    this.traces = new Traces(turn);
  }

  /** Lets an event serve a participation; true where it moved or ended it. */
  boolean serve(Participation participation, Occasion.Happened occasion) {
    Machine machine = turn.machine(participation);
    boolean serves = !KeyValue.differs(machine.graph(), participation, occasion.event());
    Participation counted =
        serves ? traces.counted(machine, participation, occasion) : participation;
    Optional<Participation> staying =
        serves ? staying(machine, counted, occasion) : Optional.of(counted);
    return staying.isEmpty() || serve(machine, participation, staying.get(), serves, occasion);
  }

  private boolean serve(
      Machine machine,
      Participation former,
      Participation here,
      boolean serves,
      Occasion.Happened occasion) {
    Stop stop = machine.at(here.node());
    List<Guard> guards = serves ? stop.heeding(occasion.event(), occasion.positioned()) : List.of();
    Optional<Guard> guard = held(machine, here, guards, occasion);
    if (guard.isPresent()) {
      follow(machine, here, guard.get(), Optional.of(occasion.event()));
    } else if (here != former || resting.mayWakeAnew(machine, here, occasion)) {
      turn.put(resting.of(machine, here));
    }
    return guard.isPresent();
  }

  /** Judges what time has made due at a participation's own wake-up. */
  void wake(Participation participation, Instant due) {
    Machine machine = turn.machine(participation);
    Participation timed = participation.timedTo(due);
    if (resting.nextWake(machine, participation).filter(due::equals).isPresent()) {
      Outlook outlook = Outlook.of(turn, machine, participation);
      Occasion struck = outlook.striking(due);
      Occasion beside = Outlook.beside(turn, machine, participation).striking(due);
      staying(machine, traces.latched(machine, timed, struck, beside), beside)
          .ifPresent(here -> reconsider(machine, here, outlook.fallingDue(due), struck));
    } else {
      // Nothing but the end of the schedule, which is the last of all that happens at its instant.
      turn.put(resting.of(machine, timed));
    }
  }

  /**
   * Judges again what looks at that which has changed, and when to wake: the user's zone may have.
   *
   * @return whether it moved or ended
   */
  boolean profileChanged(Participation participation, Attributes before) {
    Machine machine = turn.machine(participation);
    Participation here =
        resting.changesClock(machine, before)
            ? resting.onNewClock(machine, participation, before)
            : participation;
    Optional<Participation> staying = staying(machine, here, Occasion.QUIET);
    List<Guard> guards = machine.at(participation.node()).profiled(before, turn.profile());
    return staying.isEmpty() || reconsider(machine, staying.get(), guards, Occasion.QUIET);
  }

  /** Takes a new participation to its first node. */
  void enter(Machine machine, Participation entering, Guard entry, Optional<Event> event) {
    follow(machine, entering, entry, event);
  }

  /** Keeps what an action answered, and orders those that have waited for it. */
  Participation settled(Participation participation, Signal.Settled settled) {
    Map<String, Attributes> results = new HashMap<>(participation.results());
    if (settled.succeeded()) {
      results.put(settled.action().text(), settled.result());
    }
    Participation next =
        dispatching.proceed(turn.machine(participation), participation.settled(results), settled);
    turn.put(next);
    return next;
  }

  /** Whether the settling of an action means something to a participation where it stands. */
  boolean awaits(Participation participation, Occasion.Settled settled) {
    Machine machine = turn.machine(participation);
    return !machine.at(participation.node()).settling(settled.action()).isEmpty()
        || aims.mayHold(machine, participation, settled);
  }

  /** Judges what asks for the settling of an action. */
  void judge(Participation participation, Occasion.Settled settled) {
    Machine machine = turn.machine(participation);
    Stop stop = machine.at(participation.node());
    Participation latched = traces.latched(machine, participation, settled, settled);
    staying(machine, latched, settled)
        .ifPresent(
            here ->
                held(machine, here, stop.settling(settled.action()), settled)
                    .ifPresentOrElse(
                        guard -> follow(machine, here, guard, Optional.empty()),
                        () -> turn.put(resting.of(machine, here))));
  }

  /** Judges the exit, then all that leads away from where a participation is, as on arrival. */
  void goOn(Machine machine, Participation here) {
    Optional<Guard> exit = aims.exit(machine, here, Occasion.QUIET);
    if (exit.isPresent()) {
      Optional<Explanation> why = exit.flatMap(turn.account()::why);
      end(machine, here, Participation.Status.EXITED, Optional.empty(), why);
      return;
    }
    held(machine, here, machine.at(here.node()).guards(), Occasion.QUIET)
        .ifPresentOrElse(
            guard -> follow(machine, here, guard, Optional.empty()), () -> rest(machine, here));
  }

  void stop(Participation participation) {
    end(turn.machine(participation), participation, Participation.Status.STOPPED);
  }

  /** Judges goal and exit; empty where one of them has ended the participation. */
  private Optional<Participation> staying(Machine machine, Participation here, Occasion occasion) {
    Aims.Judged judged = aims.judge(machine, here, occasion);
    Optional<EventId> cause = occasion.happened().map(Event::id);
    judged
        .ended()
        .ifPresent(
            how ->
                end(machine, judged.here(), how, cause, judged.by().flatMap(turn.account()::why)));
    return judged.ended().isPresent() ? Optional.empty() : Optional.of(judged.here());
  }

  private boolean reconsider(
      Machine machine, Participation participation, List<Guard> guards, Occasion occasion) {
    Optional<Guard> guard = held(machine, participation, guards, occasion);
    guard.ifPresentOrElse(
        held -> follow(machine, participation, held, Optional.empty()),
        () -> turn.put(resting.of(machine, participation)));
    return guard.isPresent();
  }

  /** The first of these guards that holds. */
  private Optional<Guard> held(
      Machine machine, Participation here, List<Guard> guards, Occasion occasion) {
    return guards.isEmpty()
        ? Optional.empty()
        : turn.first(guards, Outlook.of(turn, machine, here).view(guards, occasion));
  }

  private void follow(
      Machine machine, Participation participation, Guard first, Optional<Event> cause) {
    Participation here = participation;
    Optional<Guard> next = Optional.of(first);
    while (next.isPresent()) {
      tire(machine, here);
      here = arrive(machine, here, next.get(), cause);
      next = held(machine, here, machine.at(here.node()).guards(), Occasion.QUIET);
    }
    rest(machine, here);
  }

  /** Also from wake-up to wake-up: a dwell that was due before the arrival is due at it. */
  private void tire(Machine machine, Participation here) {
    if (!turn.clock().equals(instant)) {
      arrivals.clear();
      instant = turn.clock();
    }
    if (arrivals.merge(here.id(), 1, Integer::sum) > MOST_ARRIVALS) {
      throw new IllegalStateException(
          "Expected user %s to come to rest in %s, but %s goes round."
              .formatted(turn.before().user(), machine.key(), here.node()));
    }
  }

  private void rest(Machine machine, Participation here) {
    if (machine.at(here.node()).isEnd()) {
      end(machine, here, Participation.Status.COMPLETED);
    } else {
      turn.put(resting.of(machine, here));
    }
  }

  private Participation arrive(
      Machine machine, Participation from, Guard guard, Optional<Event> cause) {
    Participation here =
        from.arrived(guard.to(), turn.clock(), kept(machine, from), cause.isPresent());
    Optional<NodeId> left = from.moves() == 0 ? Optional.empty() : Optional.of(from.node());
    Optional<EventId> event = cause.map(Event::id);
    turn.facts.add(
        new Fact.Moved(
            machine.key(),
            here.id(),
            guard.rule(),
            left,
            here.node(),
            here.moves(),
            turn.clock(),
            event,
            turn.account().why(guard)));
    return dispatching.arrived(machine, here, cause.map(Event::properties).orElse(Attributes.NONE));
  }

  private void end(Machine machine, Participation participation, Participation.Status how) {
    end(machine, participation, how, Optional.empty(), Optional.empty());
  }

  private void end(
      Machine machine,
      Participation participation,
      Participation.Status how,
      Optional<EventId> cause,
      Optional<Explanation> why) {
    turn.put(participation.ended(how));
    String id = participation.id();
    NodeId node = participation.node();
    turn.facts.add(new Fact.Ended(machine.key(), id, node, how, turn.clock(), cause, why));
    if (remembersEnds(machine.graph().participation())) {
      Memory memory = turn.memory(machine.key().id());
      String key = participation.keyValue().orElse("");
      turn.remember(machine.key().id(), memory.ended(key, turn.clock()));
    }
  }

  /**
   * A later version may ask when somebody was inside, so that is always remembered; but not of each
   * value of a key that nobody asks about, since there is no end of orders.
   */
  private static boolean remembersEnds(ParticipationRules rules) {
    return rules.key().isEmpty() || !(rules.reEntry() instanceof ReEntry.Always);
  }

  private static Map<String, Measure> kept(Machine machine, Participation participation) {
    Map<String, Measure> kept = new HashMap<>();
    for (Named<Tally> tally : machine.sinceEntry()) {
      Measure measure = participation.measures().get(tally.name());
      if (measure != null) {
        kept.put(tally.name(), measure);
      }
    }
    return kept;
  }
}
