package dev.campanile.campaign.text;

import java.util.List;

/** The mappings of a scenario file and the keys that each may have. */
enum ScenarioShape implements Keyed {
  FILE("campaign", "campaigns", "given", "scenario", "steps", "scenarios"),
  SCENARIO("scenario", "given", "steps"),
  GIVEN("user", "profile", "at", "actions", "lists"),
  STEP("at", "after", "event", "with", "id", "times", "profile", "settle", "actions", "then"),
  ANSWER("succeeds", "fails"),
  EXPECTATION("at", "arrived", "ended", "orders", "withheld", "skipped", "refused");

  private final List<String> keys;

  ScenarioShape(String... keys) {
    this.keys = List.of(keys);
  }

  @Override
  public List<String> keys() {
    return keys;
  }
}
