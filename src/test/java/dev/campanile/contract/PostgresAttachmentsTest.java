package dev.campanile.contract;

import dev.campanile.adapter.postgres.PostgresAttachments;
import dev.campanile.engine.warehouse.Attachments;
import dev.campanile.testkit.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

final class PostgresAttachmentsTest extends AttachmentsContract {

  private static TestDatabase database;

  @BeforeAll
  static void connect() {
    database = TestDatabase.schema("attachment_contract");
  }

  @AfterAll
  static void disconnect() {
    database.close();
  }

  @Override
  Attachments empty() {
    database.clear();
    return new PostgresAttachments(database.dataSource());
  }
}
