package dev.campanile.adapter.postgres;

import static dev.campanile.testkit.Samples.NOON;
import static dev.campanile.testkit.Samples.SPRING;
import static dev.campanile.testkit.Samples.WELCOME;
import static dev.campanile.testkit.Samples.ended;
import static dev.campanile.testkit.Samples.event;
import static dev.campanile.testkit.Samples.state;
import static dev.campanile.testkit.Samples.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.adapter.json.JsonStates;
import dev.campanile.campaign.UserId;
import dev.campanile.engine.state.Participation;
import dev.campanile.engine.warehouse.Ownership;
import dev.campanile.testkit.ABatch;
import dev.campanile.testkit.TestDatabase;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class PostgresKnownUsersTest {

  private static final UserId ANNA = new UserId("anna");
  private static final UserId BEN = new UserId("ben");
  private static final UserId CLEO = new UserId("cleo");
  private static final UserId DORA = new UserId("dora");

  private static TestDatabase database;

  @BeforeAll
  static void connect() {
    database = TestDatabase.schema("known_users");
  }

  @AfterAll
  static void disconnect() {
    database.close();
  }

  @Test
  void tellsThoseWhoHaveNeverTakenPartInOrder() {
    // given
    database.clear();
    var warehouse = new PostgresWarehouse(database.dataSource(), new JsonStates());
    Ownership mine = warehouse.claim(0, "test");
    Participation over = ended(waiting("p-2", WELCOME, Optional.empty()));
    ABatch.at(mine)
        .judged(event(DORA, "e-1", NOON), state(DORA, 1))
        .judged(event(ANNA, "e-1", NOON), state(ANNA, 1, waiting("p-1", WELCOME, Optional.empty())))
        .judged(
            event(BEN, "e-1", NOON),
            ABatch.step(state(BEN, 1), List.of(), List.of(), List.of(over)))
        .judged(event(CLEO, "e-1", NOON), state(CLEO, 1, waiting("p-3", SPRING, Optional.empty())))
        .commit(warehouse);
    // when
    var known = new PostgresKnownUsers(database.dataSource());
    // then
    assertThat(known.count()).isEqualTo(4);
    assertThat(known.strangersTo(WELCOME.id(), Optional.empty(), 9)).containsExactly(CLEO, DORA);
    assertThat(known.strangersTo(WELCOME.id(), Optional.empty(), 1)).containsExactly(CLEO);
    assertThat(known.strangersTo(WELCOME.id(), Optional.of(CLEO), 9)).containsExactly(DORA);
    assertThat(known.strangersTo(WELCOME.id(), Optional.of(DORA), 9)).isEmpty();
  }
}
