package dev.campanile.engine.action;

import dev.campanile.engine.action.Outbox.Parked;
import dev.campanile.engine.action.Outbox.Pending;
import dev.campanile.engine.state.Order;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * Performs the orders of one channel: one virtual thread each, so many at the same time.
 *
 * <p>Every order it accepts ends in exactly one note, or is let go, unperformed, to be found in the
 * outbox again. Thread-safe.
 */
final class Performer {

  private static final System.Logger LOG = System.getLogger(Performer.class.getName());

  private final Channel.Outside channel;
  private final Outbox outbox;
  private final Assessment assessment;
  private final Clock clock;
  private final Consumer<Note> notes;
  private final Consumer<Order> letGo;
  private final Semaphore permits;
  private final ExecutorService threads;
  private volatile boolean closing;

  Performer(
      Channel.Outside channel,
      int concurrency,
      Outbox outbox,
      Assessment assessment,
      Clock clock,
      Consumer<Note> notes,
      Consumer<Order> letGo) {
    this.channel = channel;
    this.outbox = outbox;
    this.assessment = assessment;
    this.clock = clock;
    this.notes = notes;
    this.letGo = letGo;
    this.permits = new Semaphore(concurrency, true);
    this.threads =
        Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("perform " + channel.kind() + " ", 0).factory());
  }

  void accept(Pending pending) {
    try {
      threads.execute(() -> await(pending));
    } catch (RejectedExecutionException closed) {
      letGo.accept(pending.order());
    }
  }

  private void await(Pending pending) {
    try {
      permits.acquire();
    } catch (InterruptedException e) {
      letGo.accept(pending.order());
      return;
    }
    boolean ended = false;
    try {
      perform(pending);
      ended = true;
    } finally {
      permits.release();
      if (!ended) { // an Error: the outbox still has the order
        letGo.accept(pending.order());
      }
    }
  }

  private void perform(Pending pending) {
    Order order = pending.order();
    boolean mustAsk = !channel.trust().repeatable();
    if (mustAsk && pending.sent()) {
      String reason = "The service stopped while it was being sent.";
      notes.accept(new Note.Aside(new Parked(order, true, reason)));
    } else if (closing || mustAsk && !sending(order)) {
      letGo.accept(order);
    } else {
      notes.accept(assessment.of(pending, attempt(order), channel, clock.instant()));
    }
  }

  private boolean sending(Order order) {
    try {
      return outbox.sending(order.key());
    } catch (RuntimeException e) {
      LOG.log(
          System.Logger.Level.WARNING, "order=" + order.key() + " could not be noted as sent", e);
      return false;
    }
  }

  /** A channel that throws has a bug, and nobody knows how far it got. */
  private Attempt attempt(Order order) {
    try {
      return channel.perform(order);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "order=" + order.key() + " kind=" + order.kind(), e);
      return new Attempt.Unknown("The channel failed: " + e.getClass().getSimpleName());
    }
  }

  /** Lets go of what waits. */
  void close() {
    closing = true;
    threads.shutdown();
  }

  /** Lets what runs finish, until the patience is over. */
  void await(Duration patience) {
    Closing.within(patience, threads);
  }
}
