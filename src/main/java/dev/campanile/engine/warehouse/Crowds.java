package dev.campanile.engine.warehouse;

import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.NodeId;
import dev.campanile.campaign.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How many are where inside a campaign, and who they are. Thread-safe. */
public interface Crowds {

  /** A node of one version. */
  record Spot(CampaignKey campaign, NodeId node) {}

  /** Those at a spot; in parallel campaigns a user may be there more than once. */
  record Crowd(Spot spot, long participations, long users) {}

  /** The active participations of a campaign by version and node, in this order. */
  List<Crowd> of(CampaignId campaign);

  /** How many active participations there are in each campaign that has any. */
  Map<CampaignId, Long> sizes();

  /** Where anybody active is inside a campaign, in the same order; nobody is counted. */
  List<Spot> spots(CampaignId campaign);

  /** Up to {@code most} users at a spot, in order, from after a user on. */
  List<UserId> at(Spot spot, Optional<UserId> after, int most);

  /** Up to {@code most} users at a spot, chosen as by lot, and each time the same. */
  List<UserId> sample(Spot spot, int most);
}
