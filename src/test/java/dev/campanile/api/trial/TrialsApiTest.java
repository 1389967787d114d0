package dev.campanile.api.trial;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.campanile.api.http.Problem;
import dev.campanile.testkit.EmbeddedServicesResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedServicesResource.class)
class TrialsApiTest {

  private static final Duration SOON = Duration.ofSeconds(30);

  private static final String PASSES =
      "scenario: It passes\nsteps: [ { event: hello, then: { at: wait } } ]\n";

  private static final String FAILS =
      """
      scenario: It fails
      steps:
        - { event: hello }
        - { after: P1D, then: { at: wait } }
      """;

  private final String campaign = "t-" + UUID.randomUUID().toString().substring(0, 8);

  @Test
  void keepsScenariosWithACampaign() {
    // when
    Response first = put("a story", PASSES);
    Response again = put("a story", PASSES + "# more\n");
    // then
    first.then().statusCode(201).body("name", equalTo("a story"));
    again.then().statusCode(200);
    given()
        .get("/v1/campaigns/{id}/scenarios", campaign)
        .then()
        .body("name", contains("a story"))
        .body("[0].text", equalTo(PASSES + "# more\n"));
    given()
        .get("/v1/campaigns/{id}/scenarios/{name}", campaign, "a story")
        .then()
        .statusCode(200)
        .header("Content-Disposition", containsString(campaign + ".a-story.scenario.yaml"))
        .body(equalTo(PASSES + "# more\n"));
    given().delete("/v1/campaigns/{id}/scenarios/a story", campaign).then().statusCode(204);
    given().delete("/v1/campaigns/{id}/scenarios/a story", campaign).then().statusCode(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "scenario: x|Expected a key 'steps', but there is none.",
        "{ scenario: x, steps: [ { event: x } ] }|Expected a step with 'then', but there is none.",
        "{ scenario: x, campaign: other.yaml, steps: [ { then: { at: nowhere } } ] }|but they name 'other.yaml'.",
      })
  void refusesScenariosThatDoNotRead(String text, String message) {
    // when
    Response refused = put("a", text);
    // then
    refused
        .then()
        .statusCode(422)
        .contentType(Problem.MEDIA_TYPE)
        .body("findings.message", hasItem(containsString(message)));
    given().get("/v1/campaigns/{id}/scenarios", campaign).then().body("$", empty());
  }

  @Test
  void tellsAllScenariosOfTheOpenVersionOrOfADraft() {
    // given
    publish("after P1D");
    put("passes", PASSES);
    put("fails", FAILS);
    // when
    Response open = run(Map.of());
    Response draft = run(Map.of("campaign", text("after P2D")));
    // then
    open.then()
        .statusCode(200)
        .body("file", contains("fails", "passes"))
        .body("passed", contains(false, true))
        .body("[0].line", is(4))
        .body("[0].complaints[0]", containsString("Expected anna at 'wait'"))
        .body("[0].course[0]", containsString("entered wait"))
        .body("[0].clock", equalTo("UTC"));
    draft.then().statusCode(200).body("passed", contains(true, true));
  }

  @Test
  void tellsSoManyScenariosAndSaysWhichItDidNot() {
    // given
    publish("after P1D");
    put("many", scenarios(1_002)).then().statusCode(201);
    put("more", scenarios(3)).then().statusCode(201);
    // when
    Response told = run(Map.of());
    // then
    told.then()
        .statusCode(200)
        .body("size()", is(1_001))
        .body("[999].passed", is(true))
        .body("[1000].passed", is(false))
        .body("[1000].findings[0].message", containsString("at most 1000 scenarios"));
  }

  private static String scenarios(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            "  - { scenario: story %d, steps: [ { event: hello, then: { at: wait } } ] }"
                ::formatted)
        .collect(Collectors.joining("\n", "scenarios:\n", "\n"));
  }

  @Test
  void predictsFromAnUploadedLogBesideWhatIsOpen() {
    // given
    publish("after P1D");
    String log = campaign + ".csv";
    given()
        .contentType("text/csv")
        .body(
            """
            id,type,user,time,amount
            1,hello,ada,2026-03-01T10:00:00Z,
            2,hello,bob,2026-03-01T11:00:00Z,7
            3,later,bob,2026-03-03T11:00:00Z,
            """)
        .put("/v1/logs/{name}", log)
        .then()
        .statusCode(200)
        .body("bytes", is(128));
    // when
    Response asked = ask(Map.of("campaign", text("after P30D"), "log", log));
    // then
    asked.then().statusCode(202).header("Location", notNullValue());
    Response done = await(asked.path("id"), "done");
    done.then()
        .body("report.users", is(2))
        .body("report.events.in", is(3))
        .body("report.prediction.funnel.entered", is(2))
        .body("report.prediction.funnel.nodes.wait.waiting", is(2))
        .body("report.prediction.funnel.edges.wait-done", is(0))
        .body("report.prediction.ordersPerDay.'2026-03-01'", is(2))
        .body("report.baseline.version", is(1))
        .body("report.baseline.funnel.nodes.wait.left", is(2))
        .body("report.baseline.funnel.nodes.done.ended", is(2))
        .body("report.baseline.funnel.ended.completed", is(2));
    given()
        .get("/v1/backtests?campaign={id}", campaign)
        .then()
        .body("state", contains("done"))
        .body("[0].report", nullValue());
    given().delete("/v1/logs/{name}", log).then().statusCode(204);
  }

  @Test
  void predictsWhatHappenedFromTheStoredEvents() {
    // given
    publish("event bye");
    send("hello", "1");
    send("bye", "2");
    // when
    Response asked = ask(Map.of("campaign", text("event bye"), "log", "stored"));
    Response live = given().get("/v1/campaigns/{id}/funnel", campaign);
    Response recent =
        given().get("/v1/campaigns/{id}/funnel?version=1&since=2026-01-01T00:00:00Z", campaign);
    Response none = given().get("/v1/campaigns/{id}/funnel?since=2100-01-01T00:00:00Z", campaign);
    // then
    live.then()
        .statusCode(200)
        .body("version", is(1))
        .body("funnel.entered", is(1))
        .body("funnel.edges.wait-done", is(1))
        .body("funnel.nodes.wait.arrived", is(1))
        .body("funnel.nodes.wait.left", is(1))
        .body("funnel.nodes.done.ended", is(1))
        .body("funnel.ended.completed", is(1));
    assertThat((Object) recent.path("funnel")).isEqualTo(live.path("funnel"));
    none.then().body("funnel.entered", is(0)).body("funnel.nodes.wait.arrived", is(0));
    Response done = await(asked.path("id"), "done");
    assertThat(((Number) done.path("report.prediction.funnel.entered")).intValue())
        .isGreaterThanOrEqualTo(1);
  }

  @Test
  void saysWhyABacktestFailed() {
    // given
    String log = campaign + ".ndjson";
    given()
        .contentType("application/x-ndjson")
        .body("{\"id\": 1}\n".getBytes(StandardCharsets.UTF_8))
        .put("/v1/logs/{name}", log);
    // when
    Response asked = ask(Map.of("campaign", text("after P1D"), "log", log));
    // then
    await(asked.path("id"), "failed").then().body("problems[0]", containsString(log + ":1: "));
    given()
        .delete("/v1/backtests/{id}", (String) asked.path("id"))
        .then()
        .statusCode(200)
        .body("state", equalTo("failed"));
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /v1/backtests, '{\"campaign\": \"campaign: x\"}', 422",
    "POST, /v1/backtests, '{\"campaign\": \"campaign: x\", \"log\": \"none.csv\"}', 404",
    "POST, /v1/backtests, '{}', 422",
    "POST, /v1/backtests, '{', 400",
    "GET, /v1/backtests/none, '', 404",
    "DELETE, /v1/backtests/none, '', 404",
    "PUT, /v1/logs/none.txt, 'x', 422",
    "DELETE, /v1/logs/none.csv, '', 404",
    "GET, /v1/campaigns/none/funnel, '', 404",
    "POST, /v1/campaigns/none/scenarios/run, '{}', 404",
  })
  void answersEveryErrorWithAProblem(String method, String path, String body, int status) {
    // when
    var request = given().contentType("application/json");
    var response =
        body.isEmpty() ? request.request(method, path) : request.body(body).request(method, path);
    // then
    response.then().statusCode(status).contentType(Problem.MEDIA_TYPE);
  }

  private Response await(String id, String state) {
    return Awaitility.await()
        .atMost(SOON)
        .until(
            () -> given().get("/v1/backtests/{id}", id),
            response -> state.equals(response.path("state")));
  }

  private Response ask(Map<String, Object> request) {
    return given().contentType("application/json").body(request).post("/v1/backtests");
  }

  private Response run(Map<String, Object> request) {
    return given()
        .contentType("application/json")
        .body(new HashMap<>(request))
        .post("/v1/campaigns/{id}/scenarios/run", campaign);
  }

  private Response put(String name, String text) {
    return given()
        .contentType("application/yaml")
        .body(text.getBytes(StandardCharsets.UTF_8))
        .put("/v1/campaigns/{id}/scenarios/{name}", campaign, name);
  }

  private void send(String type, String id) {
    given()
        .contentType("application/json")
        .body(Map.of("id", campaign + id, "type", type, "user", "u-" + campaign))
        .post("/v1/decisions")
        .then()
        .statusCode(200);
  }

  private void publish(String trigger) {
    given()
        .contentType("application/yaml")
        .body(text(trigger).getBytes(StandardCharsets.UTF_8))
        .post("/v1/campaigns")
        .then()
        .statusCode(201);
  }

  private String text(String trigger) {
    return """
        campaign: %s
        entry: [ { when: [["event hello"]], to: wait } ]
        nodes: { wait: { actions: [ { log: { text: Hi } } ] }, done: {} }
        edges: [ { from: wait, to: done, when: [["%s"]] } ]
        """
        .formatted(campaign, trigger);
  }
}
