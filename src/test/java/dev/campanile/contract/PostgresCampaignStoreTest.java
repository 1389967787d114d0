package dev.campanile.contract;

import static dev.campanile.testkit.Samples.NOON;
import static dev.campanile.testkit.Samples.event;
import static dev.campanile.testkit.Samples.state;
import static dev.campanile.testkit.Samples.waiting;

import dev.campanile.adapter.json.JsonStates;
import dev.campanile.adapter.postgres.PostgresCampaignStore;
import dev.campanile.adapter.postgres.PostgresWarehouse;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.UserId;
import dev.campanile.engine.warehouse.CampaignStore;
import dev.campanile.testkit.ABatch;
import dev.campanile.testkit.TestDatabase;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

final class PostgresCampaignStoreTest extends CampaignStoreContract {

  private static TestDatabase database;

  @BeforeAll
  static void connect() {
    database = TestDatabase.schema("campaign_contract");
  }

  @AfterAll
  static void disconnect() {
    database.close();
  }

  @Override
  CampaignStore emptyStore() {
    database.clear();
    return new PostgresCampaignStore(database.dataSource());
  }

  @Override
  void enter(CampaignKey campaign) {
    var warehouse = new PostgresWarehouse(database.dataSource(), new JsonStates());
    UserId anna = new UserId("anna");
    ABatch.at(warehouse.claim(0, "test"))
        .judged(
            event(anna, "e-1", NOON), state(anna, 1, waiting("p-1", campaign, Optional.empty())))
        .commit(warehouse);
  }
}
