package dev.campanile.engine.state;

import dev.campanile.campaign.Attributes;
import dev.campanile.engine.rule.Lot;
import dev.campanile.engine.rule.Occasion;
import dev.campanile.engine.rule.Scene;
import dev.campanile.engine.rule.Timepiece;
import dev.campanile.engine.state.Doors.Door;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a user sees who may enter campaigns, and when time alone may show more: an {@link Outlook}
 * from outside.
 */
record Prospect(Turn turn) {

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

  /** The entries that an event leaving a window by a wake-up gives cause to judge. */
  List<Guard> leaving(Door door, Instant due) {
    Instant before = turn.book.pauses(door.machine()).since(due).minusNanos(1);
    Instant judged = turn.memory(door.machine().key().id()).timedTo();
    Map<String, Measure> measures = measures(door);
    return door.own().stream()
        .filter(
            guard ->
                Stream.concat(
                        nextLeave(door, guard, measures, before, true).stream(),
                        // Also before the pause, on a clock that has changed in it.
                        nextLeave(door, guard, measures, judged, false).stream())
                    .anyMatch(left -> !left.isAfter(due)))
        .toList();
  }

  /**
   * Notes when time alone may let an entry hold next.
   *
   * @param held whether one holds now: should it be refused, it is tried whenever time gives cause
   */
  void await(Door door, Instant timedTo, boolean held) {
    Memory memory = turn.memory(door.machine().key().id());
    Map<String, Measure> measures = measures(door);
    Optional<Instant> next =
        door.own().stream()
            .flatMap(guard -> nextLeave(door, guard, measures, timedTo, held).stream())
            // What a change of clocks has made past comes with that change.
            .map(at -> at.isBefore(turn.clock()) ? turn.clock() : at)
            .min(Instant::compareTo);
    if (next.isPresent() || memory.wakeAt().isPresent()) {
      turn.remember(door.machine().key().id(), memory.waking(timedTo, next));
    }
  }

  /** The same where somebody waits whose clock is another one since the profile has changed. */
  void awaitAnew(Attributes before) {
    for (var memory : Map.copyOf(turn.memories()).entrySet()) {
      turn.book
          .doors()
          .of(memory.getKey())
          .filter(door -> memory.getValue().wakeAt().isPresent())
          .filter(door -> new Resting(turn).changesClock(door.machine(), before))
          .ifPresent(door -> await(door, memory.getValue().timedTo(), true));
    }
  }

  /** When an event next leaves a window, unless a pause skips it. */
  private Optional<Instant> nextLeave(
      Door door, Guard guard, Map<String, Measure> measures, Instant after, boolean any) {
    ZoneId zone = turn.userZone(door.machine());
    return turn.book
        .pauses(door.machine())
        .first(after, from -> guard.nextLeave(measures, from, zone, any));
  }

  private Map<String, Measure> measures(Door door) {
    Machine machine = door.machine();
    return turn.beside(machine, turn.memory(machine.key().id()).measures());
  }
}
