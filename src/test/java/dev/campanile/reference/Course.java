package dev.campanile.reference;

import dev.campanile.campaign.CampaignGraph;
import java.util.ArrayList;
import java.util.List;

/**
 * What a campaign made of a log; orders and late events stand apart, as the engine hands them over
 * apart.
 */
record Course(List<Step> steps, List<Step> orders, List<Step> late) {

  static Course of(CampaignGraph campaign, List<Step> all) {
    List<Step> own = all.stream().filter(step -> concerns(step, campaign.id().text())).toList();
    return new Course(
        once(own.stream().filter(Course::isStep).toList()),
        own.stream().filter(Step.Ordered.class::isInstance).toList(),
        own.stream().filter(Step.Late.class::isInstance).toList());
  }

  /**
   * A refusal that repeats the one before it at the same instant says nothing new: whether an event
   * and the window that another leaves with it are two causes is left open.
   */
  private static List<Step> once(List<Step> steps) {
    List<Step> once = new ArrayList<>();
    for (Step step : steps) {
      boolean again =
          step instanceof Step.Refused && !once.isEmpty() && once.getLast().equals(step);
      if (!again) {
        once.add(step);
      }
    }
    return once;
  }

  /**
   * Whether an entry that nobody may take is judged at all while its campaign rests is left open.
   */
  private static boolean isStep(Step step) {
    return !(step instanceof Step.Refused refused && refused.reason().equals("PAUSED")
        || step instanceof Step.Ordered
        || step instanceof Step.Late);
  }

  private static boolean concerns(Step step, String campaign) {
    return switch (step) {
      case Step.Arrived arrived -> arrived.campaign().equals(campaign);
      case Step.Reached reached -> reached.campaign().equals(campaign);
      case Step.Ended ended -> ended.campaign().equals(campaign);
      case Step.Refused refused -> refused.campaign().equals(campaign);
      case Step.Skipped skipped -> skipped.campaign().equals(campaign);
      case Step.Ordered ordered -> ordered.campaign().equals(campaign);
      case Step.Late late -> true;
    };
  }
}
