package dev.campanile.contract;

import dev.campanile.engine.warehouse.CampaignStore;
import dev.campanile.engine.warehouse.CapsStore;
import dev.campanile.testkit.InMemoryCampaignStore;
import dev.campanile.testkit.InMemoryCapsStore;

final class InMemoryCapsStoreTest extends CapsStoreContract {

  private final InMemoryCampaignStore campaigns = new InMemoryCampaignStore(key -> false);
  private final CapsStore store = new InMemoryCapsStore(campaigns);

  @Override
  CapsStore store() {
    return store;
  }

  @Override
  CampaignStore campaigns() {
    return campaigns;
  }
}
