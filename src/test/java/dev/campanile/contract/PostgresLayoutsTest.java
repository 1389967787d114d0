package dev.campanile.contract;

import dev.campanile.adapter.postgres.PostgresLayouts;
import dev.campanile.draft.Layouts;
import dev.campanile.testkit.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

final class PostgresLayoutsTest extends LayoutsContract {

  private static TestDatabase database;

  @BeforeAll
  static void connect() {
    database = TestDatabase.schema("layouts_contract");
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
  Layouts layouts() {
    return new PostgresLayouts(database.dataSource());
  }
}
