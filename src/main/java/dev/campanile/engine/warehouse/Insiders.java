package dev.campanile.engine.warehouse;

import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.UserId;
import java.util.List;
import java.util.Optional;

/** Who is inside a campaign, in any version of it. Thread-safe. */
public interface Insiders {

  /** Up to {@code most} users with an active participation, in order, from after a user on. */
  List<UserId> of(CampaignId campaign, Optional<UserId> after, int most);
}
