package dev.campanile.engine.state;

import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Condition.ClockOf;
import dev.campanile.campaign.Condition.Deadline;
import dev.campanile.engine.rule.Lot;
import dev.campanile.engine.rule.Occasion;
import dev.campanile.engine.rule.Scene;
import dev.campanile.engine.rule.Timepiece;
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

  /** The same on another clock of the user. */
  Outlook on(ZoneId other) {
    return new Outlook(turn, machine, stop, here, other);
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
      for (Named<Condition> recurring : guard.recurring()) {
        next(recurring.meaning())
            .ifPresent(at -> dues.put(recurring.name(), at.atZone(zone).toOffsetDateTime()));
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
        time());
  }

  /** What has latched, and what is due by the clock that is about to change: it stays so. */
  Set<String> fallen() {
    Set<String> fallen = new HashSet<>(here.latched());
    fallen.addAll(due(stop.timed()));
    return fallen;
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
    Map<String, Measure> measures = turn.beside(machine, here.measures());
    return stop.timed().stream()
        .filter(
            guard ->
                guard.deadlines().stream().anyMatch(each -> fallsDueAt(each, at))
                    || guard.recurring().stream().anyMatch(each -> recursAt(each.meaning(), at))
                    || leavesAt(guard, measures, at))
        .toList();
  }

  private boolean leavesAt(Guard guard, Map<String, Measure> measures, Instant at) {
    Instant before = pauses().since(at).minusNanos(1);
    return guard
            .nextLeave(measures, before, zone, true)
            .filter(left -> !left.isAfter(at))
            .isPresent()
        // Also before the pause, on a clock that has changed in it.
        || nextLeave(guard, measures).equals(Optional.of(at));
  }

  /**
   * From the last judging, not from now: what leaves at the instant of an event is still to come.
   */
  private Optional<Instant> nextLeave(Guard guard, Map<String, Measure> measures) {
    return falling()
        .first(
            later(here.timedTo(), here.since()),
            after -> guard.nextLeave(measures, after, zone, false));
  }

  /** What the clock strikes at an instant. */
  Occasion striking(Instant at) {
    Set<Condition.Cron> struck = new HashSet<>();
    for (Guard guard : stop.timed()) {
      for (Named<Condition> recurring : guard.recurring()) {
        if (recurring.meaning() instanceof Condition.Cron cron && recursAt(cron, at)) {
          struck.add(cron);
        }
      }
    }
    return struck.isEmpty() ? Occasion.QUIET : new Occasion.Struck(struck);
  }

  /** The next instant at which time alone gives cause to judge a guard of the place. */
  Optional<Instant> nextWake() {
    return nextWake(stop.timed());
  }

  /** The same for some of its guards. */
  Optional<Instant> nextWake(List<Guard> guards) {
    @Nullable Instant next = null;
    Map<String, Measure> measures = turn.beside(machine, here.measures());
    for (Guard guard : guards) {
      for (Named<Deadline> deadline : guard.deadlines()) {
        next = pending(deadline).map(earliest(next)).orElse(next);
      }
      for (Named<Condition> recurring : guard.recurring()) {
        next = next(recurring.meaning()).map(earliest(next)).orElse(next);
      }
      next = nextLeave(guard, measures).map(earliest(next)).orElse(next);
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

  private boolean fallsDueAt(Named<Deadline> deadline, Instant at) {
    return !here.latched().contains(deadline.name()) && due(deadline).equals(Optional.of(at));
  }

  /** When it falls due, which it does once. */
  private Optional<Instant> pending(Named<Deadline> deadline) {
    return here.latched().contains(deadline.name())
        ? Optional.empty()
        : due(deadline).filter(here.timedTo()::isBefore);
  }

  private Optional<Instant> due(Named<Deadline> deadline) {
    return new Deadlines(
            here.since(),
            here.arrivalExcluded(),
            dwell -> turn.whereabouts().since(machine.haunt(dwell)),
            time(),
            falling())
        .due(deadline.meaning());
  }

  /** When something that recurs does so next. */
  private Optional<Instant> next(Condition recurring) {
    Timepiece time = time();
    return switch (recurring) {
      case Condition.Cron(var timetable, var clock) ->
          pauses().first(rung(clock), after -> timetable.after(after, time.zone(clock)));
      case Condition.During during ->
          pauses()
              .first(
                  rung(during.clock()),
                  after -> during.hours().opensAfter(after, time.zone(during.clock())));
      default -> throw new IllegalStateException("Expected " + recurring + " to recur.");
    };
  }

  /** Up to when what recurs by a clock has been; what is past by a new one is not made up for. */
  private Instant rung(ClockOf clock) {
    Instant rung = later(here.ticking().rungTo(), here.arrivalExcluded());
    return clock == ClockOf.USER ? later(rung, here.ticking().clockFrom().minusNanos(1)) : rung;
  }

  private boolean recursAt(Condition recurring, Instant at) {
    return next(recurring).equals(Optional.of(at));
  }

  private Timepiece time() {
    return new Timepiece(turn.clock(), turn.zones.ofSchedule(machine.graph()), zone);
  }

  private Pauses pauses() {
    return turn.book.pauses(machine);
  }

  private Falling falling() {
    return new Falling(pauses(), here.ticking().clockFrom());
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static UnaryOperator<Instant> earliest(@Nullable Instant other) {
    return one -> other != null && other.isBefore(one) ? other : one;
  }
}
