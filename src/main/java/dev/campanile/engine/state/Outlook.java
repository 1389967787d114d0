package dev.campanile.engine.state;

import dev.campanile.campaign.Condition.Deadline;
import dev.campanile.campaign.Condition.Tally;
import dev.campanile.campaign.Event;
import dev.campanile.engine.rule.Scene;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a participation sees from its node at the turn's clock, and when time alone may show it
 * more.
 */
record Outlook(Turn turn, Machine machine, Participation here, ZoneId zone) {

  static Outlook of(Turn turn, Machine machine, Participation here) {
    return new Outlook(turn, machine, here, turn.userZone(machine));
  }

  /** All that these guards look at. */
  Scene scene(List<Guard> guards, Optional<Event> event) {
    return new Scene(
        event,
        turn.profile(),
        here.entry(),
        here.results(),
        here.latched(),
        Counting.values(guards, here.measures(), turn.clock(), zone),
        due(guards),
        turn.zones.ofSchedule(machine.graph()));
  }

  /** The next instant at which a deadline falls due or an event leaves a window. */
  Optional<Instant> nextWake() {
    Stop stop = machine.at(here.node());
    @Nullable Instant next = null;
    for (Guard guard : stop.timed()) {
      for (Named<Deadline> deadline : guard.deadlines()) {
        Instant due = due(deadline);
        next = due.isAfter(here.timedTo()) ? earlier(next, due) : next;
      }
    }
    for (Named<Tally> tally : stop.tallies()) {
      Measure measure = here.measures().get(tally.name());
      if (measure != null) {
        // From the last judging, not from now: what leaves at the instant of an event is still to
        // come.
        next = earlier(next, measure.nextLeave(tally.meaning(), here.timedTo(), zone).orElse(next));
      }
    }
    return Optional.ofNullable(next);
  }

  private Set<String> due(List<Guard> guards) {
    Set<String> due = new HashSet<>();
    for (Guard guard : guards) {
      for (Named<Deadline> deadline : guard.deadlines()) {
        if (!due(deadline).isAfter(here.timedTo())) {
          due.add(deadline.name());
        }
      }
    }
    return due;
  }

  private Instant due(Named<Deadline> deadline) {
    return Deadlines.due(deadline.meaning(), here.since(), zone);
  }

  private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    return one == null || (other != null && other.isBefore(one)) ? other : one;
  }
}
