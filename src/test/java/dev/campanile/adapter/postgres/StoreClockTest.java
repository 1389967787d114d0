package dev.campanile.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.campanile.testkit.ManualClock;
import dev.campanile.testkit.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class StoreClockTest {

  private static final Duration HOUR = Duration.ofHours(1);

  private static TestDatabase database;

  /** A clock of this machine that is years off, and a ticker that runs as it is told to. */
  private final ManualClock local = ManualClock.atNoon();

  private final AtomicLong ticks = new AtomicLong();

  @BeforeAll
  static void connect() {
    database = TestDatabase.schema("store_clock");
  }

  @AfterAll
  static void disconnect() {
    database.close();
  }

  @Test
  void goesByTheMachineUntilTheStoreHasAnswered() {
    assertThat(clock().instant()).isEqualTo(local.instant());
  }

  @Test
  void goesByTheStoreOnceItHasAnswered() {
    // given
    var clock = clock();
    // when
    clock.synchronise();
    local.tick(HOUR);
    // then
    assertThat(clock.instant()).isCloseTo(ofStore(), within(30, ChronoUnit.SECONDS));
  }

  @Test
  void carriesOnByTheTicker() {
    // given
    var clock = clock();
    clock.synchronise();
    Instant before = clock.instant();
    // when
    ticks.addAndGet(HOUR.toNanos());
    // then
    assertThat(clock.instant()).isEqualTo(before.plus(HOUR));
  }

  @Test
  void comesBackWhereTheTickerHasRunAway() {
    // given
    var clock = clock();
    clock.synchronise();
    ticks.addAndGet(HOUR.toNanos());
    // when
    clock.synchronise();
    // then
    assertThat(clock.instant()).isCloseTo(ofStore(), within(30, ChronoUnit.SECONDS));
  }

  @Test
  void goesOnWhereTheStoreDoesNotAnswer() {
    // given
    TestDatabase gone = TestDatabase.schema("store_clock");
    var clock = new StoreClock(gone.dataSource(), local, ticks::get);
    gone.close();
    // when
    clock.synchronise();
    ticks.addAndGet(HOUR.toNanos());
    // then
    assertThat(clock.instant()).isEqualTo(local.instant().plus(HOUR));
  }

  private StoreClock clock() {
    return new StoreClock(database.dataSource(), local, ticks::get);
  }

  private static Instant ofStore() {
    try (var connection = database.dataSource().getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT clock_timestamp() AS now")) {
      rows.next();
      return Instants.read(rows, "now");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
