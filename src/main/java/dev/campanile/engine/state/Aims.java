package dev.campanile.engine.state;

import dev.campanile.campaign.Event;
import dev.campanile.campaign.Goal;
import dev.campanile.engine.rule.Occasion;
import dev.campanile.engine.state.Participation.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The goal and the exit of a participation: judged before its edges, with what has happened since
 * the entry. Where a campaign has neither, nothing is asked.
 */
final class Aims {

  /**
   * What judging them came to.
   *
   * @param ended how they have ended the participation, if they did, and by which of them
   */
  record Judged(Participation here, Optional<Status> ended, Optional<Guard> by) {

    private static Judged staying(Participation here) {
      return new Judged(here, Optional.empty(), Optional.empty());
    }
  }

  private final Turn turn;

  Aims(Turn turn) {
    this.turn = turn;
  }

  /** Whether one of them may hold at an occasion. */
  boolean mayHold(Machine machine, Participation here, Occasion occasion) {
    return !pending(machine, here, occasion).isEmpty();
  }

  /**
   * Notes the goal where it is reached, and tells whether it or the exit ends the participation.
   */
  Judged judge(Machine machine, Participation here, Occasion occasion) {
    List<Guard> pending = pending(machine, here, occasion);
    if (pending.isEmpty()) {
      return Judged.staying(here);
    }
    View view = Outlook.beside(turn, machine, here).view(pending, occasion);
    Set<String> holding = turn.judge(pending.getFirst().at(), view);
    Judged judged = Judged.staying(here);
    for (Guard guard : pending) {
      if (judged.ended().isEmpty() && holding.contains(guard.rule())) {
        judged = held(machine, judged.here(), guard, occasion);
      }
    }
    return judged;
  }

  /**
   * The exit where it holds for somebody who is about to enter, with nothing counted yet, or to go
   * on under another version.
   */
  Optional<Guard> exit(Machine machine, Participation here, Occasion occasion) {
    return machine
        .exit()
        .filter(exit -> exit.mayHold(occasion))
        .filter(
            exit ->
                turn.holds(
                    exit, Outlook.beside(turn, machine, here).view(List.of(exit), occasion)));
  }

  /** When time alone may show them more. */
  Optional<Instant> nextWake(Machine machine, Participation here) {
    if (machine.beside().guards().isEmpty()) {
      return Optional.empty();
    }
    Outlook outlook = Outlook.beside(turn, machine, here);
    Optional<Instant> goal =
        machine
            .goal()
            .filter(one -> here.reached().isEmpty())
            .flatMap(one -> outlook.nextWake(List.of(one)))
            .filter(at -> isInTime(machine, here, at));
    Optional<Instant> exit = machine.exit().flatMap(one -> outlook.nextWake(List.of(one)));
    return Outlook.earlier(goal, exit);
  }

  /** The goal, then the exit, as far as they may hold now. */
  private List<Guard> pending(Machine machine, Participation here, Occasion occasion) {
    if (machine.beside().guards().isEmpty()) {
      return List.of();
    }
    List<Guard> pending = new ArrayList<>();
    machine
        .goal()
        .filter(goal -> here.reached().isEmpty() && isInTime(machine, here, turn.clock()))
        .ifPresent(pending::add);
    machine.exit().ifPresent(pending::add);
    pending.removeIf(guard -> !guard.mayHold(occasion));
    return pending;
  }

  private boolean isInTime(Machine machine, Participation here, Instant at) {
    return machine
        .graph()
        .goal()
        .flatMap(Goal::within)
        .map(within -> within.after(here.enteredAt(), turn.userZone(machine)))
        .filter(at::isAfter)
        .isEmpty();
  }

  private Judged held(Machine machine, Participation here, Guard guard, Occasion occasion) {
    if (machine.exit().filter(exit -> exit == guard).isPresent()) {
      return new Judged(here, Optional.of(Status.EXITED), Optional.of(guard));
    }
    Participation reached = here.reached(turn.clock());
    turn.facts.add(
        new Fact.Reached(
            machine.key(),
            here.id(),
            guard.rule(),
            here.node(),
            turn.clock(),
            occasion.happened().map(Event::id),
            turn.account().why(guard)));
    return machine.graph().goal().filter(Goal::exit).isPresent()
        ? new Judged(reached, Optional.of(Status.REACHED), Optional.of(guard))
        : Judged.staying(reached);
  }
}
