package dev.campanile.testkit;

import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.NodeId;
import dev.campanile.draft.Layouts;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Layouts that are forgotten at the end of the test. Thread-safe. */
public final class InMemoryLayouts implements Layouts {

  private final Map<CampaignId, Map<NodeId, Point>> layouts = new ConcurrentHashMap<>();

  @Override
  public Map<NodeId, Point> of(CampaignId campaign) {
    return layouts.getOrDefault(campaign, Map.of());
  }

  @Override
  public void keep(CampaignId campaign, Map<NodeId, Point> nodes) {
    layouts.put(campaign, Map.copyOf(nodes));
  }
}
