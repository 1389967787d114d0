package dev.campanile.engine.time;

import dev.campanile.engine.state.HotStore;
import dev.campanile.engine.state.HotStore.Namespace;
import dev.campanile.engine.state.HotStore.Wake;
import dev.campanile.engine.state.Signal;
import dev.campanile.engine.time.WakeUps.Waiting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns what has fallen due in one partition into wake-up signals of its users.
 *
 * <p>The wheel in the hot store answers within a tick. The warehouse, which alone is true, fills it
 * page by page for the next quarter of an hour, and is swept for what the wheel has missed. A
 * wake-up stays on the wheel until its user's state is written, so it is remembered here for a
 * while as under way; no more are under way than leave room for events. A second signal does no
 * harm: it finds nothing due. Not thread-safe.
 */
public final class TimeControl {

  /**
   * How many wake-ups may be under way: an event that comes now waits for so many at most, and so
   * many make a batch worth its transaction.
   */
  static final int MOST = 250;

  private static final Duration SWEEP = Duration.ofSeconds(10);
  private static final Duration SWEEP_LAG = Duration.ofSeconds(5);
  private static final Duration LOAD = Duration.ofMinutes(1);
  private static final Duration UNDER_WAY = Duration.ofSeconds(5);

  /** How many wake-ups a page of loading has; the next page comes a second later. */
  static final int PAGE = 5_000;

  private static final Duration SOON = Duration.ofSeconds(1);

  private final HotStore hot;
  private final WakeUps wakeUps;
  private final Clock clock;
  private final Duration horizon;
  private final Map<Wake, Instant> underWay = new HashMap<>();
  private Instant lastTick = Instant.MIN;
  private Instant nextSweep = Instant.MIN;
  private Instant nextLoad = Instant.MIN;
  private Instant lastLoad = Instant.EPOCH;
  private Optional<Waiting> loadedTo = Optional.empty();
  private long loadedEpoch = -1;

  public TimeControl(HotStore hot, WakeUps wakeUps, Clock clock, Duration horizon) {
    this.hot = hot;
    this.wakeUps = wakeUps;
    this.clock = clock;
    this.horizon = horizon;
  }

  /** The signals to append now. */
  public List<Signal> tick(Namespace namespace) {
    Instant now = clock.instant();
    if (now.isBefore(lastTick)) {
      beginAnew();
    }
    lastTick = now;
    underWay.values().removeIf(until -> until.isBefore(now));
    load(namespace, now);
    List<Signal> signals = new ArrayList<>();
    List<Wake> due = hot.due(namespace, now, MOST);
    due.forEach(wake -> wake(wake, now, signals));
    if (due.size() < MOST) {
      sweep(namespace, now).forEach(wake -> wake(wake, now, signals));
    }
    return signals;
  }

  /** The clock was set back: what was put off to a time that is far again is not put off. */
  private void beginAnew() {
    underWay.clear();
    nextSweep = Instant.MIN;
    nextLoad = Instant.MIN;
    lastLoad = Instant.EPOCH;
    loadedEpoch = -1;
  }

  private void wake(Wake wake, Instant now, List<Signal> signals) {
    if (underWay.putIfAbsent(wake, now.plus(UNDER_WAY)) == null) {
      signals.add(new Signal.WakeUp(wake.user(), wake.at()));
    }
  }

  /**
   * Goes on from where the last page ended: what has been stored since with an earlier wake-up was
   * put on the wheel with its state. An empty namespace is filled from the beginning.
   */
  private void load(Namespace namespace, Instant now) {
    boolean anew = namespace.epoch() != loadedEpoch && !now.isBefore(lastLoad.plus(SOON));
    if (now.isBefore(nextLoad) && !anew) {
      return;
    }
    if (namespace.epoch() != loadedEpoch) {
      loadedTo = Optional.empty();
    }
    List<Waiting> page = wakeUps.next(namespace.partition(), loadedTo, now.plus(horizon), PAGE);
    hot.arm(namespace, page.stream().map(TimeControl::wake).toList());
    loadedTo = page.isEmpty() ? loadedTo : Optional.of(page.getLast());
    lastLoad = now;
    nextLoad = now.plus(page.size() < PAGE ? LOAD : SOON);
    loadedEpoch = namespace.epoch();
  }

  /** What should have been woken seconds ago; where there is much of it, soon again. */
  private List<Wake> sweep(Namespace namespace, Instant now) {
    if (now.isBefore(nextSweep)) {
      return List.of();
    }
    Instant missed = now.minus(SWEEP_LAG);
    List<Waiting> found = wakeUps.next(namespace.partition(), Optional.empty(), missed, MOST);
    nextSweep = now.plus(found.size() < MOST ? SWEEP : SOON);
    return found.stream().map(TimeControl::wake).toList();
  }

  private static Wake wake(Waiting waiting) {
    return new Wake(waiting.user(), waiting.at());
  }
}
