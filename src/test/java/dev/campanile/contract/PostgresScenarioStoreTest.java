package dev.campanile.contract;

import dev.campanile.adapter.postgres.PostgresScenarioStore;
import dev.campanile.engine.warehouse.ScenarioStore;
import dev.campanile.testkit.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

final class PostgresScenarioStoreTest extends ScenarioStoreContract {

  private static TestDatabase database;

  @BeforeAll
  static void connect() {
    database = TestDatabase.schema("scenario_contract");
  }

  @AfterAll
  static void disconnect() {
    database.close();
  }

  @BeforeEach
  void clear() {
    database.clear();
  }

  @Override
  ScenarioStore store() {
    return new PostgresScenarioStore(database.dataSource());
  }
}
