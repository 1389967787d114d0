package dev.campanile.engine.state;

import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.Event;
import dev.campanile.campaign.Participation.Limit;
import dev.campanile.campaign.Participation.Per;
import dev.campanile.engine.rule.Moment;
import dev.campanile.engine.rule.Scene;
import dev.campanile.engine.state.Admission.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How an event leads users into campaigns: at most one entry per campaign, highest priority first.
 */
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
    Set<String> shared =
        turn.book.index().shares(event.type())
            ? turn.judge(Moment.openedBy(event.type()), scene(event, Optional.empty()))
            : Set.of();
    for (Machine machine : turn.book.index().openedBy(event.type())) {
      Set<String> holding = holding(machine, event, shared);
      if (!served.contains(machine.key().id())) {
        machine.entry().guards().stream()
            .filter(guard -> holding.contains(guard.rule()))
            .findFirst()
            .ifPresent(guard -> attempt(machine, guard, event));
      }
    }
  }

  /**
   * The shared rules that hold, and those of the campaign's own memory once the event is counted in
   * it.
   */
  private Set<String> holding(Machine machine, Event event, Set<String> shared) {
    String before = Moment.before(machine.key());
    List<Guard> own =
        machine.entry().listeningTo(event.type()).stream()
            .filter(g -> g.at().equals(before))
            .toList();
    if (own.isEmpty() || !turn.book.running(machine.key().id())) {
      return shared;
    }
    count(machine, event);
    Set<String> holding = new java.util.HashSet<>(shared);
    holding.addAll(turn.judge(before, scene(event, Optional.of(machine))));
    return holding;
  }

  private void count(Machine machine, Event event) {
    Scene scene = scene(event, Optional.of(machine));
    if (!new Admission(turn, machine).counts(event.time(), scene)) {
      return;
    }
    Memory memory = turn.memory(machine.key().id());
    var former = new Counting(memory.latched(), memory.measures());
    Counting now =
        former.with(
            event, machine.entry().tallies(), machine.entry().latching(), scene, turn.clock());
    if (now.changedFrom(former)) {
      turn.remember(machine.key().id(), memory.counted(now.latched(), now.measures()));
    }
  }

  private void attempt(Machine machine, Guard guard, Event event) {
    var admission = new Admission(turn, machine);
    Optional<Refusal> refusal = admission.refusal(event, scene(event, Optional.of(machine)));
    if (refusal.isPresent()) {
      Refusal why = refusal.get();
      turn.facts.add(
          new Fact.Refused(
              machine.key(),
              guard.rule(),
              why.reason(),
              why.detail(),
              turn.clock(),
              Optional.of(event.id())));
      return;
    }
    remember(machine, admission.key(event));
    walk.enter(machine, entering(machine, guard, event), guard, event);
  }

  private Participation entering(Machine machine, Guard guard, Event event) {
    Instant now = turn.clock();
    return new Participation(
        turn.nextParticipation(machine.key().id()),
        machine.key(),
        KeyValue.of(machine.graph(), event),
        event.properties(),
        now,
        guard.to(),
        now,
        0,
        Participation.Status.ACTIVE,
        now,
        Set.of(),
        Map.of(),
        Map.of(),
        List.of(),
        Optional.empty());
  }

  /** Entering resets what led to it, and leaves a mark for as long as a limit may count it. */
  private void remember(Machine machine, String key) {
    Memory memory = turn.memory(machine.key().id());
    List<Limit> limits = machine.graph().participation().limits();
    if (limits.isEmpty() && memory.equals(Memory.NOTHING)) {
      return;
    }
    List<Memory.Mark> marks = new ArrayList<>();
    Instant horizon = horizon(machine, limits);
    memory.entries().stream().filter(mark -> mark.at().isAfter(horizon)).forEach(marks::add);
    if (!limits.isEmpty()) {
      marks.add(new Memory.Mark(turn.clock(), key));
    }
    turn.remember(machine.key().id(), memory.entered(marks));
  }

  private Instant horizon(Machine machine, List<Limit> limits) {
    ZoneId zone = turn.userZone(machine);
    return limits.stream()
        .map(limit -> horizon(limit.per(), zone))
        .min(Instant::compareTo)
        .orElse(turn.clock());
  }

  private Instant horizon(Per per, ZoneId zone) {
    return per instanceof Per.Sliding sliding
        ? sliding.span().before(turn.clock(), zone)
        : turn.clock().minus(LONGEST_CALENDAR);
  }

  private Scene scene(Event event, Optional<Machine> machine) {
    ZoneId zone = machine.map(turn::userZone).orElse(turn.book.conventions().zone());
    Memory memory = machine.map(m -> turn.memory(m.key().id())).orElse(Memory.NOTHING);
    List<Guard> guards = machine.map(m -> m.entry().guards()).orElse(List.of());
    return new Scene(
        Optional.of(event),
        turn.profile(),
        Attributes.NONE,
        Map.of(),
        memory.latched(),
        Counting.values(guards, memory.measures(), turn.clock(), zone),
        Set.of(),
        zone);
  }
}
