package dev.campanile.engine.state;

import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.Event;
import dev.campanile.engine.rule.Occasion;
import dev.campanile.engine.rule.Scene;
import dev.campanile.engine.state.Doors.Door;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How users are led into campaigns: at most one entry per campaign, highest priority first. */
final class Entrance {

  private final Turn turn;
  private final Joining joining;
  private final Prospect prospect;

  Entrance(Turn turn, Walk walk) {
    this.turn = turn;
    this.joining = new Joining(turn, walk);
    this.prospect = new Prospect(turn);
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
    prospect.awaitAnew(before);
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
    judge(door, prospect.leaving(door, due), due);
  }

  /**
   * @param timedTo up to when what time does has been judged then
   */
  private void judge(Door door, List<Guard> guards, Instant timedTo) {
    Optional<Guard> held =
        turn.first(guards, View.of(prospect.scene(door.machine(), Occasion.QUIET)));
    prospect.await(door, timedTo, held.isPresent());
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
    Scene scene = prospect.scene(door.machine(), occasion);
    Set<String> holding = turn.judge(door.own().getFirst().at(), View.of(scene));
    prospect.await(door, turn.clock().minusNanos(1), !holding.isEmpty());
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
    Scene scene = prospect.scene(machine, occasion);
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

  private void attempt(Door door, Guard guard, Occasion occasion, Instant timedTo) {
    if (joining.attempt(door.machine(), guard, occasion)) {
      // What is counted since ever goes on.
      prospect.await(door, timedTo, true);
    }
  }
}
