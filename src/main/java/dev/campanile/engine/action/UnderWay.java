package dev.campanile.engine.action;

import dev.campanile.engine.state.OrderKey;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The orders of one kind that this process has taken on and not yet finished: none is taken on
 * twice, and never more than the capacity.
 *
 * <p>Between {@link #look} and {@link #lookedAway} it also remembers what was finished, because an
 * outbox that was read meanwhile may still show it; and for a while what was finished last, because
 * the outbox may have been quicker than whoever hands an order over. Thread-safe.
 */
final class UnderWay {

  /** More than can be finished between the commit of a batch and its handing over. */
  private static final int LATELY = 10_000;

  private final int capacity;
  private final Set<OrderKey> keys = new HashSet<>();
  private final Set<OrderKey> finishedSinceLook = new HashSet<>();
  private final Set<OrderKey> finishedLately = new LinkedHashSet<>();
  private boolean looking;

  UnderWay(int capacity) {
    this.capacity = capacity;
  }

  /** Takes an order on that was read from the outbox, unless it is or was under way, or no room. */
  synchronized boolean enter(OrderKey order) {
    return keys.size() < capacity && !finishedSinceLook.contains(order) && keys.add(order);
  }

  /** Takes an order on that is handed over for the first and only time. */
  synchronized boolean enterFresh(OrderKey order) {
    return !finishedLately.contains(order) && enter(order);
  }

  synchronized boolean holds(OrderKey order) {
    return keys.contains(order);
  }

  synchronized void leave(OrderKey order) {
    if (!keys.remove(order)) {
      return;
    }
    if (looking) {
      finishedSinceLook.add(order);
    }
    finishedLately.add(order);
    if (finishedLately.size() > LATELY) {
      finishedLately.remove(finishedLately.iterator().next());
    }
  }

  /** Called before the outbox is read. */
  synchronized Set<OrderKey> look() {
    looking = true;
    return Set.copyOf(keys);
  }

  /** Called once what was read is entered. */
  synchronized void lookedAway() {
    looking = false;
    finishedSinceLook.clear();
  }

  synchronized int size() {
    return keys.size();
  }

  int capacity() {
    return capacity;
  }

  synchronized boolean hasRoom() {
    return keys.size() < capacity;
  }
}
