package dev.campanile.contract;

import dev.campanile.adapter.json.JsonStates;
import dev.campanile.adapter.postgres.PostgresWarehouse;
import dev.campanile.engine.warehouse.DataWarehouse;
import dev.campanile.testkit.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

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

  @Override
  DataWarehouse emptyWarehouse() {
    database.clear();
    return new PostgresWarehouse(database.dataSource(), new JsonStates());
  }
}
