package dev.campanile.contract;

import dev.campanile.adapter.json.JsonStates;
import dev.campanile.adapter.postgres.PostgresGlimpses;
import dev.campanile.adapter.postgres.PostgresWarehouse;
import dev.campanile.engine.warehouse.DataWarehouse;
import dev.campanile.engine.warehouse.Glimpses;
import dev.campanile.testkit.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

final class PostgresGlimpsesTest extends GlimpsesContract {

  private static TestDatabase database;

  @BeforeAll
  static void connect() {
    database = TestDatabase.schema("glimpses");
  }

  @AfterAll
  static void disconnect() {
    database.close();
  }

  @Override
  DataWarehouse empty() {
    database.clear();
    return new PostgresWarehouse(database.dataSource(), new JsonStates());
  }

  @Override
  Glimpses glimpses() {
    return new PostgresGlimpses(database.dataSource(), new JsonStates());
  }
}
