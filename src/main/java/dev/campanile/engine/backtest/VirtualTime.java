package dev.campanile.engine.backtest;

import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.Event;
import dev.campanile.engine.state.Delivery;
import dev.campanile.engine.state.Detail;
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
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One user's time while a log is folded: events come, orders settle, deadlines fall due.
 *
 * <p>At one instant: events in log order, then the settlements of what they ordered, then what time
 * has made due, with its settlements, then launches: those from the user's first instant on, each
 * at its tick. Not thread-safe.
 */
public final class VirtualTime {

  /** Hears of every step, in order. */
  @FunctionalInterface
  public interface Listener {

    void stepped(Signal signal, Step step);
  }

  /**
   * What an order comes to, at the instant of the order, held or not; empty where it is left under
   * way. Nobody is asked about one that is withheld.
   */
  @FunctionalInterface
  public interface Settling {

    /** All succeed, and answer what campaigns may refer to. */
    Settling SUCCEEDING = order -> Optional.of(new Settlement(true, Answers.to(order)));

    Optional<Settlement> of(Order order);
  }

  /** The end of an order: performed, or finally not. */
  public record Settlement(boolean succeeded, Attributes result) {}

  /** What time alone does next. */
  private record Next(Instant at, Signal signal) {}

  private final StateControl control;
  private final Settling settling;
  private final Detail detail;
  private final Listener listener;
  private final Remaining remaining;
  private final Deque<Order> unsettled = new ArrayDeque<>();
  private final Sightings sighted = new Sightings();
  private UserState state;
  private @Nullable Instant beginning;
  private Instant now = Instant.MIN;

  public VirtualTime(
      StateControl control,
      UserState beginning,
      Settling settling,
      Detail detail,
      Listener listener) {
    this(control, beginning, settling, detail, listener, new Remaining(control.totals()));
  }

  /**
   * @param remaining what users share whose times go on together
   */
  VirtualTime(
      StateControl control,
      UserState beginning,
      Settling settling,
      Detail detail,
      Listener listener,
      Remaining remaining) {
    this.remaining = remaining;
    this.control = control;
    this.settling = settling;
    this.state = beginning;
    this.detail = detail;
    this.listener = listener;
  }

  public UserState state() {
    return state;
  }

  /** Lets time come to an event and the event happen; a repeated one does neither. */
  public void happen(Event event) {
    var signal = new Signal.Happened(event);
    if (repeated(event)) {
      listener.stepped(signal, Step.unchanged(state, Outcome.DUPLICATE));
    } else {
      passTo(event.time());
      step(signal, event.time());
    }
  }

  /** Lets time come to an instant and the profile change; a null removes an attribute. */
  public void change(Map<String, @Nullable Object> changes, Instant at) {
    passTo(at);
    step(new Signal.ProfileChanged(state.user(), changes, at), at);
  }

  /** Lets time come to an instant and an order that was under way settle. */
  public void settle(Order order, Settlement end, Instant at) {
    passTo(at);
    settled(order, end, at);
  }

  /** Lets time pass up to an instant; what is due at the instant itself waits for its events. */
  public void passTo(Instant instant) {
    if (instant.isAfter(state.clock())) {
      settle();
    }
    if (beginning == null) {
      beginning = instant;
      state = control.meet(state, instant);
      pass(instant);
    }
    for (var next = next(beginning); isBefore(next, instant); next = next(beginning)) {
      pass(next.orElseThrow().at());
      step(next.orElseThrow().signal(), next.orElseThrow().at());
      settle();
    }
    pass(instant);
  }

  private void pass(Instant to) {
    now = to.isAfter(now) ? to : now;
  }

  /** When something is due by itself; what has been ordered settles at once. */
  public Optional<Instant> next() {
    return unsettled.isEmpty()
        ? Optional.ofNullable(beginning).flatMap(this::next).map(Next::at)
        : Optional.of(state.clock());
  }

  /** A wake-up or a launch, whichever comes first. */
  private Optional<Next> next(Instant from) {
    Optional<Next> due =
        control.wakeAt(state).map(at -> new Next(at, new Signal.WakeUp(state.user(), at)));
    Optional<Next> launch =
        control
            .nextLaunch(state, from, now)
            .map(launched -> new Next(launched.at(), launched))
            .filter(launched -> due.filter(wake -> !wake.at().isAfter(launched.at())).isEmpty());
    return launch.or(() -> due);
  }

  /** Lets time pass up to an instant and through all that is due at it. */
  public void passThrough(Instant instant) {
    settle();
    passTo(instant.plusNanos(1));
  }

  private static boolean isBefore(Optional<Next> next, Instant instant) {
    return next.isPresent() && next.get().at().isBefore(instant);
  }

  /** Lets what has been ordered settle. */
  public void settle() {
    for (Order order = unsettled.poll(); order != null; order = unsettled.poll()) {
      Order ordered = order;
      end(order).ifPresent(end -> settled(ordered, end, ordered.at()));
    }
  }

  /** What is withheld has ended already, whatever else of its kind comes to. */
  private Optional<Settlement> end(Order order) {
    return order.delivery() instanceof Delivery.Withheld never
        ? Optional.of(new Settlement(never.succeeded(), never.result()))
        : settling.of(order);
  }

  private void settled(Order order, Settlement end, Instant at) {
    var signal =
        new Signal.Settled(
            order.user(), order.key(), order.action(), end.succeeded(), end.result(), at);
    step(signal, at);
  }

  private void step(Signal signal, Instant now) {
    Step step = control.step(state, signal, now, detail, remaining.permits());
    remaining.spend(step);
    state = step.state();
    unsettled.addAll(step.orders());
    listener.stepped(signal, step);
  }

  private boolean repeated(Event event) {
    var sighting = new Sighting(event.user(), event.id(), event.time(), 0);
    return sighted.repeats(sighting);
  }
}
