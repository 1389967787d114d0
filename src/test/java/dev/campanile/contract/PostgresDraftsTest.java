package dev.campanile.contract;

import dev.campanile.adapter.postgres.PostgresDrafts;
import dev.campanile.draft.Drafts;
import dev.campanile.testkit.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

final class PostgresDraftsTest extends DraftsContract {

  private static TestDatabase database;

  @BeforeAll
  static void connect() {
    database = TestDatabase.schema("drafts_contract");
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
  Drafts drafts() {
    return new PostgresDrafts(database.dataSource());
  }
}
