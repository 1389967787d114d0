package dev.campanile.engine.state;

import dev.campanile.campaign.ActionId;
import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.NodeId;
import dev.campanile.campaign.UserId;
import java.time.Instant;

/**
 * An action that must be performed: a row of the outbox.
 *
 * @param kind the channel
 * @param parameters the channel's parameters, references filled in
 * @param at the event time at which it was ordered
 * @param delivery when it is to be performed, if at all
 */
public record Order(
    OrderKey key,
    UserId user,
    CampaignKey campaign,
    NodeId node,
    ActionId action,
    String kind,
    Attributes parameters,
    Instant at,
    Delivery delivery) {

  /** One that is to be performed as soon as it can be. */
  public Order(
      OrderKey key,
      UserId user,
      CampaignKey campaign,
      NodeId node,
      ActionId action,
      String kind,
      Attributes parameters,
      Instant at) {
    this(key, user, campaign, node, action, kind, parameters, at, Delivery.NOW);
  }

  public Order delivered(Delivery how) {
    return new Order(key, user, campaign, node, action, kind, parameters, at, how);
  }
}
