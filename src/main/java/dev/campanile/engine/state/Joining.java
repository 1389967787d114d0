package dev.campanile.engine.state;

import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.Event;
import dev.campanile.campaign.ParticipationRules.Limit;
import dev.campanile.engine.rule.Occasion;
import dev.campanile.engine.state.Admission.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What becomes of a user whom an entry leads in: a participation, or a refusal with its reason. */
record Joining(Turn turn, Walk walk) {

  /** Lets a user in, unless something speaks against it; true where it did not. */
  boolean attempt(Machine machine, Guard guard, Occasion occasion) {
    Optional<Event> event = occasion.happened();
    var admission =
        new Admission(turn, machine, event.map(Event::properties).orElse(Attributes.NONE));
    Optional<Fact> refusal =
        admission
            .refusal(new Prospect(turn).scene(machine, occasion))
            .map(why -> refused(machine, guard, why, guard, event))
            .or(() -> exited(machine, guard, occasion));
    if (refusal.isPresent()) {
      turn.facts.add(refusal.get());
      return false;
    }
    remember(machine, admission.key());
    walk.enter(machine, entering(machine, guard, event), guard, event);
    return true;
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

  /**
   * Entering resets what led to it, and leaves a mark: for as long as a limit may count it, and for
   * the limits of later versions while it is one of the latest.
   */
  private void remember(Machine machine, String key) {
    Memory memory = turn.memory(machine.key().id());
    List<Limit> limits = machine.graph().participation().perUser();
    int latest = memory.entries().size() + 1 - Memory.LATEST;
    List<Memory.Mark> marks = new ArrayList<>();
    for (int i = 0; i < memory.entries().size(); i++) {
      Memory.Mark mark = memory.entries().get(i);
      if (i >= latest || mayCount(limits, mark)) {
        marks.add(mark);
      }
    }
    marks.add(new Memory.Mark(turn.clock(), key));
    turn.remember(machine.key().id(), memory.entered(marks));
  }

  private boolean mayCount(List<Limit> limits, Memory.Mark mark) {
    return limits.stream()
        .anyMatch(limit -> Periods.mayCount(limit.per(), mark.at(), turn.clock()));
  }
}
