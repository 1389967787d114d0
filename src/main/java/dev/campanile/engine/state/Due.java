package dev.campanile.engine.state;

import dev.campanile.campaign.CampaignId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that time alone gives cause to judge. */
sealed interface Due {

  Instant at();

  /** A participation waits at its node. */
  record Waiting(Instant at, Participation participation) implements Due {}

  /** An event leaves a window that an entry looks at. */
  record Opening(Instant at, CampaignId campaign) implements Due {}

  /** The earlier one; the first of two at one instant. */
  static Due earlier(@Nullable Due first, Due second) {
    return first == null || second.at().isBefore(first.at()) ? second : first;
  }
}
