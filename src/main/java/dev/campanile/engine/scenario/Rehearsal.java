package dev.campanile.engine.scenario;

import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.Violation;
import dev.campanile.campaign.scenario.Scenario;
import dev.campanile.campaign.scenario.Step;
import dev.campanile.engine.scenario.Judgement.Complaint;
import dev.campanile.engine.state.RuleBook;
import dev.campanile.engine.state.StateControl;
import dev.campanile.engine.state.Zones;
import java.util.List;

/**
 * Tells scenarios in virtual time, with the step that the live service runs: no clock is asked and
 * nothing is performed, so it comes to the same every time.
 */
public final class Rehearsal {

  private final RuleBook book;
  private final Cast cast;

  /**
   * @param book the rules of the campaigns
   * @param campaigns as the scenarios name them
   */
  public Rehearsal(RuleBook book, List<CampaignGraph> campaigns) {
    this.book = book;
    this.cast = new Cast(campaigns);
  }

  /** The names in a scenario that mean nothing in these campaigns, by place. */
  public List<Violation> problems(Scenario scenario) {
    return CastCheck.problems(scenario, cast);
  }

  /** Tells a scenario without problems, up to the first step that does not go as expected. */
  public Verdict run(Scenario scenario) {
    try (var control = new StateControl(book)) {
      var story = new Story(control, cast, new Zones(book.conventions()), scenario.given());
      for (Step step : scenario.steps()) {
        List<Complaint> complaints = told(story, step);
        if (!complaints.isEmpty()) {
          return new Verdict.Failed(
              complaints.getFirst().place(),
              complaints.stream().map(Complaint::text).toList(),
              story.clock(),
              story.course());
        }
      }
      return new Verdict.Passed();
    }
  }

  /** A bug, ours or a rule's, fails this one scenario, never the others. */
  private static List<Complaint> told(Story story, Step step) {
    try {
      return story.tell(step);
    } catch (RuntimeException bug) {
      return List.of(
          new Complaint(step.place(), "Expected to judge this step, but: %s.".formatted(bug)));
    }
  }
}
