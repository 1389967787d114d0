package dev.campanile.engine.monitor;

import dev.campanile.campaign.ActionId;
import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.NodeId;
import dev.campanile.campaign.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Orders that are not performed, or not yet. Thread-safe. */
public interface Troubles {

  /** Where such an order stands. */
  enum Status {
    /** It waits for its turn, for its release or for another attempt. */
    NEW,
    /** It may have been performed by an attempt that is to be followed by another. */
    SENT,
    /** It waits for a person, or for what it needs. */
    PARKED,
    /** Nobody knows whether it was performed; it waits for a person. */
    UNKNOWN,
    /** It was finally not performed. */
    FAILED
  }

  /**
   * An order.
   *
   * @param reason what the last attempt came to, or why it was put aside
   * @param waitsFor what brings it back by itself, such as {@code coupon:WELCOME}
   */
  record Trouble(
      String key,
      UserId user,
      CampaignKey campaign,
      NodeId node,
      ActionId action,
      String kind,
      Status status,
      int attempts,
      Optional<String> reason,
      Optional<String> waitsFor,
      Instant ordered,
      Instant nextAttempt,
      Optional<Instant> settled) {

    /** Where it stands in the list. */
    public Place place() {
      return new Place(ordered, key);
    }
  }

  /** A place in the list of orders. */
  record Place(Instant ordered, String key) {}

  /** Up to {@code most}, the latest ordered first, from behind a place on. */
  List<Trouble> orders(
      Set<Status> statuses, Optional<CampaignId> campaign, Optional<Place> before, int most);
}
