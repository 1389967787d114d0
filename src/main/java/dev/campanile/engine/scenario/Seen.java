package dev.campanile.engine.scenario;

import dev.campanile.campaign.Event;
import dev.campanile.engine.state.Delivery;
import dev.campanile.engine.state.Fact;
import dev.campanile.engine.state.Judgment;
import dev.campanile.engine.state.Order;
import dev.campanile.engine.state.Outcome;
import dev.campanile.engine.state.Signal;
import dev.campanile.engine.state.Step;
import java.util.ArrayList;
import java.util.List;

/** What has come since the last expectation, in order. */
final class Seen {

  private final Cast cast;
  final List<String> arrived = new ArrayList<>();
  final List<String> ended = new ArrayList<>();
  final List<Order> orders = new ArrayList<>();
  final List<String> withheld = new ArrayList<>();
  final List<String> skipped = new ArrayList<>();
  final List<Fact.Refused> refused = new ArrayList<>();

  /** The types of the events that nothing came of. */
  final List<String> unmatched = new ArrayList<>();

  /** What the last event found not to hold, where it moved nobody. */
  final List<Judgment> unheld = new ArrayList<>();

  Seen(Cast cast) {
    this.cast = cast;
  }

  void stepped(Signal signal, Step step) {
    step.orders().forEach(this::order);
    step.facts().forEach(this::fact);
    if (signal instanceof Signal.Happened(var event)) {
      happened(event, step);
    }
  }

  private void order(Order order) {
    if (order.delivery() instanceof Delivery.Withheld) {
      withheld.add(cast.label(order.campaign().id(), order.action()));
    } else {
      orders.add(order);
    }
  }

  private void happened(Event event, Step step) {
    if (step.outcome() == Outcome.NO_MATCH) {
      unmatched.add(event.type());
    }
    unheld.clear();
    if (step.facts().isEmpty()) {
      step.judgments().stream()
          .filter(judgment -> judgment.verdict() == Judgment.Verdict.NOT_HELD)
          .forEach(unheld::add);
    }
  }

  private void fact(Fact fact) {
    switch (fact) {
      case Fact.Moved moved -> arrived.add(cast.label(moved.campaign().id(), moved.to()));
      case Fact.Ended over -> ended.add(cast.label(over.campaign().id(), over.node()));
      case Fact.Reached goal -> {}
      case Fact.Refused refusal -> refused.add(refusal);
      case Fact.Migrated migrated -> {}
      case Fact.Skipped skip -> skipped.add(cast.label(skip.campaign().id(), skip.action()));
    }
  }
}
