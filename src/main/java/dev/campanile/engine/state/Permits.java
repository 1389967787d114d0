package dev.campanile.engine.state;

import dev.campanile.campaign.CampaignId;
import java.util.HashMap;
import java.util.Map;

/**
 * How many users campaigns with a limit of all may let in yet, as far as whoever runs a step knows:
 * an input of the step, for one user's state cannot tell.
 *
 * @param left by campaign
 * @param otherwise of campaigns of which nothing is said
 */
public record Permits(Map<CampaignId, Left> left, Left otherwise) {

  /**
   * What is left to one campaign.
   *
   * @param count how many may be let in for certain
   * @param isAll whether there are no more beyond those
   */
  public record Left(long count, boolean isAll) {

    public static final Left UNKNOWN = new Left(0, false);
  }

  /** Nobody has asked yet. */
  public static final Permits NONE = new Permits(Map.of(), Left.UNKNOWN);

  /** Nobody is refused for want of one. */
  public static final Permits PLENTY = new Permits(Map.of(), new Left(Long.MAX_VALUE, true));

  public Permits {
    left = Map.copyOf(left);
  }

  public static Permits of(Map<CampaignId, Left> left) {
    return new Permits(left, Left.UNKNOWN);
  }

  Left of(CampaignId campaign) {
    return left.getOrDefault(campaign, otherwise);
  }

  /** What remains when a step is done. */
  public Permits after(Step step) {
    Map<CampaignId, Left> rest = new HashMap<>(left);
    entries(step)
        .forEach(
            (campaign, count) ->
                rest.computeIfPresent(
                    campaign, (c, was) -> new Left(was.count() - count, was.isAll())));
    return new Permits(rest, otherwise);
  }

  /** How often a step entered each campaign. */
  public static Map<CampaignId, Long> entries(Step step) {
    Map<CampaignId, Long> entries = new HashMap<>();
    for (Fact fact : step.facts()) {
      if (fact instanceof Fact.Moved moved && moved.from().isEmpty()) {
        entries.merge(moved.campaign().id(), 1L, Long::sum);
      }
    }
    return entries;
  }
}
