package dev.campanile.contract;

import dev.campanile.adapter.json.JsonStates;
import dev.campanile.adapter.postgres.PostgresCampaignStore;
import dev.campanile.adapter.postgres.PostgresWakeUps;
import dev.campanile.adapter.postgres.PostgresWarehouse;
import dev.campanile.engine.time.WakeUps;
import dev.campanile.engine.warehouse.CampaignStore;
import dev.campanile.engine.warehouse.DataWarehouse;
import dev.campanile.testkit.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

final class PostgresWarehouseTest extends DataWarehouseContract {

  private static TestDatabase database;

  @BeforeAll
  static void connect() {
    database = TestDatabase.schema("warehouse_contract");
  }

  @AfterAll
  static void disconnect() {
    database.close();
  }

  @Override
  DataWarehouse emptyWarehouse() {
    database.clear();
    return new PostgresWarehouse(database.dataSource(), new JsonStates());
  }

  @Override
  WakeUps wakeUps() {
    return new PostgresWakeUps(database.dataSource());
  }

  @Override
  CampaignStore campaigns() {
    return new PostgresCampaignStore(database.dataSource());
  }
}
