package dev.campanile.engine.scenario;

import dev.campanile.campaign.Violation;
import dev.campanile.campaign.scenario.Scenario;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What a simulation came to.
 *
 * @param frames in order; at least one, how things stand at the beginning
 * @param observed the scenario with what was seen as what each step expects
 * @param clock the user's, in the end
 * @param next when something falls due by itself after all that
 * @param waiting the actions with orders that are under way
 * @param problems steps that could not be told, and expectations that were not met
 */
public record Simulated(
    List<Frame> frames,
    Scenario observed,
    ZoneId clock,
    Optional<Instant> next,
    List<String> waiting,
    List<Violation> problems) {

  public Simulated {
    frames = List.copyOf(frames);
    waiting = List.copyOf(waiting);
    problems = List.copyOf(problems);
  }
}
