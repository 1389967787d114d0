package dev.campanile.engine.backtest;

import dev.campanile.campaign.Event;
import dev.campanile.campaign.UserId;
import dev.campanile.engine.state.Detail;
import dev.campanile.engine.state.Order;
import dev.campanile.engine.state.Outcome;
import dev.campanile.engine.state.Participation;
import dev.campanile.engine.state.Signal;
import dev.campanile.engine.state.StateControl;
import dev.campanile.engine.state.Step;
import dev.campanile.engine.state.UserState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.CancellationException;
import java.util.function.LongConsumer;

/** Folds one user after the other and keeps what came of it. Not thread-safe. */
final class Worker {

  /** So many tell what is wrong, where figures are all that is kept. */
  private static final int MOST_FAILURES = 10;

  private final StateControl control;
  private final History history;
  private final Instant until;
  private final boolean figures;
  private final Runnable wanted;
  final Counts counts;
  final List<Order> orders = new ArrayList<>();
  final List<Failure> failures = new ArrayList<>();
  final Map<UserId, List<Participation>> participations = new HashMap<>();

  /** Keeps all that comes of it. */
  Worker(StateControl control, History history, Instant until, Counts counts) {
    this(control, history, until, counts, false, () -> {});
  }

  /**
   * Keeps figures alone.
   *
   * @param wanted asked at each step, also where only time passes: throws a {@link
   *     CancellationException} where nobody wants the rest
   */
  Worker(StateControl control, History history, Instant until, Counts counts, Runnable wanted) {
    this(control, history, until, counts, true, wanted);
  }

  private Worker(
      StateControl control,
      History history,
      Instant until,
      Counts counts,
      boolean figures,
      Runnable wanted) {
    this.counts = counts;
    this.figures = figures;
    this.wanted = wanted;
    this.control = control;
    this.history = history;
    this.until = until;
  }

  /** Folds all events of a user; returns how many there were. */
  long fold(UserId user) {
    VirtualTime time = time(user, new Remaining(control.totals()));
    long events = 0;
    for (Iterator<Event> log = history.events(user); log.hasNext(); events++) {
      happen(log.next(), time);
    }
    end(time);
    return events;
  }

  /** Folds all users in one order of time, for they share what campaigns may let in. */
  void foldTogether(List<UserId> users, LongConsumer progress) {
    var remaining = new Remaining(control.totals());
    List<Track> tracks =
        users.stream().map(user -> new Track(time(user, remaining), history.logged(user))).toList();
    var queue = new PriorityQueue<Waiting>(Comparator.comparing(Waiting::turn));
    tracks.forEach(track -> await(track, queue));
    for (Waiting first = queue.poll(); first != null; first = queue.poll()) {
      if (first.turn().isEvent()) {
        happen(first.track().take(first.turn().at()), first.track().time());
        progress.accept(1);
      } else {
        pass(first.track(), first.turn().at());
      }
      await(first.track(), queue);
    }
    tracks.forEach(track -> end(track.time()));
  }

  private record Waiting(Track.Turn turn, Track track) {}

  private void await(Track track, PriorityQueue<Waiting> queue) {
    track
        .turn()
        .filter(turn -> turn.isEvent() || !turn.at().isAfter(until))
        .ifPresent(turn -> queue.add(new Waiting(turn, track)));
  }

  private void pass(Track track, Instant at) {
    if (!attempt(at, track.time(), "time", () -> track.time().passThrough(at))) {
      track.stick();
    }
  }

  private VirtualTime time(UserId user, Remaining remaining) {
    UserState beginning = UserState.unknown(user).withProfile(history.profile(user));
    return new VirtualTime(
        control, beginning, VirtualTime.Settling.SUCCEEDING, Detail.NONE, this::keep, remaining);
  }

  private void end(VirtualTime time) {
    attempt(until, time, "the end of the log", () -> time.passThrough(until));
    counts.user(time.state());
    took(time.state().user(), time.state().participations());
  }

  private void happen(Event event, VirtualTime time) {
    boolean within = !event.time().isAfter(until);
    if (within && !attempt(event.time(), time, event, () -> time.happen(event))) {
      counts.event(Outcome.DEAD);
    }
  }

  /** A bug ends the judging of this one thing, never the backtest; false where there was one. */
  private boolean attempt(Instant at, VirtualTime time, Object what, Runnable judging) {
    try {
      judging.run();
      return true;
    } catch (CancellationException unwanted) {
      throw unwanted;
    } catch (RuntimeException bug) {
      if (!figures || failures.size() < MOST_FAILURES) {
        failures.add(new Failure(time.state().user(), at, what.toString(), bug.toString()));
      }
      return false;
    }
  }

  private void took(UserId user, List<Participation> last) {
    if (!figures && !last.isEmpty()) {
      participations.computeIfAbsent(user, none -> new ArrayList<>()).addAll(last);
    }
  }

  private void keep(Signal signal, Step step) {
    wanted.run();
    if (signal instanceof Signal.Happened) {
      counts.event(step.outcome());
    } else {
      counts.signal();
    }
    step.facts().forEach(counts::fact);
    step.orders().forEach(counts::order);
    if (!figures) {
      orders.addAll(step.orders());
    }
    took(step.state().user(), step.over());
  }
}
