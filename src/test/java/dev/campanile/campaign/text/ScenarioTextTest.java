package dev.campanile.campaign.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.adapter.yaml.SnakeYamlTreeParser;
import dev.campanile.campaign.scenario.Scenario;
import dev.campanile.campaign.text.ScenarioReader.Told;
import org.junit.jupiter.api.Test;

final class ScenarioTextTest {

  private static final ScenarioReader READER = new ScenarioReader(new SnakeYamlTreeParser());

  /** Every key of a scenario, as it is printed. */
  private static final String WHOLE =
      """
      scenario: All that can be said
      given:
        user: eve
        profile: { name: Eve, age: 17, tags: ["a b", c], home: { city: Lyon }, code: "007" }
        at: 2026-12-01T10:00
        actions: { gift: { succeeds: { code: X } }, push: { fails: { reason: full } }, log: waits }
        lists: [vip.csv]
      steps:
        - { event: order.paid, with: { amount: 20.50 }, id: o-1, times: 3, then: { at: nowhere, orders: none } }
        - { after: P1D, profile: { vip: true, name: null } }
        - { at: "2026-12-04T10:00:00Z", settle: { log: succeeds, push: fails } }
        - { actions: { push: succeeds }, then: { at: [wait, done], arrived: wait, ended: done } }
        - { then: { orders: [gift, { log: { text: Hi, none: null } }], withheld: push } }
        - { then: { skipped: log, refused: [limit, { mug: audience }] } }
      """;

  @Test
  void printsWhatWasRead() {
    // when
    String printed = ScenarioText.yaml(scenario(WHOLE));
    // then
    assertThat(ScenarioText.yaml(scenario(printed))).isEqualTo(printed);
    assertThat(printed.replaceAll("\\s+", " "))
        .isEqualTo(
            WHOLE
                .replace("\"2026-12-04T10:00:00Z\"", "2026-12-04T10:00:00Z")
                .replaceAll("\\s+", " "));
  }

  @Test
  void leavesOutWhatIsNotGiven() {
    // given
    String bare = "scenario: A\nsteps:\n  - { then: { at: nowhere } }\n";
    // when // then
    assertThat(ScenarioText.yaml(scenario(bare))).isEqualTo(bare);
  }

  private static Scenario scenario(String text) {
    return switch (READER.read(text)) {
      case Told.Read(var file) -> file.scenarios().getFirst();
      case Told.Refused(var violations) -> throw new AssertionError(violations.toString());
    };
  }
}
