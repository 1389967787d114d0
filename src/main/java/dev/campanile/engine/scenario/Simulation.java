package dev.campanile.engine.scenario;

import dev.campanile.campaign.Violation;
import dev.campanile.campaign.scenario.Expectation;
import dev.campanile.campaign.scenario.Scenario;
import dev.campanile.campaign.scenario.Step;
import dev.campanile.engine.scenario.Judgement.Complaint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A scenario while it is shown. Tells one. */
final class Simulation {

  private final Story story;
  private final Frames frames;
  private final Scenario scenario;
  private final List<Step> observed = new ArrayList<>();
  private final List<Violation> problems = new ArrayList<>();

  Simulation(Story story, Frames frames, Scenario scenario) {
    this.story = story;
    this.frames = frames;
    this.scenario = scenario;
  }

  Simulated told() {
    frames.standing(story.state(), story.now());
    boolean going = true;
    for (Step step : scenario.steps()) {
      going = going && tell(step);
      if (!going) {
        observed.add(step);
      }
    }
    return new Simulated(
        frames.all(),
        new Scenario(scenario.name(), scenario.given(), observed),
        story.clock(),
        story.next(),
        story.waiting(),
        problems);
  }

  /** Whether it could be told. */
  private boolean tell(Step step) {
    frames.next();
    List<Complaint> obstacles =
        Rehearsal.attempt(
            step,
            () -> {
              List<Complaint> found = story.act(step);
              if (found.isEmpty()) {
                look(step);
              }
              return found;
            });
    complain(step, obstacles);
    return obstacles.isEmpty();
  }

  private void look(Step step) {
    Story.Look look = story.look(step.then());
    frames.standing(story.state(), story.now());
    complain(step, look.complaints());
    Optional<Expectation> seen = Optional.of(look.seen());
    observed.add(new Step(step.place(), step.time(), step.deed(), seen));
  }

  private void complain(Step step, List<Complaint> complaints) {
    String element = "steps[%d]".formatted(scenario.steps().indexOf(step));
    complaints.forEach(one -> problems.add(Violation.error(one.place(), element, one.text(), "")));
  }
}
