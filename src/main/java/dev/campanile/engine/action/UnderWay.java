package dev.campanile.engine.action;

import dev.campanile.engine.state.OrderKey;
import java.util.HashSet;
import java.util.Set;

/**
 * The orders of one kind that this process has taken on and not yet finished: none is taken on
 * twice, and never more than the capacity.
 *
 * <p>Between {@link #look} and {@link #lookedAway} it also remembers what was finished, because an
 * outbox that was read meanwhile may still show it. Thread-safe.
 */
final class UnderWay {

  private final int capacity;
  private final Set<OrderKey> keys = new HashSet<>();
  private final Set<OrderKey> finishedSinceLook = new HashSet<>();
  private boolean looking;

  UnderWay(int capacity) {
    this.capacity = capacity;
  }

  /**
   * Takes an order on, unless it is under way, was finished since the look, or there is no room.
   */
  synchronized boolean enter(OrderKey order) {
    return keys.size() < capacity && !finishedSinceLook.contains(order) && keys.add(order);
  }

  synchronized boolean holds(OrderKey order) {
    return keys.contains(order);
  }

  synchronized void leave(OrderKey order) {
    if (keys.remove(order) && looking) {
      finishedSinceLook.add(order);
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
