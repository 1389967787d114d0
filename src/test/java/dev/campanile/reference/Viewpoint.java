package dev.campanile.reference;

import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Condition.Deadline;
import dev.campanile.campaign.Condition.Since;
import dev.campanile.campaign.OnResume;

/** From where a trigger is looked at: a participation at a node, the entries, or the audience. */
interface Viewpoint {

  CampaignGraph campaign();

  History history();

  default Pauses pauses() {
    return history().pauses(campaign().id());
  }

  /** What the campaign's author wants of what would have fallen due in a pause. */
  default boolean skips() {
    return campaign().onResume() == OnResume.SKIP;
  }

  /** What references stood for at an occasion. */
  Known known(Occasion occasion);

  /** Whether it may be judged by the occasion, and latch by it. */
  boolean serves(Occasion occasion);

  /** Whether an event is counted. */
  boolean counts(Occasion event, Since since);

  /** The number of the occasion after which a node's happenings latch. */
  int arrived();

  /** "False until due, then true until the node is left." */
  boolean due(Deadline deadline);

  /** Whether an instant of cron gave this occasion. */
  boolean strikes(Condition.Cron cron, Occasion at);

  /** Whether the user's point lies in this split's part. */
  boolean holds(Condition.Split split);

  /** Whether an order was this participation's own. */
  boolean owns(Occasion.Settlement settlement);
}
