package dev.campanile.engine.action;

import dev.campanile.engine.action.Outbox.Parked;
import dev.campanile.engine.action.Outbox.Pending;
import dev.campanile.engine.action.Outbox.Settlement;
import dev.campanile.engine.exception.FailureJudge;
import dev.campanile.engine.state.Delivery;
import dev.campanile.engine.state.Order;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Performs orders, settles them, and reports what was settled.
 *
 * <p>Orders come twice: in memory once their batch is committed, which is quick, and from the
 * outbox when it is swept, which is certain. An order is never performed twice at the same time in
 * this process; after a crash it is performed again with the same key, or parked where its channel
 * forbids that. Thread-safe.
 */
public final class ActionExecutionControl implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(ActionExecutionControl.class.getName());

  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Duration TICK = Duration.ofMillis(250);

  /**
   * How much is done at a time for each channel.
   *
   * @param concurrency calls at the same time
   * @param room orders in memory; what finds no room waits in the outbox
   */
  public record Limits(int concurrency, int room, Duration drain) {

    public static final Limits DEFAULT = new Limits(32, 1_000, Duration.ofSeconds(20));
  }

  /** How many orders of a kind are in memory, of how many that find room. */
  public record Load(String kind, int depth, int room) {}

  private final Outbox outbox;
  private final Channels channels;
  private final Limits limits;
  private final Clock clock;
  private final Assessment assessment;
  private final Reporter reporter;
  private final OutboxWriter writer;
  private final Map<String, Lane> lanes = new ConcurrentHashMap<>();
  private final List<Performer> performers = new ArrayList<>();
  private final Semaphore hunger = new Semaphore(0);
  private final Set<Long> alarms = ConcurrentHashMap.newKeySet();
  private final Thread sweeper;
  private volatile Set<Integer> owned = Set.of();
  private volatile boolean closing;

  public ActionExecutionControl(
      Outbox outbox,
      Reports reports,
      Channels channels,
      FailureJudge judge,
      Limits limits,
      Clock clock) {
    this.outbox = outbox;
    this.channels = channels;
    this.limits = limits;
    this.clock = clock;
    this.assessment = new Assessment(judge);
    this.reporter = new Reporter(outbox, reports);
    this.writer = new OutboxWriter(outbox, reporter, clock, this::written);
    this.sweeper = Thread.ofVirtual().name("sweep outbox").unstarted(this::sweepWhenHungry);
    channels.all().forEach(channel -> lanes.put(channel.kind(), lane(performing(channel))));
  }

  public void start() {
    writer.start();
    sweeper.start();
  }

  /**
   * Performs orders whose batch is committed. Returns at once; what finds no room, and what is
   * held, is swept up later. What is withheld is reported alone.
   */
  public void submit(Collection<Order> orders) {
    if (closing) {
      return;
    }
    List<Settlement> withheld = new ArrayList<>();
    for (Order order : orders) {
      switch (order.delivery()) {
        case Delivery.Now now -> lane(order.kind()).offer(order);
        case Delivery.Held(Instant until) -> sweepAt(until);
        case Delivery.Withheld never -> withheld.add(Settlement.of(order, never));
      }
    }
    reporter.report(withheld);
  }

  /**
   * Takes up what is due in the outbox of exactly these partitions, and reports what was not. To be
   * called on taking a partition over, on losing one, and every ten seconds.
   */
  public synchronized void sweep(Collection<Integer> partitions) {
    owned = Set.copyOf(partitions);
    if (closing || owned.isEmpty()) {
      return;
    }
    for (String kind : outbox.kinds()) {
      lane(kind).fill((most, busy) -> outbox.due(kind, owned, clock.instant(), most, busy));
    }
    reporter.sweep(owned, order -> lane(order.kind()).holds(order.key()));
  }

  public List<Load> load() {
    return lanes.entrySet().stream()
        .map(lane -> new Load(lane.getKey(), lane.getValue().depth(), lane.getValue().capacity()))
        .toList();
  }

  boolean closing() {
    return closing;
  }

  private void sweepWhenHungry() {
    try {
      while (!closing) {
        hunger.acquire();
        hunger.drainPermits();
        sweepOwned();
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void sweepOwned() {
    try {
      sweep(owned);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "the outbox could not be swept", e);
    }
  }

  private Lane lane(String kind) {
    return lanes.computeIfAbsent(kind, unknown -> lane(this::refuse));
  }

  private Lane lane(Consumer<Pending> performing) {
    return new Lane(limits.room(), performing, hunger::release);
  }

  private Consumer<Pending> performing(Channel channel) {
    return switch (channel) {
      case Channel.Kept kept -> pending -> writer.write(new Note.Keep(pending.order()));
      case Channel.Outside outside -> {
        var performer =
            new Performer(
                outside,
                limits.concurrency(),
                outbox,
                assessment,
                clock,
                writer::write,
                this::finished);
        performers.add(performer);
        yield performer::accept;
      }
    };
  }

  private void refuse(Pending pending) {
    Order order = pending.order();
    writer.write(new Note.Aside(new Parked(order, pending.sent(), channels.unknown(order.kind()))));
  }

  private void written(Note note) {
    finished(note.order());
    if (note instanceof Note.Again again) {
      sweepAt(again.retry().nextAttempt());
    }
  }

  /** A retry that is due soon does not wait for the regular sweep; later ones do. */
  private void sweepAt(Instant due) {
    long tick = due.toEpochMilli() / TICK.toMillis() + 1;
    Instant alarm = Instant.ofEpochMilli(tick * TICK.toMillis());
    Duration wait = Duration.between(clock.instant(), alarm);
    if (wait.compareTo(SOON) <= 0 && alarms.add(tick)) {
      CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS)
          .execute(() -> alarm(tick));
    }
  }

  private void alarm(long tick) {
    alarms.remove(tick);
    hunger.release();
  }

  private void finished(Order order) {
    lane(order.kind()).finished(order.key());
  }

  /** Takes on nothing new, lets what is being performed finish, and writes and reports it. */
  @Override
  public void close() {
    closing = true;
    sweeper.interrupt();
    long end = System.nanoTime() + limits.drain().toNanos();
    performers.forEach(Performer::close);
    performers.forEach(performer -> performer.await(left(end)));
    writer.close(left(end));
    reporter.close(left(end));
  }

  private static Duration left(long end) {
    return Duration.ofNanos(Math.max(end - System.nanoTime(), 1));
  }
}
