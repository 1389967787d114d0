package dev.campanile.engine.warehouse;

import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.UserId;
import java.util.List;
import java.util.Optional;

/** Everybody of whom there is a state. Thread-safe. */
public interface KnownUsers {

  /** About how many there are. */
  long count();

  /** Up to {@code most} users, in order, from after a user on. */
  List<UserId> all(Optional<UserId> after, int most);

  /**
   * Up to {@code most} users who have never taken part in a campaign, in order, from after a user
   * on.
   */
  List<UserId> strangersTo(CampaignId campaign, Optional<UserId> after, int most);
}
