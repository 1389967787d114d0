package dev.campanile.adapter.postgres;

import dev.campanile.engine.warehouse.Unavailable;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * The time of the store, which all instances share, as this process can best tell it: the store is
 * asked every few seconds, and in between its time is carried on by a steady ticker.
 *
 * <p>However the clock of this machine is set, jumps or drifts, nothing goes by it: before the
 * store has answered for the first time it is the best guess there is, and after that it is not
 * looked at again. What must not happen early is judged by the store itself; this clock decides
 * when to try. Thread-safe.
 */
public final class StoreClock extends Clock {

  private static final Logger LOG = Logger.getLogger(StoreClock.class);

  /** An answer that took longer is off by too much to be of use, unless there is no better one. */
  private static final Duration QUICK = Duration.ofMillis(100);

  /** More than a network and a ticker explain. */
  private static final Duration JUMP = Duration.ofSeconds(2);

  /** What the store's time was when the ticker stood at {@code ticks}. */
  private record Reading(Instant at, long ticks, boolean ofStore) {}

  private final DataSource dataSource;
  private final LongSupplier ticker;
  private volatile Reading reading;

  /**
   * A clock that has yet to be synchronised.
   *
   * @param guess what to go by until then
   * @param ticker nanoseconds of any origin that pass steadily
   */
  public StoreClock(DataSource dataSource, Clock guess, LongSupplier ticker) {
    this.dataSource = dataSource;
    this.ticker = ticker;
    this.reading = new Reading(guess.instant(), ticker.getAsLong(), false);
  }

  @Override
  public Instant instant() {
    return at(ticker.getAsLong());
  }

  /** Asks the store for the time; to be called every few seconds. */
  public void synchronise() {
    try {
      synchroniseNow();
    } catch (Unavailable silent) {
      LOG.warnf("The clock goes on without the store's time: %s", silent.getMessage());
    }
  }

  private void synchroniseNow() {
    long asked = ticker.getAsLong();
    Instant answer = Failures.translated(this::ask);
    long heard = ticker.getAsLong();
    // The store has looked at its clock before it was heard: so this one is behind it, never ahead.
    Reading next = new Reading(answer, heard, true);
    if (!reading.ofStore() || heard - asked <= QUICK.toNanos()) {
      take(next);
    }
  }

  private Instant ask() throws SQLException {
    return Transactions.run(
        dataSource,
        connection ->
            Sql.first(
                    connection, "SELECT clock_timestamp() AS now", row -> Instants.read(row, "now"))
                .orElseThrow());
  }

  private void take(Reading next) {
    Duration difference = Duration.between(at(next.ticks()), next.at());
    if (reading.ofStore() && difference.abs().compareTo(JUMP) > 0) {
      LOG.warnf(
          "The time of the store and of this process went apart by %s: going by the store's.",
          difference);
    }
    reading = next;
  }

  private Instant at(long ticks) {
    Reading now = reading;
    return now.at().plusNanos(ticks - now.ticks());
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("Expected to be asked for instants alone.");
  }
}
