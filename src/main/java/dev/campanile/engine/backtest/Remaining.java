package dev.campanile.engine.backtest;

import dev.campanile.campaign.CampaignId;
import dev.campanile.engine.state.Permits;
import dev.campanile.engine.state.Step;
import java.util.HashMap;
import java.util.Map;

/**
 * What campaigns with a limit of all may let in yet while logs are folded, for all users whose time
 * shares it. Not thread-safe.
 */
final class Remaining {

  private Permits permits;

  Remaining(Map<CampaignId, Integer> totals) {
    Map<CampaignId, Permits.Left> left = new HashMap<>();
    totals.forEach((campaign, total) -> left.put(campaign, new Permits.Left(total, true)));
    this.permits = Permits.of(left);
  }

  Permits permits() {
    return permits;
  }

  void spend(Step step) {
    if (!permits.left().isEmpty()) {
      permits = permits.after(step);
    }
  }
}
