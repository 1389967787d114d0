package dev.campanile.engine.backtest;

import dev.campanile.campaign.Event;
import dev.campanile.engine.backtest.History.Logged;
import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One user's events and time, beside those of others: whose turn it is next is decided by time,
 * then by the log; at one instant events come first. Not thread-safe.
 */
final class Track {

  /**
   * When something happens, and where in the log it stands; time alone stands behind all events.
   */
  record Turn(Instant at, long place) implements Comparable<Turn> {

    private static final Comparator<Turn> ORDER =
        Comparator.comparing(Turn::at).thenComparingLong(Turn::place);

    boolean isEvent() {
      return place < Long.MAX_VALUE;
    }

    @Override
    public int compareTo(Turn other) {
      return ORDER.compare(this, other);
    }
  }

  private final VirtualTime time;
  private final Iterator<Logged> log;
  private @Nullable Logged next;
  private Instant reached = Instant.MIN;
  private boolean stuck;

  Track(VirtualTime time, Iterator<Logged> log) {
    this.time = time;
    this.log = log;
    this.next = log.hasNext() ? log.next() : null;
  }

  VirtualTime time() {
    return time;
  }

  /** What comes next; none where nothing does any more. */
  Optional<Turn> turn() {
    Optional<Turn> due =
        stuck ? Optional.empty() : time.next().map(at -> new Turn(at, Long.MAX_VALUE));
    // One that comes out of order is judged when it comes.
    Optional<Turn> event =
        Optional.ofNullable(next)
            .map(one -> new Turn(latest(one.event().time(), reached), one.place()));
    return event
        .filter(one -> due.filter(other -> other.compareTo(one) < 0).isEmpty())
        .or(() -> due);
  }

  Event take(Instant at) {
    Event event = next.event();
    next = log.hasNext() ? log.next() : null;
    reached = at;
    stuck = false;
    return event;
  }

  /** Time could not be judged: it stands still until the next event. */
  void stick() {
    stuck = true;
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
