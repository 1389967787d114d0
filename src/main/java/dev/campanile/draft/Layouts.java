package dev.campanile.draft;

import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.NodeId;
import java.util.Map;

/** Where the nodes of campaigns stand on the canvas; their files do not say it. Thread-safe. */
public interface Layouts {

  /** From the left and from the top, in the canvas's own measure. */
  record Point(double x, double y) {}

  /** The nodes that have been moved to a place. */
  Map<NodeId, Point> of(CampaignId campaign);

  /** Keeps the places of a campaign's nodes instead of all that were kept. */
  void keep(CampaignId campaign, Map<NodeId, Point> nodes);
}
