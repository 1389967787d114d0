package dev.campanile.engine.action;

import dev.campanile.campaign.Attributes;
import dev.campanile.engine.state.Delivery;
import dev.campanile.engine.state.Order;
import dev.campanile.engine.state.OrderKey;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The orders that are to be performed, as the batch that gave them committed them. Thread-safe.
 *
 * <p>A held order is due from its release on; one that is withheld is settled from the beginning.
 *
 * <p>An order is settled once, whatever happens; what is settled is reported to the log at least
 * once. Whoever is told of an order that does not exist, or that is settled, changes nothing.
 */
public interface Outbox {

  /**
   * An order with what was tried before.
   *
   * @param sent an earlier attempt may have performed it
   */
  record Pending(Order order, int attempts, Optional<Instant> firstAttempt, boolean sent) {

    /** An order that nobody has tried to perform. */
    public static Pending fresh(Order order) {
      return new Pending(order, 0, Optional.empty(), false);
    }
  }

  /** A settled order whose settlement the log has not acknowledged yet. */
  record Settlement(Order order, boolean succeeded, Attributes result, Instant at) {

    /** The end of an order that is never performed. */
    public static Settlement of(Order order, Delivery.Withheld withheld) {
      return new Settlement(order, withheld.succeeded(), withheld.result(), order.at());
    }
  }

  /**
   * A failed attempt that another one shall follow.
   *
   * @param outcomeOpen this attempt or an earlier one may have performed it
   */
  record Retry(
      OrderKey order, Instant triedAt, Instant nextAttempt, boolean outcomeOpen, String reason) {}

  /** An order that waits for a person; {@code outcomeOpen} where it may have been performed. */
  record Parked(Order order, boolean outcomeOpen, String reason) {}

  /** The kinds among the orders that are neither settled nor parked, of all partitions. */
  Set<String> kinds();

  /**
   * Up to {@code most} orders of one kind in these partitions that are neither settled nor parked
   * and whose next attempt is due, the longest due first, without those under way.
   */
  List<Pending> due(
      String kind,
      Collection<Integer> partitions,
      Instant now,
      int most,
      Collection<OrderKey> underWay);

  /**
   * Notes, before the call, that an order of a channel that must not be asked twice is being sent.
   *
   * @return whether this call noted it: whoever is told no must not perform it
   */
  boolean sending(OrderKey order);

  /** Settles, parked orders too. Returns those that this call settled. */
  List<Settlement> settle(Collection<Settlement> settlements);

  /**
   * Performs what Campanile keeps itself and settles it, in one transaction. What cannot be had now
   * is parked until it can. Returns those that this call settled.
   */
  List<Settlement> keep(Collection<Order> orders, Instant now);

  void retry(Collection<Retry> retries);

  /** Puts orders aside for a person. */
  void park(Collection<Parked> orders);

  /** Up to {@code most} orders that wait for a person, the longest ordered first. */
  List<Parked> parked(int most);

  /** Lets parked orders be performed again, with the same keys. Returns how many were parked. */
  int release(Collection<OrderKey> orders, Instant now);

  /** Up to {@code most} settlements that were not reported. */
  List<Settlement> unreported(Collection<Integer> partitions, int most);

  void reported(Collection<OrderKey> orders);
}
