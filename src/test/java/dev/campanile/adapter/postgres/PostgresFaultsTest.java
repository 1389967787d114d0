package dev.campanile.adapter.postgres;

import static dev.campanile.testkit.Samples.NOON;
import static dev.campanile.testkit.Samples.event;
import static dev.campanile.testkit.Samples.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.campanile.adapter.json.JsonStates;
import dev.campanile.adapter.postgres.LostCommits.Cut;
import dev.campanile.campaign.UserId;
import dev.campanile.engine.state.UserState;
import dev.campanile.engine.warehouse.DataWarehouse;
import dev.campanile.engine.warehouse.Fenced;
import dev.campanile.engine.warehouse.Ownership;
import dev.campanile.engine.warehouse.Unavailable;
import dev.campanile.testkit.ABatch;
import dev.campanile.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** What only a database can do to a warehouse. */
final class PostgresFaultsTest {

  private static final UserId ANNA = new UserId("anna");

  private static TestDatabase database;

  @BeforeAll
  static void connect() {
    database = TestDatabase.schema("warehouse_faults");
  }

  @AfterAll
  static void disconnect() {
    database.close();
  }

  @BeforeEach
  void clear() {
    database.clear();
  }

  @Test
  void goesOnWhereOnlyTheAnswerToACommitWasLost() {
    // given
    var lost = new LostCommits(database.dataSource(), Cut.BEFORE_ITS_ANSWER);
    DataWarehouse warehouse = warehouse(lost);
    Ownership mine = warehouse.claim(0, "first");
    lost.arm();
    // when
    Ownership next = anna(mine).commit(warehouse);
    // then
    assertThat(next).isEqualTo(new Ownership(0, 1, 1));
    assertThat(warehouse.read(ANNA)).isEqualTo(state(ANNA, 1));
  }

  @Test
  void runsABatchAgainWhoseCommitNeverArrived() {
    // given
    var lost = new LostCommits(database.dataSource(), Cut.BEFORE_IT_ARRIVES);
    DataWarehouse warehouse = warehouse(lost);
    Ownership mine = warehouse.claim(0, "first");
    lost.arm();
    // then
    assertThatThrownBy(() -> anna(mine).commit(warehouse)).isInstanceOf(Unavailable.class);
    assertThat(warehouse.read(ANNA)).isEqualTo(UserState.unknown(ANNA));
    assertThat(anna(mine).commit(warehouse)).isEqualTo(new Ownership(0, 1, 1));
  }

  @Test
  void isFencedOnceAnotherHasClaimedAfterALostAnswer() {
    // given
    var lost = new LostCommits(database.dataSource(), Cut.BEFORE_ITS_ANSWER);
    DataWarehouse warehouse = warehouse(lost);
    Ownership mine = warehouse.claim(0, "first");
    lost.arm();
    Ownership next = anna(mine).commit(warehouse);
    // when
    Ownership others = warehouse.claim(0, "second");
    // then
    assertThat(others.nextOffset()).isEqualTo(1);
    assertThatThrownBy(() -> warehouse.begin(next)).isInstanceOf(Fenced.class);
  }

  @Test
  void isUnavailableWithoutADatabase() {
    // given
    var nowhere = new PGSimpleDataSource();
    nowhere.setUrl("jdbc:postgresql://127.0.0.1:1/nowhere");
    DataWarehouse warehouse = new PostgresWarehouse(nowhere, new JsonStates());
    // then
    assertThatThrownBy(() -> warehouse.claim(0, "first")).isInstanceOf(Unavailable.class);
    assertThatThrownBy(() -> warehouse.begin(new Ownership(0, 1, 0)))
        .isInstanceOf(Unavailable.class);
    assertThatThrownBy(() -> warehouse.read(ANNA)).isInstanceOf(Unavailable.class);
  }

  @Test
  void givesOnlyOneOfManyClaimantsTheHighestEpoch() throws Exception {
    // given
    DataWarehouse warehouse = new PostgresWarehouse(database.dataSource(), new JsonStates());
    List<Callable<Ownership>> claims =
        IntStream.range(0, 20)
            .<Callable<Ownership>>mapToObj(i -> () -> warehouse.claim(0, "owner " + i))
            .toList();
    // when
    List<Ownership> claimed = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (Future<Ownership> claim : threads.invokeAll(claims)) {
        claimed.add(claim.get());
      }
    }
    // then
    assertThat(claimed)
        .extracting(Ownership::epoch)
        .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, 20).boxed().toList());
    claimed.stream()
        .filter(one -> one.epoch() < 20)
        .forEach(one -> assertThatThrownBy(() -> warehouse.begin(one)).isInstanceOf(Fenced.class));
  }

  private static DataWarehouse warehouse(LostCommits lost) {
    return new PostgresWarehouse(lost.dataSource(), new JsonStates());
  }

  private static ABatch anna(Ownership mine) {
    return ABatch.at(mine).judged(event(ANNA, "e-1", NOON), state(ANNA, 1));
  }
}
