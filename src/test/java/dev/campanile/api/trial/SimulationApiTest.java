package dev.campanile.api.trial;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;

import dev.campanile.api.http.Problem;
import dev.campanile.testkit.EmbeddedServicesResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedServicesResource.class)
class SimulationApiTest {

  private static final String CAMPAIGN =
      """
      campaign: mug
      participation: { limits: [ { count: 1, per: P7D } ] }
      entry: [ { when: [["event order.paid where amount gte 20"]], to: thank } ]
      nodes:
        thank:
          actions: [ { coupon: { id: gift, pool: NOT-YET } }, { log: { text: "{gift.code}" } } ]
        remind: {}
        done: {}
      edges:
        - { from: thank, to: done, when: [["event mug.taken"]] }
        - { from: thank, to: remind, when: [["after P3D"]] }
      """;

  private static final Map<String, Object> BOUGHT =
      Map.of("event", "order.paid", "with", Map.of("amount", 25));

  @Test
  void beginsWithHowThingsStand() {
    // when
    Response told = simulate(Map.of());
    // then
    told.then()
        .statusCode(200)
        .body("frames", hasSize(1))
        .body("frames[0].step", is(-1))
        .body("frames[0].kind", equalTo("standing"))
        .body("frames[0].judged[0].rule", equalTo("mug@1/entry-1"))
        .body("frames[0].judged[0].rows[0][0].holds", is(false))
        .body("next", nullValue())
        .body("problems", empty());
  }

  @Test
  void showsEachThingThatHappensWithTheCellsAndTheirValues() {
    // when
    Response told =
        simulate(
            Map.of(
                "steps",
                List.of(
                    Map.of("event", "order.paid", "with", Map.of("amount", 2)),
                    BOUGHT,
                    Map.of("after", "P1D"),
                    Map.of("after", "P2D"))));
    // then
    told.then()
        .statusCode(200)
        .body("frames.step", contains(-1, 0, 1, 1, 2, 3))
        .body("frames.kind", contains("standing", "event", "event", "settled", "standing", "time"))
        .body("frames[1].judged[0].verdict", equalTo("not_held"))
        .body("frames[1].judged[0].rows[0][0].where[0][0].seen.amount", is(2))
        .body("frames[2].edges[0].edge", equalTo("entry-1"))
        .body("frames[2].edges[0].from", nullValue())
        .body("frames[2].orders.action", contains("gift"))
        .body("frames[3].orders.action", contains("log"))
        .body("frames[4].participations[0].node", equalTo("thank"))
        .body("frames[4].judged.rule", hasItem("mug@1/thank-remind"))
        .body("frames[5].edges[0].edge", equalTo("thank-remind"))
        .body("frames[5].ended[0].how", equalTo("completed"));
  }

  @Test
  void saysWhenSomethingFallsDueNext() {
    // given
    String next = simulate(Map.of("steps", List.of(BOUGHT))).path("next");
    // when
    Response then = simulate(Map.of("steps", List.of(BOUGHT, Map.of("at", next))));
    // then
    assertThat(next).isEqualTo("2026-03-05T09:00:00Z");
    then.then().body("frames[-1].ended[0].node", equalTo("remind"));
  }

  @Test
  void letsOrdersWaitAndFail() {
    // given
    Map<String, Object> wait = Map.of("actions", Map.of("gift", "waits"));
    // when
    Response waiting = simulate(Map.of("steps", List.of(wait, BOUGHT)));
    Response failed =
        simulate(Map.of("steps", List.of(wait, BOUGHT, Map.of("settle", Map.of("gift", "fails")))));
    // then
    waiting.then().body("waiting", contains("gift"));
    failed.then().body("waiting", empty()).body("frames[-1].skipped", contains("log"));
  }

  @Test
  void writesAScenarioThatHolds() {
    // given
    String yaml =
        simulate(
                Map.of(
                    "scenario", "A buyer is reminded",
                    "given", Map.of("profile", Map.of("vip", true), "at", "2026-05-01T10:00"),
                    "steps", List.of(BOUGHT, Map.of("after", "P3D"), BOUGHT)))
            .path("yaml");
    // when
    Response again = simulate(yaml);
    // then
    assertThat(yaml)
        .contains("scenario: A buyer is reminded", "{ at: thank, orders: [gift, log] }")
        .contains("refused: limit");
    again.then().statusCode(200).body("problems", empty()).body("yaml", equalTo(yaml));
  }

  @Test
  void saysWhatIsNotAsExpectedAndGoesOn() {
    // when
    Response told =
        simulate(
            "steps: [ { event: order.paid, then: { at: thank } }, { after: P1D, then: { at: nowhere } } ]");
    // then
    told.then()
        .statusCode(200)
        .body("frames.step", contains(-1, 0, 1))
        .body("problems[0].element", equalTo("steps[0]"))
        .body("problems[0].message", containsString("Expected anna at 'thank'"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "steps: [ { after: P11Y } ]|steps[0]|at most 3653 days",
        "steps: [ { event: x, times: 10000 }, { event: x } ]|steps[0]|at most 500 things worth showing",
        "steps: [ { after: P1D }, { at: 2026-03-01T00:00 } ]|steps[1]|time does not go back",
      })
  void hasBounds(String scenario, String element, String problem) {
    // when
    Response told = simulate(scenario);
    // then
    told.then()
        .statusCode(200)
        .body("problems[0].element", equalTo(element))
        .body("problems[0].message", containsString(problem));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "steps: [ { after: P1D, evnt: x } ]|Expected a known key, but got 'evnt'.",
        "steps: [ { settle: { gft: fails } } ]|Expected an action of the campaign, but got 'gft'.",
        "given: { at: noon }|Expected a",
      })
  void refusesScenariosThatDoNotRead(String scenario, String message) {
    // when
    Response told = simulate(scenario);
    // then
    told.then()
        .statusCode(422)
        .contentType(Problem.MEDIA_TYPE)
        .body("type", equalTo("urn:campanile:problem:invalid-scenario"))
        .body("findings[0].message", containsString(message));
  }

  @Test
  void refusesCampaignsThatDoNotRead() {
    // when
    Response told = post(Map.of("campaign", "campaign: x", "scenario", Map.of()));
    Response none = post(Map.of("campaign", CAMPAIGN));
    // then
    told.then().statusCode(422).body("findings.size()", is(2));
    none.then().statusCode(422).contentType(Problem.MEDIA_TYPE);
  }

  @Test
  void aWeekIsAMatterOfSeconds() {
    // given
    simulate(Map.of());
    var hours =
        IntStream.range(0, 7 * 24)
            .<Map<String, Object>>mapToObj(hour -> Map.of("after", "PT1H", "event", "page.seen"))
            .toList();
    // when
    Response told = simulate(Map.of("steps", hours));
    // then
    told.then().statusCode(200).body("frames", hasSize(1 + 7 * 24)).time(lessThan(10_000L));
  }

  private static Response simulate(Object scenario) {
    return post(Map.of("campaign", CAMPAIGN, "scenario", scenario));
  }

  private static Response post(Map<String, Object> request) {
    return given().contentType("application/json").body(request).post("/v1/simulations");
  }
}
