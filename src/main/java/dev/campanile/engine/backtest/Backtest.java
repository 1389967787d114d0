package dev.campanile.engine.backtest;

import dev.campanile.campaign.Event;
import dev.campanile.campaign.UserId;
import dev.campanile.engine.state.Detail;
import dev.campanile.engine.state.Order;
import dev.campanile.engine.state.Participation;
import dev.campanile.engine.state.RuleBook;
import dev.campanile.engine.state.Signal;
import dev.campanile.engine.state.StateControl;
import dev.campanile.engine.state.Step;
import dev.campanile.engine.state.UserState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.LongConsumer;

/**
 * Folds campaigns over a whole event log in virtual time, with the step that the live service runs.
 *
 * <p>Users do not know each other unless a limit counts them all, so they are spread over all
 * cores, each with a judge of its own; the result is the same whatever their number. Actions settle
 * as succeeded at the instant at which they are ordered, after all events of that instant and
 * before its deadlines.
 */
public final class Backtest {

  private final RuleBook book;
  private final int cores;

  public Backtest(RuleBook book, int cores) {
    this.book = book;
    this.cores = cores;
  }

  /**
   * Runs from the first event to {@code until}, included; by default to the latest event of the
   * log. Later events are left out.
   *
   * @param progress hears, from any thread, how many more events are done
   */
  public Backtested run(History history, Optional<Instant> until, LongConsumer progress) {
    Instant end = until.or(history::latest).orElse(Instant.EPOCH);
    return book.totals().isEmpty()
        ? spread(history, end, progress)
        : inOrder(history, end, progress);
  }

  /**
   * The figures alone, folded by the thread that asks: for services, whose memory and cores are
   * wanted for other things.
   *
   * @param progress hears how many more events are done, none at many a step; ends the run by a
   *     {@link java.util.concurrent.CancellationException}
   */
  public Backtested figures(History history, Optional<Instant> until, LongConsumer progress) {
    Instant end = until.or(history::latest).orElse(Instant.EPOCH);
    try (var control = new StateControl(book)) {
      var worker = new Worker(control, history, end, Counts.of(book), () -> progress.accept(0));
      if (book.totals().isEmpty()) {
        history.users().forEach(user -> progress.accept(worker.fold(user)));
      } else {
        worker.foldTogether(history.users(), progress);
      }
      return result(List.of(worker));
    }
  }

  /** Who comes first takes what a limit of all leaves: one core, all users in one order of time. */
  private Backtested inOrder(History history, Instant end, LongConsumer progress) {
    try (var control = new StateControl(book)) {
      var worker = new Worker(control, history, end, Counts.of(book));
      worker.foldTogether(history.users(), progress);
      return result(List.of(worker));
    }
  }

  private Backtested spread(History history, Instant end, LongConsumer progress) {
    List<UserId> users = history.users();
    var next = new AtomicInteger();
    Callable<Worker> work = () -> work(history, end, users, next, progress);
    List<Worker> workers = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(cores)) {
      List<Future<Worker>> running = new ArrayList<>();
      for (int core = 0; core < cores; core++) {
        running.add(threads.submit(work));
      }
      for (Future<Worker> one : running) {
        workers.add(finished(one));
      }
    }
    return result(workers);
  }

  /** Tells one user's story: every signal with what it did and every reason for it. */
  public void explain(
      History history, Optional<Instant> until, UserId user, BiConsumer<Signal, Step> story) {
    Instant end = until.or(history::latest).orElse(Instant.EPOCH);
    UserState beginning = UserState.unknown(user).withProfile(history.profile(user));
    try (var control = new StateControl(book)) {
      var time =
          new VirtualTime(
              control, beginning, VirtualTime.Settling.SUCCEEDING, Detail.ALL, story::accept);
      for (Iterator<Event> log = history.events(user); log.hasNext(); ) {
        Event event = log.next();
        if (!event.time().isAfter(end)) {
          time.happen(event);
        }
      }
      time.passThrough(end);
    }
  }

  private Worker work(
      History history, Instant end, List<UserId> users, AtomicInteger next, LongConsumer progress) {
    try (var control = new StateControl(book)) {
      var worker = new Worker(control, history, end, Counts.of(book));
      for (int i = next.getAndIncrement(); i < users.size(); i = next.getAndIncrement()) {
        progress.accept(worker.fold(users.get(i)));
      }
      return worker;
    }
  }

  private static Worker finished(Future<Worker> worker) {
    try {
      return worker.get();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(
          "Expected to finish the backtest, but was interrupted.", stopped);
    } catch (ExecutionException bug) {
      throw new IllegalStateException("Expected the backtest to finish, but a worker failed.", bug);
    }
  }

  private Backtested result(List<Worker> workers) {
    var counts = Counts.of(book);
    List<Order> orders = new ArrayList<>();
    List<Failure> failures = new ArrayList<>();
    Map<UserId, List<Participation>> participations = new TreeMap<>();
    for (Worker worker : workers) {
      counts.add(worker.counts);
      orders.addAll(worker.orders);
      failures.addAll(worker.failures);
      participations.putAll(worker.participations);
    }
    // Stable sorts: what one worker gave for one user stays as it was given.
    orders.sort(Comparator.comparing(Order::at).thenComparing(Order::user));
    failures.sort(Comparator.comparing(Failure::at).thenComparing(Failure::user));
    Report report = counts.report(book.machines().values());
    return new Backtested(report, participations, orders, failures);
  }
}
