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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Turns what has fallen due in one partition into wake-up signals of its users.
 *
 * <p>The wheel in the hot store answers within a tick. The warehouse, which alone is true, fills it
 * page by page for the next quarter of an hour, and is swept page by page for what the wheel has
 * missed. A wake-up stays on the wheel until its user's state is written, so it is remembered here
 * for a while as sent; no more are under way than leave room for events, and the next ones are
 * taken from the wheel when half of those have been judged. A second signal does no harm: it finds
 * nothing due. One that comes back again and again, because its user cannot be judged, is put off
 * for longer and longer, and is in nobody's way. Not thread-safe.
 */
public final class TimeControl {

  private static final Duration SWEEP = Duration.ofSeconds(10);
  private static final Duration SWEEP_LAG = Duration.ofSeconds(5);
  private static final Duration LOAD = Duration.ofMinutes(1);

  /** How much longer a wake-up is known that only sweeps show: until one comes by it again. */
  private static final Duration KNOWN = SWEEP.multipliedBy(2);

  private static final Duration UNDER_WAY = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofMinutes(10);

  /** A clock that is synchronised goes back by less. */
  private static final Duration SET_BACK = Duration.ofSeconds(1);

  /** How many wake-ups a page of loading has; the next page comes a second later. */
  static final int PAGE = 5_000;

  private static final Duration SOON = Duration.ofSeconds(1);

  /**
   * How many wake-ups are taken from the wheel at a time: whatever it shows twice is work twice.
   */
  static final int AHEAD = 1_000;

  /**
   * How often a wake-up was sent, when, until when it is not sent again, whether the wheel had
   * missed it, and whether it was judged.
   */
  private record Sent(int times, Instant at, Instant until, boolean missed, boolean judged) {

    private static final Sent NEVER = new Sent(0, Instant.MIN, Instant.MIN, false, true);

    Sent again(Instant now, boolean wasMissed) {
      Duration pause = UNDER_WAY.multipliedBy(1L << Math.min(times, 10));
      Instant end = now.plus(pause.compareTo(LONGEST) < 0 ? pause : LONGEST);
      return new Sent(times + 1, now, end, wasMissed, false);
    }

    Sent over() {
      return new Sent(times, at, until, missed, true);
    }

    /** One that is not judged in time is lost. */
    boolean underWay(Instant now) {
      return !judged && until.isAfter(now);
    }

    /** Nothing is to be known of it any more, unless the wheel shows it. */
    boolean isOver(Instant now) {
      return !underWay(now) && !(missed && until.plus(KNOWN).isAfter(now));
    }

    /** One that comes again is in nobody's way. */
    boolean counts() {
      return !judged && times == 1;
    }
  }

  private final HotStore hot;
  private final WakeUps wakeUps;
  private final Supplier<RuleBook> books;
  private final Clock clock;
  private final Duration horizon;
  private final Map<Wake, Sent> sent = new HashMap<>();

  /** Seen to be due, and not sent yet. */
  private final Queue<Wake> ready = new ArrayDeque<>();

  /** Found by the sweep, and not sent yet. */
  private final Set<Wake> missed = new LinkedHashSet<>();

  private final Room room = new Room();
  private int underWay;
  private RuleBook book;
  private Instant lastTick = Instant.MIN;
  private Instant nextLook = Instant.MIN;
  private Instant nextSweep = Instant.MIN;
  private Instant nextLoad = Instant.MIN;
  private Instant lastLoad = Instant.EPOCH;
  private Optional<Waiting> sweptTo = Optional.empty();
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
    if (ready.isEmpty() && underWay <= room.most() / 2 || !now.isBefore(nextLook)) {
      look(namespace, now);
    }
    List<Signal> signals = next(now);
    room.adapt(!ready.isEmpty());
    return signals;
  }

  /** Makes room for others: this signal is no longer under way, whatever came of it. */
  public void judged(Signal.WakeUp signal) {
    var wake = new Wake(signal.user(), signal.due());
    Sent known = sent.get(wake);
    if (known == null) {
      return;
    }
    if (known.counts()) {
      underWay--;
      room.judged(Duration.between(known.at(), clock.instant()));
    }
    sent.put(wake, known.over());
  }

  /** How many have been sent and not been judged. */
  public int underWay() {
    return underWay;
  }

  /** Takes the next page of what is due; those that are put off are still among it. */
  private void look(Namespace namespace, Instant now) {
    int most = AHEAD + sent.size();
    List<Wake> due = hot.due(namespace, now, most);
    forget(due, now);
    if (due.size() < most && missed.isEmpty() && !now.isBefore(nextSweep)) {
      sweep(namespace, now);
    }
    ready.clear();
    Stream.concat(due.stream(), missed.stream())
        .filter(wake -> mayBeSent(wake, now))
        .forEach(ready::add);
    nextLook = now.plus(UNDER_WAY);
  }

  /**
   * What the wheel no longer shows has been judged, and is known no longer than the sweep might
   * show it; what is not judged in time is lost.
   */
  private void forget(List<Wake> due, Instant now) {
    Set<Wake> shown = new HashSet<>(due);
    sent.entrySet().removeIf(one -> !shown.contains(one.getKey()) && one.getValue().isOver(now));
    sent.replaceAll((wake, one) -> one.until().isAfter(now) ? one : one.over());
    underWay = (int) sent.values().stream().filter(Sent::counts).count();
  }

  private boolean mayBeSent(Wake wake, Instant now) {
    Sent former = sent.get(wake);
    return former == null || !former.until().isAfter(now);
  }

  private List<Signal> next(Instant now) {
    List<Signal> signals = new ArrayList<>();
    while (underWay < room.most() && signals.size() < room.most() && !ready.isEmpty()) {
      Wake wake = ready.remove();
      boolean wasMissed = missed.remove(wake);
      if (mayBeSent(wake, now)) {
        Sent again = sent.getOrDefault(wake, Sent.NEVER).again(now, wasMissed);
        sent.put(wake, again);
        underWay += again.counts() ? 1 : 0;
        signals.add(new Signal.WakeUp(wake.user(), wake.at()));
      }
    }
    return signals;
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
    ready.clear();
    missed.clear();
    sweptTo = Optional.empty();
    nextLook = Instant.MIN;
    nextSweep = Instant.MIN;
    nextLoad = Instant.MIN;
    lastLoad = Instant.EPOCH;
    loadedEpoch = -1;
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

  /**
   * Takes the next page of what should have been woken seconds ago. Whoever stays due in spite of
   * being judged is passed by like everybody else; after the last page it begins at the first.
   */
  private void sweep(Namespace namespace, Instant now) {
    Instant until = now.minus(SWEEP_LAG);
    List<Waiting> page = wakeUps.next(namespace.partition(), sweptTo, until, AHEAD);
    boolean more = page.size() == AHEAD;
    sweptTo = more ? Optional.of(page.getLast()) : Optional.empty();
    nextSweep = now.plus(more ? SOON : SWEEP);
    page.stream().map(TimeControl::wake).filter(wake -> mayBeSent(wake, now)).forEach(missed::add);
  }

  private static Wake wake(Waiting waiting) {
    return new Wake(waiting.user(), waiting.at());
  }
}
