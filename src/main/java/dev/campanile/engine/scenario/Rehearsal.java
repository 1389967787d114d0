package dev.campanile.engine.scenario;

import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.Violation;
import dev.campanile.campaign.scenario.Scenario;
import dev.campanile.campaign.scenario.Step;
import dev.campanile.engine.scenario.Judgement.Complaint;
import dev.campanile.engine.state.Bystander;
import dev.campanile.engine.state.RuleBook;
import dev.campanile.engine.state.StateControl;
import dev.campanile.engine.state.Zones;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;

/**
 * Tells scenarios in virtual time, with the step that the live service runs: no clock is asked and
 * nothing is performed, so it comes to the same every time.
 */
public final class Rehearsal {

  private final RuleBook book;
  private final Cast cast;
  private final Bounds bounds;

  /**
   * Without bounds.
   *
   * @param book the rules of the campaigns
   * @param campaigns as the scenarios name them
   */
  public Rehearsal(RuleBook book, List<CampaignGraph> campaigns) {
    this(book, campaigns, Bounds.NONE);
  }

  /** The same within bounds. */
  public Rehearsal(RuleBook book, List<CampaignGraph> campaigns, Bounds bounds) {
    this.book = book;
    this.cast = new Cast(campaigns);
    this.bounds = bounds;
  }

  /** The names in a scenario that mean nothing in these campaigns, by place. */
  public List<Violation> problems(Scenario scenario) {
    return CastCheck.problems(scenario, cast);
  }

  /** Tells a scenario without problems, up to the first step that does not go as expected. */
  public Verdict run(Scenario scenario) {
    return run(scenario, new Allowance(Integer.MAX_VALUE));
  }

  /** The same, as far as what is left of an allowance goes. */
  public Verdict run(Scenario scenario, Allowance allowance) {
    try (var control = new StateControl(book)) {
      return told(story(control, scenario, (signal, step, zone) -> allowance.spend()), scenario);
    } catch (Overrun beforeTheFirstStep) {
      String why = String.valueOf(beforeTheFirstStep.getMessage());
      return new Verdict.Failed(scenario.name().place(), List.of(why), ZoneOffset.UTC, List.of());
    }
  }

  private static Verdict told(Story story, Scenario scenario) {
    for (Step step : scenario.steps()) {
      List<Complaint> complaints = attempt(step, () -> story.tell(step));
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

  /**
   * Tells a scenario without problems and shows all of it, as if every step were looked at. What is
   * not as expected is told and does not end it; a step that cannot be told does.
   */
  public Simulated simulate(Scenario scenario) {
    var frames = new Frames(cast, new Bystander(book), bounds.frames());
    try (var control = new StateControl(book)) {
      return new Simulation(story(control, scenario, frames), frames, scenario).told();
    }
  }

  private Story story(StateControl control, Scenario scenario, Story.Spectator spectator) {
    return new Story(
        control, cast, new Zones(book.conventions()), scenario.given(), spectator, bounds);
  }

  /** A bug, ours or a rule's, fails this one scenario, never the others. */
  static List<Complaint> attempt(Step step, Supplier<List<Complaint>> telling) {
    try {
      return telling.get();
    } catch (Overrun overrun) {
      return List.of(new Complaint(step.place(), String.valueOf(overrun.getMessage())));
    } catch (RuntimeException bug) {
      return List.of(
          new Complaint(step.place(), "Expected to judge this step, but: %s.".formatted(bug)));
    }
  }
}
