package dev.campanile.engine.time;

import dev.campanile.engine.state.HotStore;
import dev.campanile.engine.state.HotStore.Namespace;
import dev.campanile.engine.state.HotStore.Wake;
import dev.campanile.engine.state.Signal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns what has fallen due in one partition into wake-up signals of its users.
 *
 * <p>The wheel in the hot store answers within a tick; the warehouse, which alone is true, is swept
 * for what the wheel has missed, and asked once a minute for the next quarter of an hour. A wake-up
 * stays on the wheel until its user's state is written, so it is remembered here for a while as
 * under way. A second signal does no harm: it finds nothing due. Not thread-safe.
 */
public final class TimeControl {

  /** How many wake-ups one tick may ask for, so that events still flow. */
  private static final int MOST = 500;

  private static final Duration SWEEP = Duration.ofSeconds(10);
  private static final Duration SWEEP_LAG = Duration.ofSeconds(5);
  private static final Duration LOAD = Duration.ofMinutes(1);
  private static final Duration UNDER_WAY = Duration.ofSeconds(5);

  /** How many wake-ups one loading brings; the earliest, and the next ones a second later. */
  private static final int LOADED = 5_000;

  private static final Duration SOON = Duration.ofSeconds(1);

  private final HotStore hot;
  private final WakeUps wakeUps;
  private final Clock clock;
  private final Duration horizon;
  private final Map<Wake, Instant> underWay = new HashMap<>();
  private Instant nextSweep = Instant.MIN;
  private Instant nextLoad = Instant.MIN;
  private Instant lastLoad = Instant.EPOCH;
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
    underWay.values().removeIf(until -> until.isBefore(now));
    load(namespace, now);
    List<Signal> signals = new ArrayList<>();
    hot.due(namespace, now, MOST).forEach(wake -> wake(wake, now, signals));
    sweep(namespace, now).forEach(wake -> wake(wake, now, signals));
    return signals;
  }

  private void wake(Wake wake, Instant now, List<Signal> signals) {
    if (underWay.putIfAbsent(wake, now.plus(UNDER_WAY)) == null) {
      signals.add(new Signal.WakeUp(wake.user(), wake.at()));
    }
  }

  private void load(Namespace namespace, Instant now) {
    boolean anew = namespace.epoch() != loadedEpoch && !now.isBefore(lastLoad.plus(SOON));
    if (now.isBefore(nextLoad) && !anew) {
      return;
    }
    List<Wake> next = waiting(namespace.partition(), now.plus(horizon), LOADED);
    hot.arm(namespace, next);
    lastLoad = now;
    nextLoad = now.plus(next.size() < LOADED ? LOAD : SOON);
    loadedEpoch = namespace.epoch();
  }

  private List<Wake> sweep(Namespace namespace, Instant now) {
    if (now.isBefore(nextSweep)) {
      return List.of();
    }
    nextSweep = now.plus(SWEEP);
    return waiting(namespace.partition(), now.minus(SWEEP_LAG), MOST);
  }

  private List<Wake> waiting(int partition, Instant until, int most) {
    return wakeUps.before(partition, until, most).stream()
        .map(waiting -> new Wake(waiting.user(), waiting.at()))
        .toList();
  }
}
