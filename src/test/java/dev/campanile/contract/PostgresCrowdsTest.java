package dev.campanile.contract;

import dev.campanile.adapter.json.JsonStates;
import dev.campanile.adapter.postgres.PostgresCrowds;
import dev.campanile.adapter.postgres.PostgresWarehouse;
import dev.campanile.engine.warehouse.Crowds;
import dev.campanile.engine.warehouse.DataWarehouse;
import dev.campanile.testkit.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

final class PostgresCrowdsTest extends CrowdsContract {

  private static TestDatabase database;

  @BeforeAll
  static void connect() {
    database = TestDatabase.schema("crowds");
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
  Crowds crowds() {
    return new PostgresCrowds(database.dataSource());
  }
}
