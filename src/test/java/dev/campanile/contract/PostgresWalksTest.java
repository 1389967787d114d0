package dev.campanile.contract;

import dev.campanile.adapter.postgres.PostgresWalks;
import dev.campanile.engine.warehouse.Walks;
import dev.campanile.testkit.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

final class PostgresWalksTest extends WalksContract {

  private static TestDatabase database;

  @BeforeAll
  static void connect() {
    database = TestDatabase.schema("walk_contract");
  }

  @AfterAll
  static void disconnect() {
    database.close();
  }

  @Override
  Walks empty() {
    database.clear();
    return new PostgresWalks(database.dataSource());
  }
}
