package dev.campanile.contract;

import dev.campanile.adapter.postgres.PostgresCampaignStore;
import dev.campanile.adapter.postgres.PostgresCapsStore;
import dev.campanile.engine.warehouse.CampaignStore;
import dev.campanile.engine.warehouse.CapsStore;
import dev.campanile.testkit.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

final class PostgresCapsStoreTest extends CapsStoreContract {

  private static TestDatabase database;

  @BeforeAll
  static void connect() {
    database = TestDatabase.schema("caps_contract");
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
  CapsStore store() {
    return new PostgresCapsStore(database.dataSource());
  }

  @Override
  CampaignStore campaigns() {
    return new PostgresCampaignStore(database.dataSource());
  }
}
