package dev.campanile.engine.action;

import dev.campanile.engine.action.Outbox.Parked;
import dev.campanile.engine.action.Outbox.Retry;
import dev.campanile.engine.action.Outbox.Settlement;
import dev.campanile.engine.state.Order;

/** What is to be written about an order that is under way. */
sealed interface Note {

  Order order();

  record Settle(Settlement settlement) implements Note {

    @Override
    public Order order() {
      return settlement.order();
    }
  }

  record Again(Order order, Retry retry) implements Note {}

  record Aside(Parked parked) implements Note {

    @Override
    public Order order() {
      return parked.order();
    }
  }

  record Keep(Order order) implements Note {}
}
