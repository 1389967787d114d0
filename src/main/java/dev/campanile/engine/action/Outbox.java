package dev.campanile.engine.action;

import dev.campanile.campaign.Attributes;
import dev.campanile.engine.state.Order;
import dev.campanile.engine.state.OrderKey;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * The orders that are to be performed, as the batch that gave them committed them. Thread-safe.
 *
 * <p>An order is settled once, whatever happens; what is settled is reported to the log at least
 * once.
 */
public interface Outbox {

  /** An order with how often it was attempted before. */
  record Pending(Order order, int attempts, boolean sent) {}

  /** A settled order whose settlement the log has not acknowledged yet. */
  record Settlement(Order order, boolean succeeded, Attributes result, Instant at) {}

  /**
   * Up to {@code most} unsettled orders of these partitions whose next attempt is due, oldest
   * first.
   */
  List<Pending> due(Collection<Integer> partitions, Instant now, int most);

  /** Notes, before the call, that orders of a channel that cannot be asked twice are being sent. */
  void sending(Collection<OrderKey> orders);

  /** Settles; orders settled before are left alone. Returns those that this call settled. */
  List<Settlement> settle(Collection<Settlement> settlements);

  /** Performs what Campanile keeps itself and settles it, in one transaction. */
  List<Settlement> keep(Collection<Order> orders, Instant now);

  void retry(OrderKey order, Instant nextAttempt, String reason);

  /** Puts an order aside for a person. */
  void park(OrderKey order, boolean outcomeOpen, String reason);

  /** Up to {@code most} settlements that were not reported. */
  List<Settlement> unreported(Collection<Integer> partitions, int most);

  void reported(Collection<OrderKey> orders);
}
