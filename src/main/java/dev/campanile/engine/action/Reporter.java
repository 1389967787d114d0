package dev.campanile.engine.action;

import dev.campanile.engine.action.Outbox.Settlement;
import dev.campanile.engine.state.Order;
import dev.campanile.engine.state.OrderKey;
import dev.campanile.engine.state.Signal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Predicate;

/**
 * Tells the log what was settled, and the outbox what the log has acknowledged.
 *
 * <p>What the log does not acknowledge stays unreported and is found again; the step takes a second
 * report for what it is. Thread-safe.
 */
final class Reporter {

  private static final System.Logger LOG = System.getLogger(Reporter.class.getName());
  private static final int MOST = 500;

  private final Outbox outbox;
  private final Reports reports;
  private final UnderWay underWay = new UnderWay(Integer.MAX_VALUE);
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("report ", 0).factory());

  Reporter(Outbox outbox, Reports reports) {
    this.outbox = outbox;
    this.reports = reports;
  }

  /**
   * Reports what is unreported in the outbox of these partitions.
   *
   * @param held what is being written, so that whoever writes it will report it
   */
  void sweep(Collection<Integer> partitions, Predicate<Order> held) {
    underWay.look();
    try {
      List<Settlement> found = outbox.unreported(partitions, MOST);
      report(found.stream().filter(one -> !held.test(one.order())).toList());
    } finally {
      underWay.lookedAway();
    }
  }

  /** Returns at once; what is being reported already is left out. */
  void report(Collection<Settlement> settled) {
    List<Settlement> fresh =
        settled.stream().filter(one -> underWay.enter(one.order().key())).toList();
    if (fresh.isEmpty()) {
      return;
    }
    try {
      threads.execute(() -> reportAndWait(fresh));
    } catch (RejectedExecutionException closed) {
      forget(fresh);
    }
  }

  private void reportAndWait(List<Settlement> settled) {
    try {
      var acknowledgements = reports.append(settled.stream().map(Reporter::signal).toList());
      List<OrderKey> acknowledged = new ArrayList<>(settled.size());
      for (int i = 0; i < settled.size(); i++) {
        if (succeeded(acknowledgements.get(i))) {
          acknowledged.add(settled.get(i).order().key());
        }
      }
      outbox.reported(acknowledged);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, settled.size() + " settlements wait to be reported", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // closing: they are found again
    } finally {
      forget(settled);
    }
  }

  private static boolean succeeded(CompletableFuture<?> acknowledgement)
      throws InterruptedException {
    try {
      acknowledgement.get();
      return true;
    } catch (ExecutionException e) {
      LOG.log(System.Logger.Level.WARNING, "a settlement waits to be reported", e.getCause());
      return false;
    }
  }

  private void forget(List<Settlement> settled) {
    settled.forEach(one -> underWay.leave(one.order().key()));
  }

  private static Signal signal(Settlement settled) {
    var order = settled.order();
    return new Signal.Settled(
        order.user(),
        order.key(),
        order.action(),
        settled.succeeded(),
        settled.result(),
        settled.at());
  }

  void close(Duration patience) {
    Closing.within(patience, threads);
  }
}
