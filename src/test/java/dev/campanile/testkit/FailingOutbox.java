package dev.campanile.testkit;

import dev.campanile.engine.action.Outbox;
import dev.campanile.engine.state.Order;
import dev.campanile.engine.state.OrderKey;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** An outbox that can be out of reach, or refuse some settlements. Thread-safe. */
public final class FailingOutbox implements Outbox {

  private final Outbox real;
  private final AtomicInteger failures = new AtomicInteger();
  private volatile boolean away;
  private volatile Predicate<OrderKey> unsettled = order -> false;

  public FailingOutbox(Outbox real) {
    this.real = real;
  }

  /** As if the process died before each settlement. */
  public void failSettling() {
    unsettled = order -> true;
  }

  public void failSettlingOf(OrderKey one) {
    unsettled = one::equals;
  }

  public void failEverything() {
    away = true;
  }

  public void recover() {
    away = false;
    unsettled = order -> false;
  }

  public int failures() {
    return failures.get();
  }

  private Outbox real() {
    if (away) {
      fail();
    }
    return real;
  }

  private void fail() {
    failures.incrementAndGet();
    throw new IllegalStateException("the outbox is away");
  }

  @Override
  public Set<String> kinds() {
    return real().kinds();
  }

  @Override
  public List<Pending> due(
      String kind,
      Collection<Integer> partitions,
      Instant now,
      int most,
      Collection<OrderKey> underWay) {
    return real().due(kind, partitions, now, most, underWay);
  }

  @Override
  public boolean sending(OrderKey order) {
    return real().sending(order);
  }

  @Override
  public List<Settlement> settle(Collection<Settlement> settlements) {
    if (settlements.stream().anyMatch(one -> unsettled.test(one.order().key()))) {
      fail();
    }
    return real().settle(settlements);
  }

  @Override
  public List<Settlement> keep(Collection<Order> orders, Instant now) {
    return real().keep(orders, now);
  }

  @Override
  public void retry(Collection<Retry> retries) {
    real().retry(retries);
  }

  @Override
  public void park(Collection<Parked> orders) {
    real().park(orders);
  }

  @Override
  public List<Parked> parked(int most) {
    return real().parked(most);
  }

  @Override
  public int release(Collection<OrderKey> orders, Instant now) {
    return real().release(orders, now);
  }

  @Override
  public List<Settlement> unreported(Collection<Integer> partitions, int most) {
    return real().unreported(partitions, most);
  }

  @Override
  public void reported(Collection<OrderKey> orders) {
    real().reported(orders);
  }
}
