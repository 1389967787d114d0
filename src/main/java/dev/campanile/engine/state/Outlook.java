package dev.campanile.engine.state;

import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Condition.Deadline;
import dev.campanile.engine.rule.Lot;
import dev.campanile.engine.rule.Occasion;
import dev.campanile.engine.rule.Scene;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a participation sees from its node at the turn's clock, and when time alone may show it
 * more.
 */
record Outlook(Turn turn, Machine machine, Stop stop, Participation here, ZoneId zone) {

  static Outlook of(Turn turn, Machine machine, Participation here) {
    return new Outlook(turn, machine, machine.at(here.node()), here, turn.userZone(machine));
  }

  /** What the goal and the exit of a participation see. */
  static Outlook beside(Turn turn, Machine machine, Participation here) {
    return new Outlook(turn, machine, machine.beside(), here.sinceEntry(), turn.userZone(machine));
  }

  /** All that these guards look at, and what it takes to tell of it. */
  View view(List<Guard> guards, Occasion occasion) {
    return switch (turn.account().detail()) {
      case NONE -> new View(scene(guards, occasion), Optional.of(here.id()), Map.of());
      case FACTS -> telling(guards, occasion);
      case ALL -> telling(stop.guards(), occasion);
    };
  }

  private View telling(List<Guard> guards, Occasion occasion) {
    Map<String, OffsetDateTime> dues = new HashMap<>();
    for (Guard guard : guards) {
      for (Named<Deadline> deadline : guard.deadlines()) {
        due(deadline)
            .ifPresent(at -> dues.put(deadline.name(), at.atZone(zone).toOffsetDateTime()));
      }
    }
    return new View(scene(guards, occasion), Optional.of(here.id()), dues);
  }

  /** All that these guards look at. */
  Scene scene(List<Guard> seen, Occasion occasion) {
    return new Scene(
        occasion,
        turn.whereabouts().position(),
        turn.profile(),
        here.entry(),
        here.results(),
        here.latched(),
        Counting.values(seen, turn.beside(machine, here.measures()), turn.clock(), zone),
        due(seen),
        machine.attached().fences(),
        lot(seen),
        turn.zones.ofSchedule(machine.graph()));
  }

  /** What has latched or come to stay. */
  Set<String> latched() {
    Set<String> latched = here.latched();
    for (Guard guard : stop.timed()) {
      for (Named<Deadline> deadline : guard.deadlines()) {
        // Who leaves the area later has dwelt there all the same.
        if (deadline.meaning() instanceof Condition.Dwell && isDue(deadline)) {
          latched = new HashSet<>(latched);
          latched.add(deadline.name());
        }
      }
    }
    return latched;
  }

  /** The guards that what falls due at an instant gives cause to judge. */
  List<Guard> fallingDue(Instant at) {
    Instant before = at.minusNanos(1);
    return stop.timed().stream()
        .filter(
            guard ->
                guard.deadlines().stream().anyMatch(each -> due(each).equals(Optional.of(at)))
                    || guard
                        .nextLeave(turn.beside(machine, here.measures()), before, zone, true)
                        .equals(Optional.of(at)))
        .toList();
  }

  /** The next instant at which a deadline of the place falls due or an event leaves a window. */
  Optional<Instant> nextWake() {
    return nextWake(stop.timed());
  }

  /** The same for some of its guards. */
  Optional<Instant> nextWake(List<Guard> guards) {
    @Nullable Instant next = null;
    Instant looked = here.timedTo().isBefore(here.since()) ? here.since() : here.timedTo();
    Map<String, Measure> measures = turn.beside(machine, here.measures());
    for (Guard guard : guards) {
      for (Named<Deadline> deadline : guard.deadlines()) {
        next = due(deadline).filter(here.timedTo()::isBefore).map(earliest(next)).orElse(next);
      }
      // From the last judging, not from now: what leaves at the instant of an event is still to
      // come.
      next = guard.nextLeave(measures, looked, zone, false).map(earliest(next)).orElse(next);
    }
    return Optional.ofNullable(next);
  }

  static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
    return one.isPresent() ? one.map(earliest(other.orElse(null))) : other;
  }

  private Lot lot(List<Guard> guards) {
    return guards.stream().allMatch(guard -> guard.splits().parts().isEmpty())
        ? Lot.NONE
        : Lot.of(machine.key().id(), here.node(), turn.before().user());
  }

  private Set<String> due(List<Guard> guards) {
    Set<String> due = new HashSet<>();
    for (Guard guard : guards) {
      for (Named<Deadline> deadline : guard.deadlines()) {
        if (isDue(deadline)) {
          due.add(deadline.name());
        }
      }
    }
    return due;
  }

  private boolean isDue(Named<Deadline> deadline) {
    return here.latched().contains(deadline.name())
        || due(deadline).filter(due -> !due.isAfter(here.timedTo())).isPresent();
  }

  private Optional<Instant> due(Named<Deadline> deadline) {
    return Deadlines.due(
        deadline.meaning(),
        here.since(),
        dwell -> turn.whereabouts().since(machine.haunt(dwell)),
        zone);
  }

  private static UnaryOperator<Instant> earliest(@Nullable Instant other) {
    return one -> other != null && other.isBefore(one) ? other : one;
  }
}
