package dev.campanile.engine;

import dev.campanile.campaign.UserId;
import dev.campanile.engine.state.Bystander;
import dev.campanile.engine.state.Detail;
import dev.campanile.engine.state.HotStore;
import dev.campanile.engine.state.HotStore.Hot;
import dev.campanile.engine.state.HotStore.Namespace;
import dev.campanile.engine.state.RuleBook;
import dev.campanile.engine.state.Signal;
import dev.campanile.engine.state.StateControl;
import dev.campanile.engine.state.UserState;
import dev.campanile.engine.warehouse.DataWarehouse;
import dev.campanile.engine.warehouse.DataWarehouse.Batch;
import dev.campanile.engine.warehouse.Fenced;
import dev.campanile.engine.warehouse.Ownership;
import dev.campanile.engine.warehouse.Recalled;
import dev.campanile.engine.warehouse.Unwritable;
import dev.campanile.engine.warehouse.Writes;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The engine of one owned partition: reads a batch, folds it, and writes all of it in one
 * transaction.
 *
 * <p>The order of things is the protocol: fence, dedupe, load, fold, write, commit; then the hot
 * store, then whoever listens. Whatever fails before the commit leaves nothing behind; whatever
 * fails after it is made up for from the warehouse. Not thread-safe: a partition has one writer.
 */
public final class PartitionEngine implements AutoCloseable {

  /** How far ahead wake-ups are kept hot. */
  public static final Duration HORIZON = Duration.ofMinutes(15);

  /**
   * What a partition engine works with.
   *
   * @param refresh brings the rule book up to what is published
   * @param detail how much of its reasons a step is to tell
   */
  public record Ports(
      DataWarehouse warehouse,
      HotStore hot,
      Supplier<RuleBook> books,
      Runnable refresh,
      SignalCodec codec,
      Function<Signal, Detail> detail,
      Committed.Listener listener) {}

  private final Ports ports;
  private final String owner;
  private Ownership mine;
  private Namespace namespace;
  private RuleBook book;
  private StateControl control;
  private Bystander bystander;
  private Totals totals;

  /** Claims the partition. */
  public PartitionEngine(Ports ports, int partition, String owner) {
    this.ports = ports;
    this.owner = owner;
    this.mine = ports.warehouse().claim(partition, owner);
    this.namespace = new Namespace(partition, mine.epoch(), 0);
    this.book = ports.books().get();
    this.control = new StateControl(book);
    this.bystander = new Bystander(book);
    this.totals = new Totals(ports.warehouse(), partition, book);
  }

  public long nextOffset() {
    return mine.nextOffset();
  }

  public Namespace namespace() {
    return namespace;
  }

  /**
   * Judges records that follow each other from {@link #nextOffset()} on.
   *
   * @throws dev.campanile.engine.warehouse.Fenced where another owner has the partition
   * @throws dev.campanile.engine.warehouse.Unavailable where the warehouse does not answer: the
   *     same batch again
   */
  public void process(List<LogRecord> records) {
    useLatestBook();
    try {
      processWhole(records);
    } catch (Unwritable unwritable) {
      if (records.size() == 1) {
        processWhole(List.of(unreadable(records.getFirst(), unwritable)));
        return;
      }
      int half = records.size() / 2;
      process(records.subList(0, half));
      process(records.subList(half, records.size()));
    }
  }

  /** A book is used for whole batches, never changed within one. */
  private void useLatestBook() {
    RuleBook latest = ports.books().get();
    if (latest != book) {
      control.close();
      control = new StateControl(latest);
      bystander = new Bystander(latest);
      totals = totals.under(latest);
      book = latest;
    }
  }

  /** Someone may be inside a version that another instance has just published: then once more. */
  private void processWhole(List<LogRecord> records) {
    if (!judge(records, false)) {
      ports.refresh().run();
      useLatestBook();
      judge(records, true);
    }
  }

  /** Permits that are lacking are leased while the batch is not open, and then once more. */
  private boolean judge(List<LogRecord> records, boolean withAnyBook) {
    while (true) {
      try {
        boolean judged = attempt(records, withAnyBook);
        if (totals.lacking().isEmpty()) {
          return judged;
        }
        totals.lease();
      } catch (Recalled again) {
        // What is left is read anew.
      }
    }
  }

  /** False, and nothing done, where the book lacks a version that it must have. */
  private boolean attempt(List<LogRecord> records, boolean withAnyBook) {
    Set<UserId> users = BatchFold.users(records);
    Map<UserId, UserState> states = hot(users);
    try (Batch batch = ports.warehouse().begin(mine)) {
      Set<UserId> misses = new HashSet<>(users);
      misses.removeAll(states.keySet());
      states.putAll(batch.load(misses));
      if (!withAnyBook && !covered(records, states.values())) {
        return false;
      }
      states.putAll(CatchingUp.complete(states, book.lifetime(), batch.history()));
      var duplicates = batch.seen(BatchFold.sightings(records));
      var permits = totals.permits(batch);
      var fold = new BatchFold(control, ports, batch.now(), states, duplicates, permits);
      Writes writes = fold.fold(records, book.hash());
      if (totals.lacks(fold.lacking())) {
        return true;
      }
      batch.write(writes);
      mine = batch.commit();
      announce(writes);
      states.putAll(writes.after());
      heat(states.values(), woken(records, misses), batch.now());
      return true;
    }
  }

  private boolean covered(List<LogRecord> records, Collection<UserState> states) {
    return states.stream().allMatch(book::covers)
        && records.stream()
            .allMatch(
                one ->
                    !(one instanceof LogRecord.Readable(var at, var signal))
                        || book.covers(signal));
  }

  private void announce(Writes writes) {
    ports
        .listener()
        .committed(
            new Committed(mine.partition(), mine.nextOffset(), writes.judged(), writes.tallied()));
  }

  private Map<UserId, UserState> hot(Set<UserId> users) {
    var found = ports.hot().read(namespace, users);
    if (found.isEmpty()) {
      reclaim();
    }
    return new HashMap<>(found.orElse(Map.of()));
  }

  /** Those of the cold users whom time alone concerned: the next to look for them is far off. */
  private static Set<UserId> woken(List<LogRecord> records, Set<UserId> cold) {
    Set<UserId> woken = new HashSet<>(cold);
    for (LogRecord logRecord : records) {
      if (logRecord instanceof LogRecord.Readable(long offset, Signal signal)
          && !(signal instanceof Signal.WakeUp)) {
        woken.remove(signal.user());
      }
    }
    return woken;
  }

  private void heat(Collection<UserState> states, Set<UserId> cold, Instant now) {
    List<Hot> waking =
        states.stream().map(state -> hot(state, cold.contains(state.user()))).toList();
    if (ports.hot().write(namespace, waking, now.plus(HORIZON))) {
      namespace = namespace.next();
    } else {
      reclaim();
    }
  }

  private Hot hot(UserState state, boolean cold) {
    Optional<Instant> wakeAt = control.wakeAt(state);
    return cold
        ? Hot.cold(state.user(), wakeAt)
        : new Hot(state, wakeAt, bystander.progress(state));
  }

  /** A lost namespace is never mended: a new epoch begins with an empty one. */
  private void reclaim() {
    Ownership again = ports.warehouse().claim(mine.partition(), owner);
    if (again.nextOffset() != mine.nextOffset()) {
      throw new Fenced(mine);
    }
    mine = again;
    namespace = new Namespace(mine.partition(), mine.epoch(), 0);
  }

  private LogRecord unreadable(LogRecord logRecord, Unwritable why) {
    return switch (logRecord) {
      case LogRecord.Readable(long offset, var signal) ->
          new LogRecord.Unreadable(offset, signal.toString(), String.valueOf(why.getMessage()));
      case LogRecord.Unreadable unreadable -> throw why;
    };
  }

  @Override
  public void close() {
    control.close();
  }
}
