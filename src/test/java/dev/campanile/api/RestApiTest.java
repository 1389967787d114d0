package dev.campanile.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import dev.campanile.testkit.EmbeddedServicesResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedServicesResource.class)
class RestApiTest {

  private static final String YAML = "application/yaml";
  private static final String NDJSON = "application/x-ndjson";
  private static final String PROBLEM = "application/problem+json";

  private final String campaign = "c-" + UUID.randomUUID().toString().substring(0, 8);
  private final String user = "u-" + UUID.randomUUID();

  @Test
  void acceptsOneEventAnArrayAndLines() {
    // when
    var one = json(event("1")).post("/v1/events");
    var array = json("[" + event("2") + "," + event("3") + "]").post("/v1/events");
    var lines = sent(NDJSON, event("4") + "\n" + event("5") + "\n").post("/v1/events");
    // then
    one.then().statusCode(202).body("accepted", is(1));
    array.then().statusCode(202).body("accepted", is(2));
    lines.then().statusCode(202).body("accepted", is(2));
  }

  @Test
  void refusesABatchAsAWhole() {
    // given
    publish("order." + campaign);
    // when
    var refused = sent(NDJSON, event("1") + "\n{\"id\":\"2\"}\n").post("/v1/events");
    // then
    refused
        .then()
        .statusCode(422)
        .contentType(PROBLEM)
        .body("type", equalTo("urn:campanile:problem:invalid-events"))
        .body("errors.field", contains("type", "user"))
        .body("errors.line", contains(2, 2));
    given().get("/v1/users/{id}", user).then().statusCode(404).contentType(PROBLEM);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /v1/nothing, '', '', 404",
    "GET, /nothing, '', '', 404",
    "DELETE, /v1/events, '', '', 405",
    "POST, /v1/events, text/csv, 'a', 415",
    "POST, /v1/events, nonsense, 'a', 415",
    "POST, /v1/events, application/json, '{', 400",
    "POST, /v1/events, application/json, '', 400",
    "POST, /v1/campaigns, image/png, 'a', 415",
    "GET, /v1/campaigns/none, '', '', 404",
    "GET, /v1/campaigns/no:name, '', '', 404",
    "POST, /v1/campaigns/none/pause, '', '', 404",
    "PUT, /v1/users/anna, application/json, '[]', 400",
    "POST, /v1/coupon-pools/P/codes, application/json, '{\"generate\": 0}', 422",
    "POST, /v1/coupon-pools/a%20b/codes, text/csv, 'CODE-1', 422",
    "GET, /v1/attachments/none.csv, '', '', 404",
    "GET, /v1/caps/versions/999999, '', '', 404",
    "PUT, /v1/caps, application/yaml, 'caps: [ {channel: sms, count: 0, per: day} ]', 422",
    "PUT, /v1/attachments/users.txt, text/csv, 'anna', 422",
    "PUT, /v1/attachments/users.csv, text/csv, '', 422",
    "PUT, /v1/attachments/area.geojson, application/geo+json, '{}', 422"
  })
  void answersEveryErrorWithAProblem(
      String method, String path, String type, String body, int status) {
    // given
    RequestSpecification request = given().urlEncodingEnabled(false);
    // when
    var response =
        type.isEmpty()
            ? request.request(method, path)
            : request
                .contentType(type)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .request(method, path);
    // then
    response.then().statusCode(status).contentType(PROBLEM).body("status", is(status));
  }

  @Test
  void putsFrequencyCapsIntoForce() {
    // given
    String caps = "caps: [ {channel: pigeon, count: 1, per: P9D} ]";
    // when
    var first = yaml(caps).put("/v1/caps");
    var again = yaml(caps).put("/v1/caps");
    // then
    int version = first.then().statusCode(200).extract().path("version");
    first.then().body("warnings[0].element", equalTo("caps[0].channel"));
    again.then().statusCode(200).body("version", is(version)).body("changed", is(false));
    given()
        .get("/v1/caps")
        .then()
        .statusCode(200)
        .body("version", is(version))
        .body("caps.caps[0].channel", equalTo("pigeon"));
    given().get("/v1/caps/versions").then().statusCode(200).body("[0].version", is(version));
    given().get("/v1/caps/versions/{n}", version).then().statusCode(200);
    given().get("/schema/caps.json").then().statusCode(200);
  }

  @Test
  void refusesBodiesThatAreTooLarge() {
    // given
    byte[] large = new byte[(16 << 20) + 1];
    // when
    var events = sent(NDJSON, large).post("/v1/events");
    var campaigns = sent(YAML, large).post("/v1/campaigns");
    // then
    events.then().statusCode(413).contentType(PROBLEM);
    campaigns.then().statusCode(413).contentType(PROBLEM);
  }

  @Test
  void keepsAttachmentsAndPublishesAgainWithWhatHasChanged() {
    // given
    String list = campaign + ".csv";
    String text = campaign("order.paid") + "audience: { list: %s }\n".formatted(list);
    var missing = yaml(text).post("/v1/campaigns");
    // when
    var first = sent("text/csv", "user\nanna\n").put("/v1/attachments/{name}", list);
    var again = sent("text/csv", "user\nanna\n").put("/v1/attachments/{name}", list);
    var published = yaml(text).post("/v1/campaigns");
    var changed = sent("text/csv", "user\nben\n").put("/v1/attachments/{name}", list);
    var anew = yaml(text).post("/v1/campaigns");
    // then
    missing.then().statusCode(422).body("findings[0].element", equalTo("audience.list"));
    first.then().statusCode(201).body("name", equalTo(list)).body("characters", is(10));
    again.then().statusCode(200);
    published.then().statusCode(201).body("version", is(1));
    changed.then().statusCode(201);
    anew.then().statusCode(201).body("version", is(2));
    given().get("/v1/attachments/{name}", list).then().body(equalTo("user\nben\n"));
    given().get("/v1/attachments").then().body("name", hasItem(list));
  }

  @Test
  void publishesOnceHoweverOften() {
    // when
    var first = yaml(campaign("order.paid")).post("/v1/campaigns");
    var again = yaml(campaign("order.paid")).post("/v1/campaigns");
    var changed = yaml(campaign("order.sent")).post("/v1/campaigns");
    // then
    first
        .then()
        .statusCode(201)
        .body("version", is(1))
        .header("Location", containsString("/v1/campaigns/" + campaign));
    again.then().statusCode(200).body("version", is(1)).body("changed", is(false));
    changed.then().statusCode(201).body("version", is(2));
    given().get("/v1/campaigns").then().statusCode(200).body("id", hasItem(campaign));
  }

  @Test
  void showsACampaignAsYamlJsonAndRules() {
    // given
    publish("order.paid");
    publish("order.sent");
    // when
    var yaml = given().accept(YAML).get("/v1/campaigns/{id}?version=1", campaign);
    var json = given().accept("application/json").get("/v1/campaigns/{id}", campaign);
    var drl = given().get("/v1/campaigns/{id}/drl", campaign);
    // then
    yaml.then().statusCode(200).contentType(YAML).body(containsString("event order.paid"));
    json.then().statusCode(200).body("campaign", equalTo(campaign));
    json.then().body("entry[0].when[0][0]", equalTo("event order.sent"));
    drl.then().statusCode(200).contentType("text/plain");
    assertThat(drl.asString()).contains("rule \"" + campaign + "@2/entry-1\"");
    given().get("/v1/campaigns/{id}?version=9", campaign).then().statusCode(404);
  }

  @Test
  void republishesWhatItShowsAsTheSameVersion() {
    // given
    publish("order.paid");
    String json = given().accept("application/json").get("/v1/campaigns/{id}", campaign).asString();
    // when
    var again = json(json).post("/v1/campaigns");
    // then
    again.then().statusCode(200).body("version", is(1));
  }

  @Test
  void tellsEverythingThatIsWrongWithACampaign() {
    // given
    String broken = campaign("order.paid") + "exit: { when: [[\"rules x\"]] }\n";
    // when
    var check = yaml(broken).post("/v1/campaigns/check");
    var refused = yaml(broken).post("/v1/campaigns");
    // then
    check.then().statusCode(200).body("valid", is(false)).body("findings.line", contains(4));
    refused
        .then()
        .statusCode(422)
        .contentType(PROBLEM)
        .body("findings[0].message", containsString("not executed yet"));
    given().get("/v1/campaigns/{id}", campaign).then().statusCode(404);
  }

  @Test
  void answersWhatAnEventDid() {
    // given
    String type = "order." + campaign;
    publish(type);
    // when
    var decision = json(event("1", type, "")).post("/v1/decisions");
    // then
    decision
        .then()
        .statusCode(200)
        .body("outcome", equalTo("applied"))
        .body("dryRun", is(false))
        .body("edges", hasSize(1))
        .body("edges[0].campaign", equalTo(campaign))
        .body("edges[0].edge", equalTo("entry-1"))
        .body("edges[0].to", equalTo("greet"))
        .body("orders[0].kind", equalTo("log"))
        .body("orders[0].parameters.text", equalTo("hi 7"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void explainsADecision(boolean dryRun) {
    // given
    String type = "order." + campaign;
    publish(type);
    // when
    var decision =
        json(event("1", type, ", \"explain\": true, \"dryRun\": " + dryRun)).post("/v1/decisions");
    // then
    String reasons = "reasons.findAll { it.campaign == '%s' }".formatted(campaign);
    decision
        .then()
        .statusCode(200)
        .body(reasons + ".verdict", contains("followed"))
        .body(reasons + ".rule", contains(campaign + "@1/entry-1"))
        .body(reasons + "[0].rows[0][0].text", equalTo("event " + type))
        .body(reasons + "[0].rows[0][0].holds", is(true));
  }

  @Test
  void explainsAUsersWayThroughACampaign() {
    // given
    String type = "order." + campaign;
    publish(type);
    json(event("1", type, "")).post("/v1/decisions").then().statusCode(200);
    // when
    var explained = given().get("/v1/users/{id}/explanations?campaign={c}", user, campaign);
    var stranger =
        given().get("/v1/users/nobody-{c}/explanations?campaign={c}", campaign, campaign);
    var unknown = given().get("/v1/users/{id}/explanations?campaign=none-{c}", user, campaign);
    var unnamed = given().get("/v1/users/{id}/explanations", user);
    // then
    explained
        .then()
        .statusCode(200)
        .body("past", hasSize(1))
        .body("past[0].to", equalTo("greet"))
        .body("past[0].event", equalTo("1"))
        .body("past[0].rows[0][0].holds", is(true))
        .body("past[0].text", contains("[x] event " + type))
        .body("now.verdict", contains("not_held"))
        .body("now[0].text[1]", containsString("there was no event"));
    stranger.then().statusCode(404).contentType(PROBLEM);
    unknown.then().statusCode(404).contentType(PROBLEM);
    unnamed.then().statusCode(400).contentType(PROBLEM);
  }

  @Test
  void changesNothingInADryRun() {
    // given
    String type = "order." + campaign;
    publish(type);
    // when
    var dry = json(event("1", type, ", \"dryRun\": true")).post("/v1/decisions");
    // then
    dry.then().statusCode(200).body("dryRun", is(true)).body("edges[0].to", equalTo("greet"));
    given().get("/v1/users/{id}", user).then().statusCode(404);
  }

  @Test
  void letsNobodyIntoAPausedCampaignUntilItResumes() {
    // given
    String type = "order." + campaign;
    publish(type);
    given().post("/v1/campaigns/{id}/pause", campaign).then().body("status", equalTo("paused"));
    // when
    var paused = json(event("1", type, ", \"dryRun\": true")).post("/v1/decisions");
    given().post("/v1/campaigns/{id}/resume", campaign).then().body("status", equalTo("running"));
    var running = json(event("2", type, ", \"dryRun\": true")).post("/v1/decisions");
    // then
    paused.then().body("edges", hasSize(0)).body("refusals[0].reason", equalTo("paused"));
    running.then().body("edges", hasSize(1));
  }

  @Test
  void doesNotResumeWhatHasEnded() {
    // given
    publish("order.paid");
    given().post("/v1/campaigns/{id}/end", campaign).then().body("status", equalTo("ended"));
    // when
    var resumed = given().post("/v1/campaigns/{id}/resume", campaign);
    // then
    resumed.then().statusCode(409).contentType(PROBLEM);
  }

  @Test
  void laysAttributesOverAProfile() {
    // given
    json("{\"name\": \"Anna\", \"age\": 30, \"vip\": true}").put("/v1/users/{id}", user);
    // when
    var put = json("{\"age\": 31, \"vip\": null}").put("/v1/users/{id}", user);
    // then
    put.then().statusCode(202);
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                given()
                    .get("/v1/users/{id}", user)
                    .then()
                    .statusCode(200)
                    .body("attributes.name", equalTo("Anna"))
                    .body("attributes.age", equalTo(31))
                    .body("attributes.size()", is(2)));
  }

  @Test
  void listsWhatAUserTakesPartIn() {
    // when
    var runs = given().get("/v1/users/{id}/participations", user);
    // then
    runs.then().statusCode(200).body("size()", is(0));
  }

  @Test
  void stocksCouponPools() {
    // given
    String pool = "P" + campaign;
    // when
    var uploaded =
        sent("text/csv", "code\n%1$s-1\n%1$s-2\n%1$s-1\n".formatted(pool))
            .post("/v1/coupon-pools/{pool}/codes", pool);
    var made = json("{\"generate\": 3}").post("/v1/coupon-pools/{pool}/codes", pool);
    // then
    uploaded.then().statusCode(200).body("added", is(2)).body("duplicates", is(1));
    made.then().statusCode(200).body("added", is(3));
    given()
        .get("/v1/coupon-pools")
        .then()
        .statusCode(200)
        .body("find { it.pool == '%s' }.free".formatted(pool), is(5));
  }

  @Test
  void addsUpTheLedger() {
    // when
    var ledger = given().get("/v1/ledger");
    // then
    ledger.then().statusCode(200).body("balanced", is(true)).body("gaps", is(0));
    given().get("/v1/dead-events").then().statusCode(200).body("size()", is(0));
  }

  @Test
  void publishesTheSchemaAndItsOwnDescription() {
    // when
    var schema = given().get("/schema/campaign.json");
    var scenarios = given().get("/schema/scenario.json");
    var openapi = given().accept("application/json").get("/q/openapi?format=json");
    // then
    schema.then().statusCode(200).contentType(startsWith("application/schema+json"));
    scenarios.then().statusCode(200).body("title", equalTo("Campanile scenarios"));
    openapi.then().statusCode(200).body("info.title", equalTo("Campanile"));
    openapi
        .then()
        .body(
            "paths.keySet()",
            hasItems("/v1/events", "/v1/decisions", "/v1/campaigns", "/v1/users/{id}"));
  }

  private void publish(String type) {
    yaml(campaign(type)).post("/v1/campaigns").then().statusCode(201);
  }

  private static RequestSpecification yaml(String text) {
    return sent(YAML, text);
  }

  private static RequestSpecification sent(String type, String text) {
    return sent(type, text.getBytes(StandardCharsets.UTF_8));
  }

  private static RequestSpecification sent(String type, byte[] body) {
    return given().contentType(type).body(body);
  }

  private String campaign(String type) {
    return """
        campaign: %s
        entry: [ { when: [["event %s"]], to: greet } ]
        nodes: { greet: { actions: [ {log: {text: "hi {event.n}"}} ] } }
        """
        .formatted(campaign, type);
  }

  private static RequestSpecification json(String body) {
    return given().contentType("application/json").body(body);
  }

  private String event(String id) {
    return event(id, "page.view", "");
  }

  private String event(String id, String type, String more) {
    return """
        {"id": "%s", "type": "%s", "user": "%s", "properties": {"n": 7}%s}"""
        .formatted(id, type, user, more);
  }
}
