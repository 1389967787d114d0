package dev.campanile.engine.backtest;

import dev.campanile.campaign.ActionId;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.NodeId;
import dev.campanile.engine.state.Delivery.Cause;
import dev.campanile.engine.state.Fact.Reason;
import dev.campanile.engine.state.Participation.Status;
import dev.campanile.engine.warehouse.Tallied;
import java.util.Map;

/**
 * What a backtest came to, in figures.
 *
 * @param users how many users have events
 * @param campaigns by version, sorted
 */
public record Report(Tallied tallied, long users, Map<CampaignKey, Traffic> campaigns) {

  /**
   * What happened in one campaign.
   *
   * @param goals participations that reached the goal
   * @param refusals entries that were refused, by what stopped them
   * @param held messages that quiet hours put off
   * @param withheld orders that are never performed, by what kept them back
   * @param nodes in the order of the campaign file
   */
  public record Traffic(
      long entries,
      long goals,
      Map<Reason, Long> refusals,
      long held,
      Map<Cause, Long> withheld,
      Map<NodeId, NodeTraffic> nodes) {}

  /**
   * What happened at one node.
   *
   * @param rest the participations whose last node it is, by their final status
   * @param orders by action, in the order of the campaign file
   */
  public record NodeTraffic(long arrivals, Map<Status, Long> rest, Map<ActionId, Long> orders) {}
}
