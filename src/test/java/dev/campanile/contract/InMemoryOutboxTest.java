package dev.campanile.contract;

import dev.campanile.engine.action.CouponPools;
import dev.campanile.engine.action.Outbox;
import dev.campanile.engine.state.Order;
import dev.campanile.testkit.InMemoryOutbox;
import java.util.Collection;

class InMemoryOutboxTest extends OutboxContract {

  private final InMemoryOutbox outbox = new InMemoryOutbox();

  @Override
  Outbox outbox() {
    return outbox;
  }

  @Override
  CouponPools pools() {
    return outbox;
  }

  @Override
  void commit(int partition, Collection<Order> orders) {
    outbox.commit(partition, orders);
  }
}
