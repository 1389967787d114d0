package dev.campanile.contract;

import static dev.campanile.testkit.Samples.NOON;

import dev.campanile.engine.time.WakeUps;
import dev.campanile.engine.warehouse.CampaignStore;
import dev.campanile.engine.warehouse.DataWarehouse;
import dev.campanile.testkit.InMemoryCampaignStore;
import dev.campanile.testkit.InMemoryWarehouse;
import java.time.Clock;
import java.time.ZoneOffset;

final class InMemoryWarehouseTest extends DataWarehouseContract {

  private final InMemoryCampaignStore campaigns = new InMemoryCampaignStore(key -> false);
  private final InMemoryWarehouse warehouse =
      new InMemoryWarehouse(Clock.fixed(NOON, ZoneOffset.UTC), campaigns::running);

  @Override
  DataWarehouse emptyWarehouse() {
    return warehouse;
  }

  @Override
  WakeUps wakeUps() {
    return warehouse;
  }

  @Override
  CampaignStore campaigns() {
    return campaigns;
  }
}
