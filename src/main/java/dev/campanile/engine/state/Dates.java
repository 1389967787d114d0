package dev.campanile.engine.state;

import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.Condition.ClockOf;
import dev.campanile.campaign.Entry;
import dev.campanile.campaign.Schedule;
import dev.campanile.campaign.UserDate;
import dev.campanile.campaign.WallClock;
import dev.campanile.engine.state.Doors.Door;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The dates of a user that entries wait for. */
final class Dates {

  /** An entry by date, as ranked among all entries, from 1. */
  record Ranked(int rank, Entry.Dated entry) {}

  private final Turn turn;

  Dates(Turn turn) {
    this.turn = turn;
  }

  static List<Ranked> of(Machine machine) {
    List<Ranked> dates = new ArrayList<>();
    int rank = 0;
    for (Entry entry : machine.graph().entries()) {
      rank++;
      if (entry instanceof Entry.Dated dated) {
        dates.add(new Ranked(rank, dated));
      }
    }
    return dates;
  }

  /** Notes when the next date comes; one that is past and was not known is over. */
  void await() {
    for (Door door : turn.book.doors().dated()) {
      if (turn.book.running(door.machine().key().id())) {
        await(door);
      }
    }
    forget();
  }

  /** Waits no longer for dates of campaigns that have none any more; whether there were such. */
  boolean forget() {
    List<CampaignId> former =
        turn.memories().entrySet().stream()
            .filter(memory -> memory.getValue().reached().due().isPresent())
            .map(Map.Entry::getKey)
            .filter(campaign -> turn.book.doors().of(campaign).filter(Dates::hasNone).isPresent())
            .toList();
    for (CampaignId campaign : former) {
      Memory memory = turn.memory(campaign);
      turn.note(campaign, memory.reached(memory.reached().waiting(Map.of(), Optional.empty())));
    }
    return !former.isEmpty();
  }

  private static boolean hasNone(Door door) {
    return of(door.machine()).isEmpty();
  }

  /** The entries whose date has come; from now on they wait for the next. */
  List<Ranked> come(Door door) {
    CampaignId campaign = door.machine().key().id();
    Reached reached = turn.memory(campaign).reached();
    Instant due = reached.due().orElseThrow();
    Map<String, Instant> looked = new HashMap<>(reached.looked());
    List<Ranked> come = new ArrayList<>();
    for (Ranked one : of(door.machine())) {
      UserDate date = one.entry().date();
      // What was due may be of a former version; a date that is new since waits for its own.
      Optional<Instant> from = Optional.ofNullable(looked.get(date.text()));
      if (from.flatMap(after -> next(door.machine(), date, after))
          .filter(at -> !at.isAfter(due))
          .isPresent()) {
        come.add(one);
      }
    }
    come.forEach(one -> looked.put(one.entry().date().text(), due));
    remember(door, looked);
    return come;
  }

  private void await(Door door) {
    Instant past = turn.reached().minusNanos(1);
    Map<String, Instant> known = turn.memory(door.machine().key().id()).reached().looked();
    Map<String, Instant> looked = new HashMap<>();
    for (Ranked one : of(door.machine())) {
      UserDate date = one.entry().date();
      Instant from = known.getOrDefault(date.text(), past);
      boolean missed =
          next(door.machine(), date, from)
              .filter(turn.reached()::isAfter)
              .filter(at -> !isAwaited(door.machine(), date, from, at))
              .isPresent();
      looked.put(date.text(), missed ? past : from);
    }
    remember(door, looked);
  }

  /**
   * Whether a date was known before this turn: where it is past by now, its wake-up is on its way.
   */
  private boolean isAwaited(Machine machine, UserDate date, Instant from, Instant at) {
    return turn.memory(machine.key().id())
            .reached()
            .due()
            .filter(due -> !at.isBefore(due))
            .isPresent()
        && next(machine, date, from, turn.before().profile()).filter(at::equals).isPresent();
  }

  private void remember(Door door, Map<String, Instant> looked) {
    Memory memory = turn.memory(door.machine().key().id());
    Optional<Instant> due =
        of(door.machine()).stream()
            .map(Ranked::entry)
            .map(Entry.Dated::date)
            .filter(date -> looked.containsKey(date.text()))
            .flatMap(date -> next(door.machine(), date, looked.get(date.text())).stream())
            .min(Instant::compareTo);
    Reached now = memory.reached().waiting(looked, due);
    if (!now.equals(memory.reached())) {
      turn.note(door.machine().key().id(), memory.reached(now));
    }
  }

  /** The next instant of a date inside the schedule. */
  private Optional<Instant> next(Machine machine, UserDate date, Instant after) {
    return next(machine, date, after, turn.profile());
  }

  private Optional<Instant> next(
      Machine machine, UserDate date, Instant after, Attributes profile) {
    Schedule schedule = machine.graph().schedule();
    ZoneId clock = turn.zones.ofSchedule(machine.graph());
    ZoneId user = turn.zones.ofUser(profile, machine.graph());
    Instant from =
        schedule
            .start()
            .map(start -> WallClock.instant(start, clock).minusNanos(1))
            .filter(after::isBefore)
            .orElse(after);
    return profile
        .at(date.path())
        .flatMap(
            value -> date.after(from, value, user, date.clock() == ClockOf.USER ? user : clock))
        .filter(
            at ->
                schedule
                    .end()
                    .map(end -> WallClock.instant(end, clock))
                    .filter(end -> !at.isBefore(end))
                    .isEmpty());
  }
}
