package dev.campanile.campaign.scenario;

import java.util.List;

/**
 * A file of scenarios.
 *
 * @param campaigns the files of the campaigns that run together; none where the file's own name
 *     says which
 */
public record ScenarioFile(List<Mention> campaigns, List<Scenario> scenarios) {

  public ScenarioFile {
    campaigns = List.copyOf(campaigns);
    scenarios = List.copyOf(scenarios);
  }
}
