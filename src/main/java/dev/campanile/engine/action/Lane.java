package dev.campanile.engine.action;

import dev.campanile.engine.action.Outbox.Pending;
import dev.campanile.engine.state.Order;
import dev.campanile.engine.state.OrderKey;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The way of the orders of one kind from the outbox to whoever performs them, with room for so many
 * and no more.
 *
 * <p>What finds no room stays in the outbox; once half the room is free again, the lane asks for
 * it. Thread-safe.
 */
final class Lane {

  private final UnderWay underWay;
  private final Consumer<Pending> performer;
  private final Runnable hungry;
  private volatile boolean moreInOutbox;

  Lane(int capacity, Consumer<Pending> performer, Runnable hungry) {
    this.underWay = new UnderWay(capacity);
    this.performer = performer;
    this.hungry = hungry;
  }

  /** Takes an order that is handed over. */
  void offer(Order order) {
    take(underWay.enterFresh(order.key()), Pending.fresh(order));
  }

  /** Takes from the outbox what is due and finds room. */
  void fill(OutboxReader due) {
    Set<OrderKey> busy = underWay.look();
    try {
      int room = underWay.capacity() - busy.size();
      moreInOutbox = room == 0;
      if (room > 0) {
        List<Pending> found = due.read(room, busy);
        found.forEach(one -> take(underWay.enter(one.order().key()), one));
        moreInOutbox |= found.size() == room;
      }
    } finally {
      underWay.lookedAway();
    }
    askForMore();
  }

  private void take(boolean entered, Pending pending) {
    if (entered) {
      performer.accept(pending);
    } else if (!underWay.hasRoom()) {
      moreInOutbox = true;
    }
  }

  void finished(OrderKey order) {
    underWay.leave(order);
    askForMore();
  }

  private void askForMore() {
    if (moreInOutbox && underWay.size() <= underWay.capacity() / 2) {
      moreInOutbox = false;
      hungry.run();
    }
  }

  boolean holds(OrderKey order) {
    return underWay.holds(order);
  }

  int depth() {
    return underWay.size();
  }

  int capacity() {
    return underWay.capacity();
  }

  /** Reads up to so many due orders of the lane's kind, without those under way. */
  @FunctionalInterface
  interface OutboxReader {

    List<Pending> read(int most, Set<OrderKey> underWay);
  }
}
