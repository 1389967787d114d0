package dev.campanile.engine.backtest;

import dev.campanile.campaign.Event;
import dev.campanile.engine.state.Order;
import dev.campanile.engine.state.Outcome;
import dev.campanile.engine.state.Signal;
import dev.campanile.engine.state.StateControl;
import dev.campanile.engine.state.Step;
import dev.campanile.engine.state.UserState;
import dev.campanile.engine.warehouse.Sighting;
import dev.campanile.engine.warehouse.Sightings;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * One user's time while a log is folded: events come, orders settle, deadlines fall due.
 *
 * <p>At one instant: events in log order, then the settlements of what they ordered, then what time
 * has made due, with its settlements. Not thread-safe.
 */
final class VirtualTime {

  /** Hears of every step, in order. */
  @FunctionalInterface
  interface Listener {

    void stepped(Signal signal, Step step);
  }

  private final StateControl control;
  private final Listener listener;
  private final Deque<Order> unsettled = new ArrayDeque<>();
  private final Sightings sighted = new Sightings();
  private UserState state;

  VirtualTime(StateControl control, UserState beginning, Listener listener) {
    this.control = control;
    this.state = beginning;
    this.listener = listener;
  }

  UserState state() {
    return state;
  }

  /** Lets time come to an event and the event happen; a repeated one does neither. */
  void happen(Event event) {
    var signal = new Signal.Happened(event);
    if (repeated(event)) {
      listener.stepped(signal, new Step(state, Outcome.DUPLICATE, List.of(), List.of(), List.of()));
    } else {
      passTo(event.time());
      step(signal, event.time());
    }
  }

  /** Lets time pass up to an instant; what is due at the instant itself waits for its events. */
  void passTo(Instant instant) {
    if (instant.isAfter(state.clock())) {
      settle();
    }
    for (var due = control.wakeAt(state); isBefore(due, instant); due = control.wakeAt(state)) {
      step(new Signal.WakeUp(state.user(), due.orElseThrow()), due.orElseThrow());
      settle();
    }
  }

  /** Lets time pass up to an instant and through all that is due at it. */
  void passThrough(Instant instant) {
    settle();
    passTo(instant.plusNanos(1));
  }

  private static boolean isBefore(Optional<Instant> due, Instant instant) {
    return due.isPresent() && due.get().isBefore(instant);
  }

  private void settle() {
    for (Order order = unsettled.poll(); order != null; order = unsettled.poll()) {
      var settled =
          new Signal.Settled(
              order.user(), order.key(), order.action(), true, Answers.to(order), order.at());
      step(settled, order.at());
    }
  }

  private void step(Signal signal, Instant now) {
    Step step = control.step(state, signal, now);
    state = step.state();
    unsettled.addAll(step.orders());
    listener.stepped(signal, step);
  }

  private boolean repeated(Event event) {
    var sighting = new Sighting(event.user(), event.id(), event.time(), 0);
    return sighted.repeats(sighting);
  }
}
