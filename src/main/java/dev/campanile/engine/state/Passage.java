package dev.campanile.engine.state;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Time as it passes in one turn: what falls due on the way is judged in its order. */
record Passage(Turn turn, Agenda agenda) {

  /** Judges all that falls due before an instant. */
  void before(Instant at) {
    before(at, new Walk(turn));
  }

  /** The same where what comes at that instant goes on with the walk. */
  void before(Instant at, Walk walk) {
    all(due -> due.isBefore(at), walk);
  }

  /** Judges all that falls due up to an instant, and at it. */
  void through(Instant at) {
    all(due -> !due.isAfter(at), new Walk(turn));
  }

  /**
   * Judges what a wake-up was for.
   *
   * @param now what is due later is {@link Outcome#ILLEGAL}
   */
  Step wakeUp(Instant due, Instant now) {
    // What was due in a pause falls due at its end, which nobody knew when it was written down.
    Instant until = agenda.heldBack(turn, due).filter(at -> !at.isAfter(now)).orElse(due);
    if (due.isAfter(now)) {
      return turn.unchanged(Outcome.ILLEGAL);
    }
    if (next(at -> !at.isAfter(until)).isEmpty()) {
      // A date that no entry waits for any more would wake its user for ever.
      return new Dates(turn).forget() ? turn.done() : turn.unchanged(Outcome.ILLEGAL);
    }
    untilSettling(until);
    return turn.done();
  }

  /**
   * Dates what a signal causes by when it came. Where nobody moved the user's clock stays where its
   * events left it, so that a log of the past can be replayed.
   */
  Step dated(Instant at, Consumer<Walk> deed) {
    Instant was = turn.clock();
    int before = turn.facts.size();
    turn.clock(at);
    deed.accept(new Walk(turn));
    List<Fact> caused = turn.facts.subList(before, turn.facts.size());
    if (caused.stream().noneMatch(Passage::isDated)) {
      turn.turnBack(was);
    }
    return turn.done();
  }

  private static boolean isDated(Fact fact) {
    return switch (fact) {
      case Fact.Moved moved -> true;
      case Fact.Migrated migrated -> true;
      case Fact.Reached reached -> true;
      case Fact.Ended ended -> ended.how() != Participation.Status.STOPPED;
      case Fact.Refused refused -> false;
      case Fact.Skipped skipped -> false;
    };
  }

  /**
   * The end of a schedule is the last of all at its instant: what is ordered before settles first,
   * and the end wakes its user once more.
   */
  private void untilSettling(Instant until) {
    Walk walk = new Walk(turn);
    Optional<Due> next = next(at -> !at.isAfter(until));
    while (next.filter(due -> turn.orders.isEmpty() || !(due instanceof Due.Closing)).isPresent()) {
      judge(next.get(), walk);
      next = next(at -> !at.isAfter(until));
    }
  }

  /**
   * Judges all that falls due within the limit, instant by instant, the oldest participation first.
   */
  private void all(Predicate<Instant> within, Walk walk) {
    for (Optional<Due> next = next(within); next.isPresent(); next = next(within)) {
      judge(next.get(), walk);
    }
  }

  private void judge(Due due, Walk walk) {
    turn.clock(due.at());
    switch (due) {
      case Due.Waiting(var at, var participation) -> walk.wake(participation, at);
      case Due.Closing(var at, var participation) -> walk.stop(participation);
      case Due.Opening(var at, var campaign) -> new Entrance(turn, walk).wake(campaign, at);
      case Due.Dated(var at, var campaign) -> new Entrance(turn, walk).date(campaign);
    }
  }

  private Optional<Due> next(Predicate<Instant> within) {
    return agenda.next(turn.participations(), turn.memories(), within);
  }
}
