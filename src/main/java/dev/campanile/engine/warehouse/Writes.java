package dev.campanile.engine.warehouse;

import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.UserId;
import dev.campanile.engine.state.Permits;
import dev.campanile.engine.state.UserState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All that one batch changes.
 *
 * @param toOffset one past the last record judged
 * @param before the states that were loaded, by user
 * @param after the states to keep, by user: those that changed
 * @param judged every readable record in log order
 * @param dead what waits for a person
 * @param spent how often users entered campaigns with a limit of all
 * @param bookHash the rule book that judged the whole batch
 */
public record Writes(
    long toOffset,
    Map<UserId, UserState> before,
    Map<UserId, UserState> after,
    List<Judged> judged,
    List<Dead> dead,
    Map<CampaignId, Long> spent,
    Tallied tallied,
    String bookHash) {

  /**
   * How often users entered campaigns that have no limit of all now. They may have had one, and may
   * have one again: it is over all entries, whenever they were made.
   */
  public Map<CampaignId, Long> unlimited() {
    Map<CampaignId, Long> entries = new HashMap<>();
    for (Judged one : judged) {
      Permits.entries(one.step()).forEach((id, count) -> entries.merge(id, count, Long::sum));
    }
    entries.keySet().removeAll(spent.keySet());
    return entries;
  }
}
