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

  /** A date of the user comes that an entry waits for. */
  record Dated(Instant at, CampaignId campaign) implements Due {}

  /** The schedule of its campaign ends and stops a participation. */
  record Closing(Instant at, Participation participation) implements Due {}

  /** The earlier one; of two at one instant the first, but for what is closed last of all. */
  static Due earlier(@Nullable Due first, Due second) {
    if (first == null || second.at().isBefore(first.at())) {
      return second;
    }
    boolean gives =
        first instanceof Closing && !(second instanceof Closing) && second.at().equals(first.at());
    return gives ? second : first;
  }
}
