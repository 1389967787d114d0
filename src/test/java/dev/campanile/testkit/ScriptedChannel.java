package dev.campanile.testkit;

import dev.campanile.campaign.Attributes;
import dev.campanile.engine.action.Attempt;
import dev.campanile.engine.action.Channel;
import dev.campanile.engine.action.Parameter;
import dev.campanile.engine.action.Trust;
import dev.campanile.engine.state.Order;
import dev.campanile.engine.state.OrderKey;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** A channel that does as it was told, and succeeds once it was told nothing more. Thread-safe. */
public final class ScriptedChannel implements Channel.Outside {

  private static final int ALL = 1_000_000;

  private final String kind;
  private final Trust trust;
  private final Queue<Attempt> attempts = new ConcurrentLinkedQueue<>();
  private final List<OrderKey> performed = new CopyOnWriteArrayList<>();
  private final Semaphore held = new Semaphore(ALL);
  private final AtomicInteger inside = new AtomicInteger();
  private final AtomicInteger mostInside = new AtomicInteger();

  public ScriptedChannel(String kind, Trust trust) {
    this.kind = kind;
    this.trust = trust;
  }

  public ScriptedChannel then(Attempt attempt) {
    attempts.add(attempt);
    return this;
  }

  /** From now on calls wait inside, until {@link #go}. */
  public void hold() {
    held.drainPermits();
  }

  public void go() {
    held.release(ALL);
  }

  /** Every call, in order. */
  public List<OrderKey> performed() {
    return List.copyOf(performed);
  }

  public int inside() {
    return inside.get();
  }

  public int mostInside() {
    return mostInside.get();
  }

  @Override
  public String kind() {
    return kind;
  }

  @Override
  public Trust trust() {
    return trust;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of();
  }

  @Override
  public Set<String> results() {
    return Set.of();
  }

  @Override
  public List<String> problems(Attributes parameters) {
    return List.of();
  }

  @Override
  public Attempt perform(Order order) {
    performed.add(order.key());
    mostInside.accumulateAndGet(inside.incrementAndGet(), Math::max);
    try {
      held.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Attempt.Unknown("interrupted");
    } finally {
      inside.decrementAndGet();
    }
    Attempt next = attempts.poll();
    return next == null ? new Attempt.Succeeded(Attributes.NONE) : next;
  }
}
