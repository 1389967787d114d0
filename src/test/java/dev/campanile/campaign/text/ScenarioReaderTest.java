package dev.campanile.campaign.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.adapter.yaml.SnakeYamlTreeParser;
import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.UserId;
import dev.campanile.campaign.scenario.Answer;
import dev.campanile.campaign.scenario.Given;
import dev.campanile.campaign.scenario.Mention;
import dev.campanile.campaign.scenario.Scenario;
import dev.campanile.campaign.scenario.ScenarioFile;
import dev.campanile.campaign.scenario.Step;
import dev.campanile.campaign.scenario.Time;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScenarioReaderTest {

  private static final ScenarioReader READER = new ScenarioReader(new SnakeYamlTreeParser());

  @Test
  void laysWhatAScenarioIsGivenOverWhatAllAre() {
    // when
    ScenarioFile file =
        read(
            """
            campaigns: [ a.yaml, b.yaml ]
            given:
              user: eve
              profile: { age: 17, country: CN }
              actions: { gift: fails, push: waits }
            scenarios:
              - scenario: one
                given: { profile: { age: 18 }, actions: { gift: { succeeds: { code: X } } }, lists: [ vip.csv ] }
                steps: [ { then: { at: nowhere } } ]
              - { scenario: two, steps: [ { then: { at: nowhere } } ] }
            """);
    // then
    Given one = file.scenarios().getFirst().given();
    assertThat(file.campaigns()).extracting(Mention::text).containsExactly("a.yaml", "b.yaml");
    assertThat(one.who()).isEqualTo(new UserId("eve"));
    assertThat(one.profile())
        .isEqualTo(new Attributes(Map.of("age", BigDecimal.valueOf(18), "country", "CN")));
    assertThat(one.answers().values())
        .containsExactly(
            new Answer.Fails(Attributes.NONE),
            new Answer.Waits(),
            new Answer.Succeeds(Optional.of(new Attributes(Map.of("code", "X")))));
    assertThat(one.lists().orElseThrow()).extracting(Mention::text).containsExactly("vip.csv");
    assertThat(file.scenarios().getLast().given().lists()).isEmpty();
  }

  @Test
  void readsTimesOnTheUsersClockAndWithAnOffset() {
    // when
    List<Step> steps =
        scenario(
                """
                - at: 2026-12-01T10:00:00+08:00
                - at: 2026-12-02
                - after: P1DT1H
                - then: { at: nowhere }
                """)
            .steps();
    // then
    assertThat(steps.get(0).time().orElseThrow())
        .isInstanceOfSatisfying(
            Time.Exact.class,
            exact -> assertThat(exact.at()).isEqualTo(Instant.parse("2026-12-01T02:00:00Z")));
    assertThat(steps.get(1).time().orElseThrow())
        .isInstanceOfSatisfying(
            Time.Local.class, local -> assertThat(local.at()).isEqualTo("2026-12-02T00:00"));
    assertThat(steps.get(2).time().orElseThrow())
        .isInstanceOfSatisfying(
            Time.After.class, after -> assertThat(after.span()).hasToString("P1DT1H"));
  }

  @Test
  void tellsApartNothingAndOneThingAndSeveral() {
    // when
    List<Step> steps =
        scenario(
                """
                - then: { at: nowhere, orders: none, refused: none }
                - then: { at: a, orders: gift, refused: limit }
                - then: { at: [ a, b ], orders: [ gift, { push: { title: null } } ], refused: [ { c: limit }, audience ] }
                - then: { orders: { gift: , push: { body: hi } } }
                """)
            .steps();
    // then
    assertThat(steps)
        .extracting(step -> step.then().orElseThrow().orders().orElseThrow().items().size())
        .containsExactly(0, 1, 2, 2);
    var third = steps.get(2).then().orElseThrow();
    assertThat(third.orders().orElseThrow().items().getLast().parameters())
        .containsEntry("title", null);
    assertThat(third.refused().orElseThrow().items().getFirst().campaign())
        .map(Mention::text)
        .contains("c");
  }

  @Test
  void tellsAllProblemsAtOnceWithTheirPlaces() {
    // when
    List<String> problems =
        problems(
            """
            scenario: a
            given: { at: noon, lists: [ vip.txt ], actions: { gift: works }, who: anna }
            steps:
              - { after: 3 days, event: x, profile: {} }
              - { with: { a: 1 } }
              - {}
              - { settle: { gift: waits } }
              - { event: x, times: 0 }
              - then: { at: , order: gift }
            """);
    // then
    assertThat(problems)
        .containsExactly(
            "2:14 Expected a date such as 2026-12-24, but got 'noon'. ",
            "2:29 Expected the file of a list such as vip.csv, but got 'vip.txt'. ",
            "2:57 Expected 'fails', 'succeeds' or 'waits', but got 'works'. ",
            "2:66 Expected a known key, but got 'who'. Maybe one of 'actions', 'at', 'lists', 'profile' or 'user'.",
            "4:14 Expected an ISO 8601 duration such as P3D or PT90M, but got '3 days'. Maybe you meant 'P3D'.",
            "4:41 Expected one of 'actions', 'event', 'profile' or 'settle' in a step, but got 'event' and 'profile'. Maybe make two steps of it.",
            "5:13 Expected 'with' beside 'event', but there is no 'event'. ",
            "6:5 Expected a step with some key, but it is empty. ",
            "7:17 Expected 'succeeds' or 'fails' for what settles, but got 'waits'. Maybe use 'actions' to let later orders wait.",
            "8:24 Expected a whole number from 1 on, but got '0'. ",
            "9:16 Expected a list of nodes, but got nothing. Maybe write 'nowhere' where there is none.",
            "9:19 Expected a known key, but got 'order'. Maybe you meant 'orders'.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          { scenario: a, steps: [ { event: x } ] }                         | Expected a step with 'then', but there is none.
          { scenario: a, steps: [] }                                       | Expected at least one of steps, but the list is empty.
          { steps: [ { then: { at: n } } ] }                               | Expected a key 'scenario', but there is none.
          { scenarios: [] }                                                | Expected at least one of scenarios, but the list is empty.
          { scenario: a, steps: [ { then: { } } ] }                        | Expected something to look at, but there is nothing.
          { scenario: a, steps: [ { at: 2026-01-01, after: P1D, then: { at: n } } ] } | Expected one of 'after' or 'at' in a step, but got 'at' and 'after'.
          { scenario: a, steps: [ { settle: gift, then: { at: n } } ] }    | Expected a mapping of actions, but got 'gift'.
          { scenario: a, given: { actions: { x: {} } }, steps: [ { then: { at: n } } ] } | Expected one of 'succeeds' and 'fails', but got 0 of them.
          """)
  void refuses(String text, String message) {
    // when // then
    assertThat(problems(text)).anyMatch(problem -> problem.contains(message));
  }

  @Test
  void refusesTwoScenariosOfOneNameAndStepsBesideThem() {
    // when
    List<String> problems =
        problems(
            """
            campaign: a.yaml
            campaigns: [ b.yaml ]
            steps: [ { then: { at: n } } ]
            scenarios:
              - { scenario: a, steps: [ { then: { at: n } } ] }
              - { scenario: a, steps: [ { then: { at: n } } ] }
            """);
    // then
    assertThat(problems)
        .containsExactly(
            "2:12 Expected 'campaign' or 'campaigns', but got both. ",
            "3:8 Expected 'steps' inside 'scenarios', but it stands beside them. Maybe make it one of the list.",
            "6:17 Expected a name of its own for each scenario, but 'a' is repeated. ");
  }

  private static Scenario scenario(String steps) {
    return read("scenario: a\nsteps:\n" + steps.indent(2)).scenarios().getFirst();
  }

  private static ScenarioFile read(String text) {
    return switch (READER.read(text)) {
      case ScenarioReader.Told.Read(var file) -> file;
      case ScenarioReader.Told.Refused refused -> throw new AssertionError(refused);
    };
  }

  private static List<String> problems(String text) {
    return switch (READER.read(text)) {
      case ScenarioReader.Told.Read read -> List.of();
      case ScenarioReader.Told.Refused(var violations) ->
          violations.stream().map(v -> v.place() + " " + v.message() + " " + v.advice()).toList();
    };
  }
}
