package dev.campanile.engine.state;

import dev.campanile.campaign.ActionId;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.EventId;
import dev.campanile.campaign.NodeId;
import java.time.Instant;
import java.util.Optional;

/** Something that a step did, or refused to do, worth keeping. */
public sealed interface Fact {

  CampaignKey campaign();

  Instant at();

  /**
   * A user followed an edge, or entered.
   *
   * @param rule the rule that held, {@code campaign@version/edge}
   * @param from the node that was left; none on entry
   * @param moves which arrival of the participation this is, from 1
   * @param cause the event that did it; none where time or a settled action did
   * @param why the cells that held, where reasons are asked for
   */
  record Moved(
      CampaignKey campaign,
      String participation,
      String rule,
      Optional<NodeId> from,
      NodeId to,
      int moves,
      Instant at,
      Optional<EventId> cause,
      Optional<Explanation> why)
      implements Fact {}

  /**
   * A participation ended.
   *
   * @param cause the event that ended it at once, by its exit or goal
   * @param why the cells of the exit or goal that held, where reasons are asked for
   */
  record Ended(
      CampaignKey campaign,
      String participation,
      NodeId node,
      Participation.Status how,
      Instant at,
      Optional<EventId> cause,
      Optional<Explanation> why)
      implements Fact {

    /** One that no trigger beside the edges has ended. */
    public Ended(
        CampaignKey campaign,
        String participation,
        NodeId node,
        Participation.Status how,
        Instant at) {
      this(campaign, participation, node, how, at, Optional.empty(), Optional.empty());
    }
  }

  /**
   * A participation reached the goal of its campaign; noted once.
   *
   * @param node where the user was
   * @param cause the event that did it; none where time, a changed profile or a settled action did
   */
  record Reached(
      CampaignKey campaign,
      String participation,
      String rule,
      NodeId node,
      Instant at,
      Optional<EventId> cause,
      Optional<Explanation> why)
      implements Fact {}

  /** A trigger of an entry held, and yet the user did not enter. */
  record Refused(
      CampaignKey campaign,
      String rule,
      Reason reason,
      String detail,
      Instant at,
      Optional<EventId> cause,
      Optional<Explanation> why)
      implements Fact {}

  /**
   * A participation went on under another version: its place was renamed, which is no arrival.
   *
   * @param campaign the version that it goes on under
   * @param former the version that it was in
   */
  record Migrated(
      CampaignKey campaign, String participation, int former, NodeId from, NodeId to, Instant at)
      implements Fact {}

  /** An action was not ordered because of what became of another one of its node. */
  record Skipped(CampaignKey campaign, OrderKey order, ActionId action, Instant at)
      implements Fact {}

  /** What stopped an entry. */
  enum Reason {
    PAUSED,
    SCHEDULE,
    AUDIENCE,
    KEY_MISSING,
    ALREADY_ACTIVE,
    RE_ENTRY,
    LIMIT,
    /** What would end the participation holds already. */
    EXIT
  }
}
