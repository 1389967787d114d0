package dev.campanile.engine.state;

import dev.campanile.campaign.ActionId;
import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.Condition.Tally;
import dev.campanile.campaign.Event;
import dev.campanile.campaign.EventId;
import dev.campanile.campaign.NodeId;
import dev.campanile.campaign.ParticipationRules.ReEntry;
import dev.campanile.engine.rule.Occasion;
import dev.campanile.engine.rule.Scene;
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

  /** At this instant, by participation. */
  private final Map<String, Integer> arrivals = new HashMap<>();

  private Instant instant = Instant.MIN;

  Walk(Turn turn) {
    this.turn = turn;
    this.dispatching = new Dispatching(turn);
  }

  /** Lets an event serve a participation; true where it moved or ended it. */
  boolean serve(Participation participation, Occasion.Happened occasion) {
    Machine machine = machine(participation);
    Stop stop = machine.at(participation.node());
    boolean serves = !KeyValue.differs(machine.graph(), participation, occasion.event());
    boolean positioned = occasion.at().isPresent();
    Participation counted =
        serves && stop.counts(occasion.event(), positioned)
            ? count(machine, participation, occasion)
            : participation;
    List<Guard> guards = serves ? stop.heeding(occasion.event(), positioned) : List.of();
    Optional<Guard> guard = held(machine, counted, guards, occasion);
    if (guard.isPresent()) {
      follow(machine, counted, guard.get(), Optional.of(occasion.event()));
    } else if (counted != participation
        || positioned && stop.dwells()
        // What is counted since ever is not of one key value.
        || stop.remembers(occasion.event())) {
      turn.put(waiting(machine, counted));
    }
    return guard.isPresent();
  }

  /** Judges what time has made due at a participation's own wake-up. */
  void wake(Participation participation) {
    Machine machine = machine(participation);
    Instant due = participation.wakeAt().orElseThrow();
    Participation timed = participation.timedTo(due);
    reconsider(machine, timed, Outlook.of(turn, machine, timed).fallingDue(due));
  }

  /**
   * Judges again what looks at that which has changed, and when to wake: the user's zone may have.
   *
   * @return whether it moved or ended
   */
  boolean profileChanged(Participation participation, Attributes before) {
    Machine machine = machine(participation);
    List<Guard> guards = machine.at(participation.node()).profiled(before, turn.profile());
    return reconsider(machine, participation, guards);
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
        dispatching.proceed(machine(participation), participation.settled(results), settled);
    turn.put(next);
    return next;
  }

  /** Whether the settling of an action means something to a participation where it stands. */
  boolean awaits(Participation participation, ActionId action) {
    Stop stop = machine(participation).at(participation.node());
    return !stop.settling(action).isEmpty();
  }

  /** Judges what asks for the settling of an action. */
  void judge(Participation participation, Occasion.Settled settled) {
    Machine machine = machine(participation);
    Stop stop = machine.at(participation.node());
    Scene scene = Outlook.of(turn, machine, participation).scene(List.of(), settled);
    var counting = new Counting(participation.latched(), participation.measures());
    Participation latched =
        participation.counted(counting.latching(stop, scene), participation.measures());
    held(machine, latched, stop.settling(settled.action()), settled)
        .ifPresentOrElse(
            guard -> follow(machine, latched, guard, Optional.empty()),
            () -> turn.put(waiting(machine, latched)));
  }

  /** Judges all that leads away from where a participation is, as on arrival. */
  void goOn(Machine machine, Participation here) {
    held(machine, here, machine.at(here.node()).guards(), Occasion.QUIET)
        .ifPresentOrElse(
            guard -> follow(machine, here, guard, Optional.empty()), () -> rest(machine, here));
  }

  void stop(Participation participation) {
    end(machine(participation), participation, Participation.Status.STOPPED);
  }

  private boolean reconsider(Machine machine, Participation participation, List<Guard> guards) {
    Optional<Guard> guard = held(machine, participation, guards, Occasion.QUIET);
    guard.ifPresentOrElse(
        held -> follow(machine, participation, held, Optional.empty()),
        () -> turn.put(waiting(machine, participation)));
    return guard.isPresent();
  }

  /** The first of these guards that holds. */
  private Optional<Guard> held(
      Machine machine, Participation here, List<Guard> guards, Occasion occasion) {
    return guards.isEmpty()
        ? Optional.empty()
        : turn.first(guards, Outlook.of(turn, machine, here).view(guards, occasion));
  }

  private Participation count(
      Machine machine, Participation participation, Occasion.Happened occasion) {
    Scene scene = Outlook.of(turn, machine, participation).scene(List.of(), occasion);
    var former = new Counting(participation.latched(), participation.measures());
    Counting now =
        former.with(occasion.event(), machine.at(participation.node()), scene, turn.now(machine));
    return now.changedFrom(former)
        ? participation.counted(now.latched(), now.measures())
        : participation;
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
      turn.put(waiting(machine, here));
    }
  }

  private Participation arrive(
      Machine machine, Participation from, Guard guard, Optional<Event> cause) {
    Participation here = from.arrived(guard.to(), turn.clock(), kept(machine, from));
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
    turn.put(participation.ended(how));
    turn.facts.add(
        new Fact.Ended(machine.key(), participation.id(), participation.node(), how, turn.clock()));
    if (!(machine.graph().participation().reEntry() instanceof ReEntry.Always)) {
      Memory memory = turn.memory(machine.key().id());
      String key = participation.keyValue().orElse("");
      turn.remember(machine.key().id(), memory.ended(key, turn.clock()));
    }
  }

  private Participation waiting(Machine machine, Participation participation) {
    return Outlook.of(turn, machine, participation).waiting();
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

  private Machine machine(Participation participation) {
    return turn.book
        .machine(participation.campaign())
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Expected the rule book to hold %s, but it does not."
                        .formatted(participation.campaign())));
  }
}
