package dev.campanile.contract;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.adapter.json.JsonStates;
import dev.campanile.adapter.postgres.PostgresWarehouse;
import dev.campanile.campaign.CampaignId;
import dev.campanile.engine.warehouse.DataWarehouse;
import dev.campanile.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class PostgresSharedLimitTest extends SharedLimitContract {

  private static TestDatabase database;

  @BeforeAll
  static void connect() {
    database = TestDatabase.schema("shared_limit_contract");
  }

  @AfterAll
  static void disconnect() {
    database.close();
  }

  /** There may be millions of them, and permits are leased while others enter. */
  @Test
  void countsThoseInsideOnlyOnce() throws SQLException {
    // given
    DataWarehouse warehouse = emptyWarehouse();
    CampaignId gifts = new CampaignId("gifts");
    warehouse.lease(0, gifts, 10);
    // when
    try (Connection other = database.dataSource().getConnection();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("LOCK TABLE participation IN ACCESS EXCLUSIVE MODE");
      // then
      assertThat(supplyAsync(() -> warehouse.lease(0, gifts, 10)))
          .succeedsWithin(Duration.ofSeconds(20));
    }
  }

  @Override
  DataWarehouse emptyWarehouse() {
    database.clear();
    return new PostgresWarehouse(database.dataSource(), new JsonStates());
  }
}
