package dev.campanile.engine.time;

import dev.campanile.engine.state.HotStore;
import dev.campanile.engine.state.HotStore.Namespace;
import dev.campanile.engine.state.HotStore.Wake;
import dev.campanile.engine.state.RuleBook;
import dev.campanile.engine.state.Signal;
import dev.campanile.engine.time.WakeUps.Waiting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Turns what has fallen due in one partition into wake-up signals of its users.
 *
 * <p>The wheel in the hot store answers within a tick. The warehouse, which alone is true, fills it
 * page by page for the next quarter of an hour, and is swept for what the wheel has missed. A
 * wake-up stays on the wheel until its user's state is written, so it is remembered here for a
 * while as sent; no more are under way than leave room for events. A second signal does no harm: it
 * finds nothing due. One that comes back again and again, because its user cannot be judged, is put
 * off for longer and longer, and is in nobody's way. Not thread-safe.
 */
public final class TimeControl {

  /**
   * How many wake-ups may be under way: an event that comes now waits for so many at most, and so
   * many make a batch worth its transaction.
   */
  static final int MOST = 100;

  private static final Duration SWEEP = Duration.ofSeconds(10);
  private static final Duration SWEEP_LAG = Duration.ofSeconds(5);
  private static final Duration LOAD = Duration.ofMinutes(1);
  private static final Duration UNDER_WAY = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofMinutes(10);

  /** A clock that is synchronised goes back by less. */
  private static final Duration SET_BACK = Duration.ofSeconds(1);

  /** How many wake-ups a page of loading has; the next page comes a second later. */
  static final int PAGE = 5_000;

  private static final Duration SOON = Duration.ofSeconds(1);

  /** How often a wake-up was sent, and until when it is not sent again. */
  private record Sent(int times, Instant until) {

    Sent again(Instant now) {
      Duration pause = UNDER_WAY.multipliedBy(1L << Math.min(times, 10));
      return new Sent(times + 1, now.plus(pause.compareTo(LONGEST) < 0 ? pause : LONGEST));
    }
  }

  private final HotStore hot;
  private final WakeUps wakeUps;
  private final Supplier<RuleBook> books;
  private final Clock clock;
  private final Duration horizon;
  private final Map<Wake, Sent> sent = new HashMap<>();
  private RuleBook book;
  private Instant lastTick = Instant.MIN;
  private Instant nextSweep = Instant.MIN;
  private Instant nextLoad = Instant.MIN;
  private Instant lastLoad = Instant.EPOCH;
  private Optional<Waiting> loadedTo = Optional.empty();
  private long loadedEpoch = -1;

  public TimeControl(
      HotStore hot, WakeUps wakeUps, Supplier<RuleBook> books, Clock clock, Duration horizon) {
    this.hot = hot;
    this.wakeUps = wakeUps;
    this.books = books;
    this.book = books.get();
    this.clock = clock;
    this.horizon = horizon;
  }

  /** The signals to append now. */
  public List<Signal> tick(Namespace namespace) {
    Instant now = clock.instant();
    if (now.plus(SET_BACK).isBefore(lastTick)) {
      sent.clear();
      fillAnew();
    }
    lastTick = now;
    if (campaignsWoke()) {
      fillAnew();
    }
    load(namespace, now);
    List<Signal> signals = new ArrayList<>();
    int most = MOST + putOff();
    List<Wake> due = hot.due(namespace, now, most);
    due.forEach(wake -> wake(wake, now, signals));
    if (due.size() < most) {
      sweep(namespace, now, most).forEach(wake -> wake(wake, now, signals));
    }
    forget(due, now);
    return signals;
  }

  /** What has come back is no longer one of those under way. */
  private int putOff() {
    return (int) sent.values().stream().filter(one -> one.times() > 1).count();
  }

  /** What the wheel no longer shows has been judged. */
  private void forget(List<Wake> due, Instant now) {
    Set<Wake> shown = new HashSet<>(due);
    sent.entrySet()
        .removeIf(one -> one.getValue().until().isBefore(now) && !shown.contains(one.getKey()));
  }

  /** Whether a campaign goes on whose wake-ups were passed over while it did not run. */
  private boolean campaignsWoke() {
    RuleBook latest = books.get();
    RuleBook former = book;
    book = latest;
    return latest != former && !latest.paused().containsAll(former.paused());
  }

  /** The wheel begins again at what is due first; nothing that was put off stays so. */
  private void fillAnew() {
    nextSweep = Instant.MIN;
    nextLoad = Instant.MIN;
    lastLoad = Instant.EPOCH;
    loadedEpoch = -1;
  }

  private void wake(Wake wake, Instant now, List<Signal> signals) {
    Sent former = sent.getOrDefault(wake, new Sent(0, now));
    if (!former.until().isAfter(now)) {
      sent.put(wake, former.again(now));
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
  private List<Wake> sweep(Namespace namespace, Instant now, int most) {
    if (now.isBefore(nextSweep)) {
      return List.of();
    }
    Instant missed = now.minus(SWEEP_LAG);
    List<Waiting> found = wakeUps.next(namespace.partition(), Optional.empty(), missed, most);
    nextSweep = now.plus(found.size() < most ? SWEEP : SOON);
    return found.stream().map(TimeControl::wake).toList();
  }

  private static Wake wake(Waiting waiting) {
    return new Wake(waiting.user(), waiting.at());
  }
}
