package dev.campanile.engine.state;

import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.Event;
import dev.campanile.campaign.ParticipationRules.Limit;
import dev.campanile.engine.rule.Lot;
import dev.campanile.engine.rule.Occasion;
import dev.campanile.engine.rule.Scene;
import dev.campanile.engine.rule.Timepiece;
import dev.campanile.engine.state.Admission.Refusal;
import dev.campanile.engine.state.Doors.Door;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How users are led into campaigns: at most one entry per campaign, highest priority first. */
final class Entrance {

  private final Turn turn;
  private final Walk walk;

  Entrance(Turn turn, Walk walk) {
    this.turn = turn;
    this.walk = walk;
  }

  /**
   * @param served the campaigns in which the event has moved or ended a participation already
   */
  void open(Occasion.Happened occasion, Set<CampaignId> served) {
    boolean positioned = occasion.at().isPresent();
    Set<String> shared = shared(occasion);
    for (Door door : turn.book.doors().toTry(occasion.event(), positioned, shared)) {
      Set<String> own = own(door, occasion);
      if (!served.contains(door.machine().key().id())) {
        first(door.heeding(occasion.event(), positioned), shared, own)
            .ifPresent(guard -> attempt(door, guard, occasion, turn.clock().minusNanos(1)));
      }
    }
  }

  /**
   * Lets a change of the profile lead into campaigns with entries that look at what has changed.
   */
  void open(Attributes before, Set<CampaignId> served) {
    turn.memories().keySet().stream()
        .flatMap(campaign -> turn.book.doors().of(campaign).stream())
        .filter(door -> new Resting(turn).changesClock(door.machine(), before))
        .toList()
        .forEach(this::awaitOnNewClock);
    for (Door door : turn.book.doors().profiled()) {
      if (runs(door) && !served.contains(door.machine().key().id())) {
        judge(door, door.profiled(before, turn.profile()), turn.clock().minusNanos(1));
      }
    }
  }

  /**
   * Judges the entries of a campaign that can hold without an event.
   *
   * @param since for the sake of which version; whoever enters is not let in for it again
   */
  void review(Door door, CampaignKey since) {
    CampaignId campaign = since.id();
    if (!runs(door)) {
      return;
    }
    judge(door, door.own(), turn.clock().minusNanos(1));
    if (turn.participations().stream().anyMatch(p -> p.campaign().id().equals(campaign))) {
      turn.remember(campaign, turn.memory(campaign).reviewed(since.version()));
    }
  }

  /** Lets the entries lead in whose date has come. */
  void date(CampaignId campaign) {
    Door door = turn.book.doors().of(campaign).orElseThrow();
    Instant due = turn.memory(campaign).reached().due().orElseThrow();
    List<Dates.Ranked> come = new Dates(turn).come(door);
    Optional<Instant> falls = turn.book.pauses(door.machine()).falls(due);
    if (falls.isEmpty()) {
      return; // a pause skips it
    }
    turn.clock(falls.get());
    for (Dates.Ranked one : come) {
      String rule = door.machine().key() + "/entry-" + one.rank();
      Guard guard = Guard.ofLaunch(rule, one.entry().to());
      ZoneId zone = turn.userZone(door.machine());
      turn.account().reasoned(guard, Explaining.launch(one.entry().date().text(), due, zone));
      attempt(door, guard, Occasion.QUIET, turn.clock().minusNanos(1));
    }
  }

  /**
   * Lets a launch lead in whomever it reaches, once for each tick. Whom a pause keeps out has not
   * had the tick: it is told once more when the pause is over.
   */
  void launch(Launch launch, Instant tick) {
    CampaignId campaign = launch.campaign();
    Door door = turn.book.doors().of(campaign).orElseThrow();
    if (runs(door)) {
      Memory memory = turn.memory(campaign);
      turn.remember(campaign, memory.reached(memory.reached().launched(launch.name(), tick)));
    }
    Guard guard = launch.guard();
    turn.account().reasoned(guard, Explaining.launch(launch.text(), tick, launch.zone()));
    attempt(door, guard, Occasion.QUIET, turn.clock().minusNanos(1));
  }

  /** Judges the entries of a campaign that an event leaving a window may let hold. */
  void wake(CampaignId campaign, Instant due) {
    Door door = turn.book.doors().of(campaign).orElseThrow();
    Instant before = turn.book.pauses(door.machine()).since(due).minusNanos(1);
    Instant judged = turn.memory(campaign).timedTo();
    List<Guard> guards =
        door.own().stream()
            .filter(
                guard ->
                    leaves(door, guard, before, due, true)
                        // Also before the pause, on a clock that has changed in it.
                        || leaves(door, guard, judged, due, false))
            .toList();
    judge(door, guards, due);
  }

  private boolean leaves(Door door, Guard guard, Instant after, Instant upTo, boolean any) {
    return nextLeave(door, guard, after, any).filter(left -> !left.isAfter(upTo)).isPresent();
  }

  /** When an event next leaves a window, unless a pause skips it. */
  private Optional<Instant> nextLeave(Door door, Guard guard, Instant after, boolean any) {
    Memory memory = turn.memory(door.machine().key().id());
    Map<String, Measure> measures = turn.beside(door.machine(), memory.measures());
    ZoneId zone = turn.userZone(door.machine());
    return turn.book
        .pauses(door.machine())
        .first(after, from -> guard.nextLeave(measures, from, zone, any));
  }

  /**
   * @param timedTo up to when what time does has been judged then
   */
  private void judge(Door door, List<Guard> guards, Instant timedTo) {
    Optional<Guard> held = turn.first(guards, View.of(scene(door.machine(), Occasion.QUIET)));
    await(door, timedTo, held.isPresent());
    held.ifPresent(guard -> attempt(door, guard, Occasion.QUIET, timedTo));
  }

  /** The rules of all campaigns that hold for this event without any memory. */
  private Set<String> shared(Occasion.Happened occasion) {
    List<String> places = turn.book.doors().places(occasion.event());
    if (places.isEmpty()) {
      return Set.of();
    }
    View view = View.of(Scene.of(occasion, turn.profile(), turn.zones.ofUser(turn.profile())));
    Set<String> holding = new HashSet<>();
    places.forEach(place -> holding.addAll(turn.judge(place, view)));
    return holding;
  }

  /** The rules of one campaign that hold in its own memory, once the event is counted there. */
  private Set<String> own(Door door, Occasion.Happened occasion) {
    if (door.own().isEmpty() || !runs(door)) {
      return Set.of();
    }
    count(door.machine(), occasion);
    Scene scene = scene(door.machine(), occasion);
    Set<String> holding = turn.judge(door.own().getFirst().at(), View.of(scene));
    await(door, turn.clock().minusNanos(1), !holding.isEmpty());
    return door.own().stream()
        .filter(guard -> holding.contains(guard.rule()) && guard.heeds(scene))
        .map(Guard::rule)
        .collect(Collectors.toSet());
  }

  private static Optional<Guard> first(List<Guard> guards, Set<String> shared, Set<String> own) {
    return guards.stream()
        .filter(guard -> shared.contains(guard.rule()) || own.contains(guard.rule()))
        .findFirst();
  }

  private boolean runs(Door door) {
    return turn.book.running(door.machine().key().id());
  }

  private void count(Machine machine, Occasion.Happened occasion) {
    Event event = occasion.event();
    Scene scene = scene(machine, occasion);
    if (!new Admission(turn, machine, event.properties()).counts(event.time(), scene)) {
      return;
    }
    Memory memory = turn.memory(machine.key().id());
    var former = new Counting(memory.latched(), memory.measures());
    Counting now = former.with(event, machine.entry(), scene, turn.now(machine));
    if (now.changedFrom(former)) {
      turn.remember(machine.key().id(), memory.counted(now.latched(), now.measures()));
    }
  }

  /**
   * Notes when time alone may let an entry hold next.
   *
   * @param held whether one holds now: should it be refused, it is tried whenever time gives cause
   */
  private void await(Door door, Instant timedTo, boolean held) {
    Memory memory = turn.memory(door.machine().key().id());
    Optional<Instant> next =
        door.own().stream()
            .flatMap(guard -> nextLeave(door, guard, timedTo, held).stream())
            // What a change of clocks has made past comes with that change.
            .map(at -> at.isBefore(turn.clock()) ? turn.clock() : at)
            .min(Instant::compareTo);
    if (next.isPresent() || memory.wakeAt().isPresent()) {
      turn.remember(door.machine().key().id(), memory.waking(timedTo, next));
    }
  }

  private void awaitOnNewClock(Door door) {
    Memory memory = turn.memory(door.machine().key().id());
    if (memory.wakeAt().isPresent()) {
      await(door, memory.timedTo(), true);
    }
  }

  private void attempt(Door door, Guard guard, Occasion occasion, Instant timedTo) {
    Machine machine = door.machine();
    Optional<Event> event = occasion.happened();
    var admission =
        new Admission(turn, machine, event.map(Event::properties).orElse(Attributes.NONE));
    Optional<Fact> refusal =
        admission
            .refusal(scene(machine, occasion))
            .map(why -> refused(machine, guard, why, guard, event))
            .or(() -> exited(machine, guard, occasion));
    if (refusal.isPresent()) {
      turn.facts.add(refusal.get());
      return;
    }
    remember(machine, admission.key());
    walk.enter(machine, entering(machine, guard, event), guard, event);
    // What is counted since ever goes on.
    await(door, timedTo, true);
  }

  /** Whoever the exit would end at once does not enter. */
  private Optional<Fact> exited(Machine machine, Guard guard, Occasion occasion) {
    if (machine.exit().isEmpty()) {
      return Optional.empty();
    }
    Attributes properties = occasion.happened().map(Event::properties).orElse(Attributes.NONE);
    Optional<String> key = KeyValue.of(machine.graph(), properties);
    // What falls due at the instant of the entry does so after it.
    Participation entering =
        Participation.entering("", machine.key(), key, properties, guard.to(), turn.clock())
            .timedTo(turn.clock().minusNanos(1));
    var why = new Refusal(Fact.Reason.EXIT, "The exit of the campaign holds already.");
    return new Aims(turn)
        .exit(machine, entering, occasion)
        .map(exit -> refused(machine, guard, why, exit, occasion.happened()));
  }

  /**
   * @param judged the trigger whose cells are the reason
   */
  private Fact refused(
      Machine machine, Guard guard, Refusal why, Guard judged, Optional<Event> cause) {
    return new Fact.Refused(
        machine.key(),
        guard.rule(),
        why.reason(),
        why.detail(),
        turn.clock(),
        cause.map(Event::id),
        turn.account().why(judged));
  }

  private Participation entering(Machine machine, Guard guard, Optional<Event> event) {
    Attributes properties = event.map(Event::properties).orElse(Attributes.NONE);
    return Participation.entering(
        turn.nextParticipation(machine.key().id()),
        machine.key(),
        KeyValue.of(machine.graph(), properties),
        properties,
        guard.to(),
        turn.clock());
  }

  /** Entering resets what led to it, and leaves a mark for as long as a limit may count it. */
  private void remember(Machine machine, String key) {
    Memory memory = turn.memory(machine.key().id());
    List<Limit> limits = machine.graph().participation().perUser();
    if (limits.isEmpty() && memory.equals(Memory.NOTHING)) {
      return;
    }
    ZoneId zone = turn.userZone(machine);
    List<Memory.Mark> marks = new ArrayList<>();
    for (Memory.Mark mark : memory.entries()) {
      if (limits.stream()
          .anyMatch(limit -> Periods.mayCount(limit.per(), mark.at(), turn.clock()))) {
        marks.add(mark);
      }
    }
    if (!limits.isEmpty()) {
      marks.add(new Memory.Mark(turn.clock(), key));
    }
    turn.remember(machine.key().id(), memory.entered(marks));
  }

  /** What the entries of a campaign look at. */
  Scene scene(Machine machine, Occasion occasion) {
    ZoneId zone = turn.userZone(machine);
    Memory memory = turn.memory(machine.key().id());
    return new Scene(
        occasion,
        turn.whereabouts().position(),
        turn.profile(),
        Attributes.NONE,
        Map.of(),
        memory.latched(),
        Counting.values(
            machine.entry().guards(), turn.beside(machine, memory.measures()), turn.clock(), zone),
        Set.of(),
        machine.attached().fences(),
        Lot.NONE,
        new Timepiece(turn.clock(), turn.zones.ofSchedule(machine.graph()), zone));
  }
}
