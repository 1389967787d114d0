package dev.campanile.adapter.postgres;

import static dev.campanile.testkit.Samples.NOON;
import static dev.campanile.testkit.Samples.SPRING;
import static dev.campanile.testkit.Samples.WELCOME;
import static dev.campanile.testkit.Samples.event;
import static dev.campanile.testkit.Samples.state;
import static dev.campanile.testkit.Samples.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.adapter.json.JsonStates;
import dev.campanile.campaign.EventId;
import dev.campanile.campaign.NodeId;
import dev.campanile.campaign.UserId;
import dev.campanile.engine.monitor.Pulses;
import dev.campanile.engine.monitor.Pulses.Errors;
import dev.campanile.engine.monitor.Pulses.Flow;
import dev.campanile.engine.monitor.Pulses.Kind;
import dev.campanile.engine.monitor.Pulses.Waiting;
import dev.campanile.engine.state.Fact;
import dev.campanile.engine.state.Participation.Status;
import dev.campanile.engine.warehouse.DataWarehouse;
import dev.campanile.engine.warehouse.Ownership;
import dev.campanile.testkit.ABatch;
import dev.campanile.testkit.TestDatabase;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PostgresPulsesTest {

  private static final UserId ANNA = new UserId("anna");
  private static final NodeId THANK = new NodeId("thank");
  private static final Optional<EventId> CAUSE = Optional.of(new EventId("shop", "e-1"));

  private static TestDatabase database;

  private DataWarehouse warehouse;
  private Pulses pulses;
  private Ownership first;
  private Ownership second;

  @BeforeAll
  static void connect() {
    database = TestDatabase.schema("pulses");
  }

  @AfterAll
  static void disconnect() {
    database.close();
  }

  @BeforeEach
  void begin() {
    database.clear();
    warehouse = new PostgresWarehouse(database.dataSource(), new JsonStates());
    pulses = new PostgresPulses(database.dataSource());
    first = warehouse.claim(0, "test");
    second = warehouse.claim(1, "test");
  }

  @Test
  void addsUpWhatAllPartitionsDid() {
    // when
    first = enter(first, "anna");
    first = enter(first, "ben");
    second = enter(second, "cleo");
    // then
    assertThat(pulses.of(WELCOME.id()).flows())
        .containsExactlyInAnyOrder(
            new Flow(1, Kind.MOVED, "entry-1", "thank", 3, 3),
            new Flow(1, Kind.REFUSED, "LIMIT", "", 3, 3),
            new Flow(1, Kind.ENDED, "EXITED", "thank", 3, 3));
    assertThat(pulses.of(SPRING.id()).flows()).isEmpty();
  }

  @Test
  void forgetsWhatWasOverAMinuteAgo() {
    // given
    first = enter(first, "anna");
    // when
    database.execute("UPDATE campaign_flow SET minute = minute - interval '2 minutes'");
    // then
    assertThat(pulses.of(WELCOME.id()).flows()).extracting(Flow::total).containsOnly(1L);
    assertThat(pulses.of(WELCOME.id()).flows()).extracting(Flow::lastMinute).containsOnly(0L);
  }

  @Test
  void countsAShareOfTheMinuteBefore() {
    // given
    first = enter(first, "anna");
    // when
    database.execute(
        "UPDATE campaign_flow SET minute = minute - interval '1 minute', in_minute = 1000000");
    first = enter(first, "ben");
    // then
    assertThat(pulses.of(WELCOME.id()).flows())
        .extracting(Flow::lastMinute)
        .allSatisfy(count -> assertThat(count).isBetween(1L, 1_000_001L));
    assertThat(pulses.of(WELCOME.id()).flows()).extracting(Flow::total).containsOnly(2L);
  }

  @Test
  void countsThoseWhoWait() {
    // when
    ABatch.at(first)
        .judged(
            event(ANNA, "e-1", NOON),
            state(
                ANNA,
                1,
                waiting("p-1", WELCOME, Optional.empty()),
                waiting("p-2", WELCOME, Optional.empty()),
                waiting("p-3", SPRING, Optional.empty())))
        .commit(warehouse);
    // then
    assertThat(pulses.of(WELCOME.id()).waiting()).containsExactly(new Waiting(1, THANK, 2));
    assertThat(pulses.of(SPRING.id()).waiting()).containsExactly(new Waiting(7, THANK, 1));
  }

  @Test
  void countsWhatWaitsForAPerson() {
    // given
    ABatch.at(first).dead("no signal").commit(warehouse);
    database.execute(
        """
        INSERT INTO orders (key, partition, log_offset, user_id, participation, campaign, version, node, action, kind,
          parameters, ordered_at, next_attempt, status)
        SELECT 'p:1:' || n, 0, 0, 'anna', 'p', 'welcome', 1, 'thank', 'push', 'push', '{}', now(), now(),
          (ARRAY['PARKED', 'PARKED', 'FAILED', 'UNKNOWN', 'DONE', 'NEW'])[n] FROM generate_series(1, 6) AS n""");
    // then
    assertThat(pulses.of(WELCOME.id()).errors()).isEqualTo(new Errors(1, 2, 1, 1));
    assertThat(pulses.of(SPRING.id()).errors()).isEqualTo(new Errors(1, 0, 0, 0));
  }

  private Ownership enter(Ownership mine, String user) {
    UserId who = new UserId(user);
    List<Fact> facts =
        List.of(
            new Fact.Moved(
                WELCOME,
                "p-" + user,
                "welcome@1/entry-1",
                Optional.empty(),
                THANK,
                1,
                NOON,
                CAUSE,
                Optional.empty()),
            new Fact.Refused(
                WELCOME, "welcome@1/entry-2", Fact.Reason.LIMIT, "", NOON, CAUSE, Optional.empty()),
            new Fact.Ended(WELCOME, "p-" + user, THANK, Status.EXITED, NOON));
    return ABatch.at(mine)
        .judged(event(who, "e-1", NOON), ABatch.step(state(who, 1), List.of(), facts, List.of()))
        .commit(warehouse);
  }
}
