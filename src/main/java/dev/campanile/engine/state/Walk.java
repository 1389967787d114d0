package dev.campanile.engine.state;

import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.Condition.Deadline;
import dev.campanile.campaign.Event;
import dev.campanile.campaign.EventId;
import dev.campanile.campaign.NodeId;
import dev.campanile.campaign.Participation.ReEntry;
import dev.campanile.engine.rule.Scene;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a participation moves along the graph in one turn: it counts, waits, follows an edge,
 * arrives, ends.
 */
final class Walk {

  /** More arrivals in one instant than a checked graph can have. */
  private static final int MOST_ARRIVALS = 1000;

  private final Turn turn;
  private final Dispatching dispatching;

  Walk(Turn turn) {
    this.turn = turn;
    this.dispatching = new Dispatching(turn);
  }

  /** Lets an event serve a participation; true where it moved or ended it. */
  boolean serve(Participation participation, Event event) {
    Machine machine = machine(participation);
    if (KeyValue.differs(machine.graph(), participation, event)) {
      return false;
    }
    Stop stop = machine.at(participation.node());
    Participation counted =
        stop.counts(event.type()) ? count(machine, participation, event) : participation;
    Optional<Guard> guard =
        held(machine, counted, stop.listeningTo(event.type()), Optional.of(event));
    guard.ifPresentOrElse(
        held -> follow(machine, counted, held, Optional.of(event)),
        () -> wait(machine, participation, counted));
    return guard.isPresent();
  }

  /** Judges what time has made due at a participation's own wake-up. */
  void wake(Participation participation) {
    Machine machine = machine(participation);
    Participation timed = participation.timedTo(participation.wakeAt().orElseThrow());
    reconsider(machine, timed, machine.at(timed.node()).timed());
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

  void settle(Participation participation, Signal.Settled settled) {
    Map<String, Attributes> results = new HashMap<>(participation.results());
    if (settled.succeeded()) {
      results.put(settled.action().text(), settled.result());
    }
    turn.put(dispatching.proceed(machine(participation), participation.settled(results), settled));
  }

  void stop(Participation participation) {
    end(machine(participation), participation, Participation.Status.STOPPED);
  }

  private boolean reconsider(Machine machine, Participation participation, List<Guard> guards) {
    Optional<Guard> guard = held(machine, participation, guards, Optional.empty());
    guard.ifPresentOrElse(
        held -> follow(machine, participation, held, Optional.empty()),
        () -> turn.put(waiting(machine, participation)));
    return guard.isPresent();
  }

  /** The first of these guards that holds. */
  private Optional<Guard> held(
      Machine machine, Participation here, List<Guard> guards, Optional<Event> event) {
    return guards.isEmpty()
        ? Optional.empty()
        : turn.first(guards, scene(machine, here, guards, event));
  }

  private Participation count(Machine machine, Participation participation, Event event) {
    Scene scene = scene(machine, participation, List.of(), Optional.of(event));
    var former = new Counting(participation.latched(), participation.measures());
    Counting now = former.with(event, machine.at(participation.node()), scene, turn.clock());
    return now.changedFrom(former)
        ? participation.counted(now.latched(), now.measures())
        : participation;
  }

  private void wait(Machine machine, Participation former, Participation counted) {
    if (counted != former) {
      turn.put(waiting(machine, counted));
    }
  }

  private void follow(
      Machine machine, Participation participation, Guard first, Optional<Event> cause) {
    Participation here = participation;
    Optional<Guard> next = Optional.of(first);
    for (int arrivals = 0; next.isPresent(); arrivals++) {
      if (arrivals == MOST_ARRIVALS) {
        throw new IllegalStateException(
            "Expected user %s to come to rest in %s, but %s goes round."
                .formatted(turn.before().user(), machine.key(), here.node()));
      }
      here = arrive(machine, here, next.get(), cause);
      next = held(machine, here, machine.at(here.node()).guards(), Optional.empty());
    }
    rest(machine, here);
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
            event));
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
    return participation.waking(nextWake(machine, participation));
  }

  private Optional<Instant> nextWake(Machine machine, Participation participation) {
    ZoneId zone = turn.userZone(machine);
    Stop stop = machine.at(participation.node());
    Stream<Instant> deadlines =
        stop.timed().stream()
            .flatMap(guard -> guard.deadlines().stream())
            .map(deadline -> Deadlines.due(deadline.meaning(), participation.since(), zone))
            .filter(due -> due.isAfter(participation.timedTo()));
    Stream<Instant> leaves =
        stop.tallies().stream()
            .filter(tally -> participation.measures().containsKey(tally.name()))
            .flatMap(tally -> leave(participation, tally, zone).stream());
    return Stream.concat(deadlines, leaves).min(Instant::compareTo);
  }

  private Optional<Instant> leave(
      Participation participation,
      Named<dev.campanile.campaign.Condition.Tally> tally,
      ZoneId zone) {
    return participation
        .measures()
        .get(tally.name())
        .nextLeave(tally.meaning(), turn.clock(), zone);
  }

  private static Map<String, Measure> kept(Machine machine, Participation participation) {
    Map<String, Measure> kept = new HashMap<>(participation.measures());
    kept.keySet().retainAll(machine.sinceEntry().stream().map(Named::name).toList());
    return kept;
  }

  private Scene scene(
      Machine machine, Participation participation, List<Guard> guards, Optional<Event> event) {
    ZoneId zone = turn.userZone(machine);
    return new Scene(
        event,
        turn.profile(),
        participation.entry(),
        participation.results(),
        participation.latched(),
        Counting.values(guards, participation.measures(), turn.clock(), zone),
        due(guards, participation, zone),
        zone);
  }

  private static Set<String> due(List<Guard> guards, Participation participation, ZoneId zone) {
    return guards.stream()
        .flatMap(guard -> guard.deadlines().stream())
        .filter(deadline -> isDue(deadline, participation, zone))
        .map(Named::name)
        .collect(Collectors.toSet());
  }

  private static boolean isDue(Named<Deadline> deadline, Participation participation, ZoneId zone) {
    Instant due = Deadlines.due(deadline.meaning(), participation.since(), zone);
    return !due.isAfter(participation.timedTo());
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
