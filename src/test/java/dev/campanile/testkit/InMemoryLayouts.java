package dev.campanile.testkit;

import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.NodeId;
import dev.campanile.draft.Layouts;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Layouts that are forgotten at the end of the test. Thread-safe. */
public final class InMemoryLayouts implements Layouts {

  /** Those moved longest ago come first. */
  private final Map<CampaignId, LinkedHashMap<NodeId, Point>> layouts = new HashMap<>();

  @Override
  public synchronized Map<NodeId, Point> of(CampaignId campaign) {
    return Map.copyOf(layouts.getOrDefault(campaign, new LinkedHashMap<>()));
  }

  @Override
  public synchronized Map<NodeId, Point> move(
      CampaignId campaign, Map<NodeId, Point> nodes, int most) {
    var places = layouts.computeIfAbsent(campaign, none -> new LinkedHashMap<>());
    Map<NodeId, Point> before = new HashMap<>(places);
    before.keySet().retainAll(nodes.keySet());
    places.keySet().removeAll(nodes.keySet());
    places.putAll(nodes);
    var oldest = places.entrySet().iterator();
    for (int over = places.size() - most; over > 0; over--) {
      oldest.next();
      oldest.remove();
    }
    return before;
  }
}
