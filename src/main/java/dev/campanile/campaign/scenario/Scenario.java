package dev.campanile.campaign.scenario;

import java.util.List;

/** One story: what is given, and what happens and must come of it, step by step. */
public record Scenario(Mention name, Given given, List<Step> steps) {

  public Scenario {
    steps = List.copyOf(steps);
  }
}
