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

  /**
   * Moves nodes to places; others stay where they are, whoever has moved them. Where there are more
   * places than so many, those of nodes that nobody has moved for longest are forgotten.
   *
   * @return where the moved ones were before, as far as somebody had placed them
   */
  Map<NodeId, Point> move(CampaignId campaign, Map<NodeId, Point> nodes, int most);
}
