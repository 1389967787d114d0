package dev.campanile.engine.state;

import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.Event;
import dev.campanile.campaign.EventId;
import dev.campanile.campaign.ParticipationRules.Limit;
import dev.campanile.campaign.ParticipationRules.Per;
import dev.campanile.engine.rule.Moment;
import dev.campanile.engine.rule.Scene;
import dev.campanile.engine.state.Admission.Refusal;
import dev.campanile.engine.state.Doors.Door;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How users are led into campaigns: at most one entry per campaign, highest priority first. */
final class Entrance {

  /** Longer than any calendar period, whatever the zone. */
  private static final Duration LONGEST_CALENDAR = Duration.ofDays(33);

  private final Turn turn;
  private final Walk walk;

  Entrance(Turn turn, Walk walk) {
    this.turn = turn;
    this.walk = walk;
  }

  /**
   * @param served the campaigns in which the event has moved or ended a participation already
   */
  void open(Event event, Set<CampaignId> served) {
    Set<String> shared = shared(event);
    for (Door door : turn.book.doors().openedBy(event.type())) {
      Set<String> own = own(door, event);
      if (!served.contains(door.machine().key().id())) {
        first(door.guards(), shared, own)
            .ifPresent(guard -> attempt(door.machine(), guard, Optional.of(event)));
      }
    }
  }

  private static Optional<Guard> first(List<Guard> guards, Set<String> shared, Set<String> own) {
    for (Guard guard : guards) {
      if (shared.contains(guard.rule()) || own.contains(guard.rule())) {
        return Optional.of(guard);
      }
    }
    return Optional.empty();
  }

  /**
   * Lets a change of the profile lead into campaigns with entries that look at what has changed.
   */
  void open(Attributes before, Set<CampaignId> served) {
    for (Machine machine : turn.book.doors().profiled()) {
      if (turn.book.running(machine.key().id()) && !served.contains(machine.key().id())) {
        List<Guard> guards = Doors.own(machine.entry().profiled(before, turn.profile()));
        turn.first(guards, scene(machine, Optional.empty()))
            .ifPresent(guard -> attempt(machine, guard, Optional.empty()));
      }
    }
  }

  /** The rules of all campaigns that hold for this event without any memory. */
  private Set<String> shared(Event event) {
    if (!turn.book.doors().shares(event.type())) {
      return Set.of();
    }
    Scene scene = Scene.of(event, turn.profile(), turn.zones.ofUser(turn.profile()));
    return turn.judge(Moment.openedBy(event.type()), scene);
  }

  /** The rules of one campaign that hold in its own memory, once the event is counted there. */
  private Set<String> own(Door door, Event event) {
    Machine machine = door.machine();
    if (door.own().isEmpty() || !turn.book.running(machine.key().id())) {
      return Set.of();
    }
    count(machine, event);
    return turn.judge(door.own().getFirst().at(), scene(machine, Optional.of(event)));
  }

  private void count(Machine machine, Event event) {
    Scene scene = scene(machine, Optional.of(event));
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

  private void attempt(Machine machine, Guard guard, Optional<Event> event) {
    var admission =
        new Admission(turn, machine, event.map(Event::properties).orElse(Attributes.NONE));
    Optional<Refusal> refusal = admission.refusal(scene(machine, event));
    if (refusal.isPresent()) {
      turn.facts.add(refused(machine, guard, refusal.get(), event.map(Event::id)));
      return;
    }
    remember(machine, admission.key());
    walk.enter(machine, entering(machine, guard, event), guard, event);
  }

  private Fact refused(Machine machine, Guard guard, Refusal why, Optional<EventId> cause) {
    return new Fact.Refused(
        machine.key(), guard.rule(), why.reason(), why.detail(), turn.clock(), cause);
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
    List<Limit> limits = machine.graph().participation().limits();
    if (limits.isEmpty() && memory.equals(Memory.NOTHING)) {
      return;
    }
    ZoneId zone = turn.userZone(machine);
    List<Memory.Mark> marks = new ArrayList<>();
    for (Memory.Mark mark : memory.entries()) {
      if (limits.stream().anyMatch(limit -> mayCount(limit.per(), mark.at(), zone))) {
        marks.add(mark);
      }
    }
    if (!limits.isEmpty()) {
      marks.add(new Memory.Mark(turn.clock(), key));
    }
    turn.remember(machine.key().id(), memory.entered(marks));
  }

  private boolean mayCount(Per per, Instant entry, ZoneId zone) {
    return per instanceof Per.Sliding sliding
        ? sliding.span().after(entry, zone).isAfter(turn.clock())
        : entry.plus(LONGEST_CALENDAR).isAfter(turn.clock());
  }

  private Scene scene(Machine machine, Optional<Event> event) {
    ZoneId zone = turn.userZone(machine);
    Memory memory = turn.memory(machine.key().id());
    return new Scene(
        event,
        turn.profile(),
        Attributes.NONE,
        Map.of(),
        memory.latched(),
        Counting.values(machine.entry().guards(), memory.measures(), turn.clock(), zone),
        Set.of(),
        turn.zones.ofSchedule(machine.graph()));
  }
}
