package dev.campanile.engine.action;

import dev.campanile.engine.action.Outbox.Parked;
import dev.campanile.engine.action.Outbox.Settlement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Writes what became of orders to the outbox, in batches, on a thread of its own.
 *
 * <p>While the outbox does not answer it waits: an outcome that is known is not thrown away. What
 * cannot be written although the outbox answers is found by halving, and parked. Thread-safe.
 */
final class OutboxWriter {

  private static final System.Logger LOG = System.getLogger(OutboxWriter.class.getName());
  private static final int MOST = 500;
  private static final int TRIES = 3;
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final Duration IDLE = Duration.ofMillis(100);

  private final Outbox outbox;
  private final Reporter reporter;
  private final Clock clock;
  private final Consumer<Note> written;
  // Bounded by the room of the lanes: a note's order is under way until the note is written.
  private final BlockingQueue<Note> notes = new LinkedBlockingQueue<>();
  private final Thread thread;
  private volatile boolean closing;

  OutboxWriter(Outbox outbox, Reporter reporter, Clock clock, Consumer<Note> written) {
    this.outbox = outbox;
    this.reporter = reporter;
    this.clock = clock;
    this.written = written;
    this.thread = Thread.ofPlatform().name("write outbox").daemon().unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  void write(Note note) {
    notes.add(note);
  }

  private void run() {
    try {
      while (!closing || !notes.isEmpty()) {
        Note first = notes.poll(IDLE.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
          List<Note> batch = new ArrayList<>(List.of(first));
          notes.drainTo(batch, MOST - 1);
          write(batch);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the outbox still has what was not written
    }
  }

  private void write(List<Note> batch) throws InterruptedException {
    List<Settlement> settled = new ArrayList<>();
    persist(
        only(Note.Settle.class, batch),
        some -> settled.addAll(outbox.settle(map(some, Note.Settle::settlement))));
    persist(
        only(Note.Keep.class, batch),
        some -> settled.addAll(outbox.keep(map(some, Note.Keep::order), clock.instant())));
    persist(only(Note.Again.class, batch), some -> outbox.retry(map(some, Note.Again::retry)));
    persist(only(Note.Aside.class, batch), some -> outbox.park(map(some, Note.Aside::parked)));
    batch.forEach(OutboxWriter::tell);
    reporter.report(settled); // before they are let go, or a sweep reports them as well
    batch.forEach(written);
  }

  /** What will not be tried again by itself is told to whoever reads the log. */
  private static void tell(Note note) {
    String order = "order=%s kind=%s ".formatted(note.order().key(), note.order().kind());
    switch (note) {
      case Note.Aside(Parked parked) ->
          LOG.log(System.Logger.Level.WARNING, order + "waits for a person: " + parked.reason());
      case Note.Settle(Settlement settlement) when !settlement.succeeded() ->
          LOG.log(System.Logger.Level.WARNING, order + "failed: " + settlement.result().values());
      case Note.Settle settled -> {}
      case Note.Again again -> {}
      case Note.Keep kept -> {}
    }
  }

  private <N extends Note> void persist(List<N> some, Consumer<List<N>> write)
      throws InterruptedException {
    for (int tries = 0; !some.isEmpty(); ) {
      try {
        write.accept(some);
        return;
      } catch (RuntimeException e) {
        LOG.log(System.Logger.Level.WARNING, some.size() + " outcomes could not be written", e);
        if (answers() && some.size() > 1) {
          persist(some.subList(0, some.size() / 2), write);
          persist(some.subList(some.size() / 2, some.size()), write);
          return;
        }
        if (answers() && ++tries == TRIES) {
          park(some.getFirst(), e);
          return;
        }
        Thread.sleep(PAUSE);
      }
    }
  }

  private boolean answers() {
    try {
      outbox.kinds();
      return true;
    } catch (RuntimeException e) {
      return false;
    }
  }

  private void park(Note note, RuntimeException why) {
    String reason = "Its outcome could not be written: " + why.getMessage();
    boolean performed = note instanceof Note.Settle;
    try {
      outbox.park(List.of(new Parked(note.order(), performed, reason)));
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "order=" + note.order().key() + " cannot be parked", e);
    }
  }

  private static <N extends Note> List<N> only(Class<N> type, List<Note> batch) {
    return batch.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private static <N, T> List<T> map(List<N> some, Function<N, T> part) {
    return some.stream().map(part).toList();
  }

  /** Writes what is left, until the patience is over. */
  void close(Duration patience) {
    closing = true;
    try {
      if (!thread.join(patience)) {
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
    }
  }
}
