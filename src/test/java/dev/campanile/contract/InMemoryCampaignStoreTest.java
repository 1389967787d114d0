package dev.campanile.contract;

import dev.campanile.campaign.CampaignKey;
import dev.campanile.engine.warehouse.CampaignStore;
import dev.campanile.testkit.InMemoryCampaignStore;
import java.util.HashSet;
import java.util.Set;

final class InMemoryCampaignStoreTest extends CampaignStoreContract {

  private final Set<CampaignKey> entered = new HashSet<>();

  @Override
  CampaignStore emptyStore() {
    return new InMemoryCampaignStore(entered::contains);
  }

  @Override
  void enter(CampaignKey campaign) {
    entered.add(campaign);
  }
}
