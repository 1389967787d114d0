package dev.campanile.api.version;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import dev.campanile.api.campaign.Candidate;
import dev.campanile.testkit.EmbeddedServicesResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedServicesResource.class)
class VersionsApiTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  private final String campaign = "v-" + UUID.randomUUID().toString().substring(0, 8);

  /** A shorter wait, another condition, and a node that is gone, as each rule takes them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pin|wait|after P1D|stays 3 at wait",
        "follow|wait|after P1D|ends 2 at done, waits 1 at wait",
        "{ migrate: { wait: hold } }|hold|after P1D|ends 2 at done, waits 1 at hold",
        "pin|hold|after P30D|stays 3 at wait",
        "follow|hold|after P30D|stays 3 at wait",
        "{ migrate: { wait: hold } }|hold|after P30D|waits 3 at hold",
        "{ migrate: { gone: hold } }|hold|after P30D|stays 3 at wait",
        "pin|wait|user.vip eq true|stays 3 at wait",
        "follow|wait|user.vip eq true|waits 2 at wait, ends 1 at done",
        "{ migrate: { wait: hold } }|hold|user.vip eq true|waits 2 at hold, ends 1 at done",
      })
  void doesWhatThePlanSaid(String onChange, String node, String trigger, String expected) {
    // given
    yaml(campaign("pin", "wait", "after P30D")).post("/v1/campaigns").then().statusCode(201);
    List<String> users = inside();
    String next = campaign(onChange, node, trigger);
    // when
    Response plan = yaml(next).post("/v1/campaigns/plan");
    yaml(next).post("/v1/campaigns").then().statusCode(201);
    // then
    plan.then().statusCode(200).body("version", is(2)).body("groups", hasSize(1));
    assertThat(told(plan)).isEqualTo(expected);
    Awaitility.await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(states(users)).isEqualTo(foretold(plan)));
  }

  @Test
  void writesDownWhatWasBeforeAndNothingWhereNothingChanged() {
    // given
    yaml(campaign("pin", "wait", "after P30D")).post("/v1/campaigns");
    yaml(campaign("pin", "wait", "after P20D")).post("/v1/campaigns");
    yaml(campaign("pin", "wait", "after P20D")).post("/v1/campaigns").then().statusCode(200);
    // when
    List.of("pause", "pause", "resume", "end", "end")
        .forEach(
            verb -> given().post("/v1/campaigns/{c}/" + verb, campaign).then().statusCode(200));
    json("{\"to\": 1}").post("/v1/campaigns/{c}/rollback", campaign).then().statusCode(200);
    // then
    JsonPath audit = given().get("/v1/audit?subject={c}", campaign).jsonPath();
    List<String> told = new ArrayList<>();
    for (Map<String, Object> one : audit.<Map<String, Object>>getList("$")) {
      told.add(
          "%s: %s, %s"
              .formatted(one.get("action"), one.get("before"), one.get("after"))
              .replace(campaign, "v"));
    }
    assertThat(told)
        .containsExactly(
            "campaign.rollback: v@2, v@3 with the content of version 1",
            "campaign.end: running, ended",
            "campaign.resume: paused, running",
            "campaign.pause: running, paused",
            "campaign.publish: v@1, v@2",
            "campaign.publish: null, v@1");
  }

  @Test
  void tellsThatAUserWentOnUnderAnotherVersion() {
    // given
    yaml(campaign("pin", "wait", "after P30D")).post("/v1/campaigns").then().statusCode(201);
    String user = inside().getFirst();
    // when
    yaml(campaign("{ migrate: { wait: hold } }", "hold", "after P30D")).post("/v1/campaigns");
    // then
    Awaitility.await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                given()
                    .get("/v1/users/{id}/explanations?campaign={c}", user, campaign)
                    .then()
                    .body("past", hasSize(2))
                    .body("past[0].rule", equalTo(campaign + "@1"))
                    .body("past[0].from", equalTo("wait"))
                    .body("past[0].to", equalTo("hold"))
                    .body("past[0].detail", equalTo("went on under version 2")));
  }

  @Test
  void planChangesNothingAndReadsLikeASentence() {
    // given
    yaml(campaign("pin", "wait", "after P30D")).post("/v1/campaigns").then().statusCode(201);
    inside();
    String next = campaign("follow", "wait", "after P1D");
    // when
    String text = yaml(next).accept("text/plain").post("/v1/campaigns/plan").asString();
    // then
    assertThat(text)
        .contains("%1$s@2 takes the place of version 1 (on-change: follow)".formatted(campaign))
        .contains("version 1 · wait: 3 users go on under version 2 at wait")
        .contains("2 move on at once to done and end there (orders: log)")
        .contains("1 wait until ")
        .contains("new users enter version 2 as before")
        .contains("+  - { from: wait, to: done, when: [[\"after P1D\"]] }");
    given().get("/v1/campaigns/{id}/versions", campaign).then().body("version", contains(1));
  }

  @Test
  void planTellsWhoEntersUnderOtherRules() {
    // given
    String before = campaign("pin", "wait", "after P30D");
    yaml(before).post("/v1/campaigns").then().statusCode(201);
    String after = before + "participation: { limits: [ { count: 1, per: P7D } ] }\n";
    // when
    String text = yaml(after).accept("text/plain").post("/v1/campaigns/plan").asString();
    // then
    assertThat(text)
        .contains("new users enter version 2:\n  + participation: ")
        .doesNotContain("as before");
  }

  @Test
  void planLooksAtFilesThatComeWithTheCampaign() {
    // given
    String list = campaign + ".csv";
    String text = campaign("pin", "wait", "after P1D") + "audience: { list: " + list + " }\n";
    // when
    Response alone = yaml(text).post("/v1/campaigns/plan");
    Response together =
        given()
            .contentType(Candidate.MEDIA_TYPE)
            .body(Map.of("campaign", text, "files", Map.of(list, "user\nanna\n")))
            .post("/v1/campaigns/plan");
    // then
    alone.then().statusCode(422).body("findings[0].element", equalTo("audience.list"));
    together.then().statusCode(200).body("version", is(1)).body("changed", is(true));
    given().get("/v1/attachments/{name}", list).then().statusCode(404);
  }

  @Test
  void showsVersionsAndHowTheyDiffer() {
    // given
    yaml(campaign("pin", "wait", "after P30D")).post("/v1/campaigns").then().statusCode(201);
    inside();
    yaml(campaign("pin", "hold", "after P1D")).post("/v1/campaigns").then().statusCode(201);
    // when
    Response versions = given().get("/v1/campaigns/{id}/versions", campaign);
    Response diff = given().accept("application/json").get("/v1/campaigns/{id}/diff", campaign);
    Response back =
        given().accept("text/plain").get("/v1/campaigns/{id}/diff?from=2&to=1", campaign);
    // then
    versions
        .then()
        .body("version", contains(2, 1))
        .body("open", contains(true, false))
        .body("[1].inside[0].node", equalTo("wait"))
        .body("[1].inside[0].users", is(3));
    diff.then()
        .body("from", is(1))
        .body("to", is(2))
        .body("changes.find { it.name == 'hold' }.kind", equalTo("added"))
        .body("changes.find { it.name == 'wait-done' }.kind", equalTo("removed"))
        .body("text", containsString("+  hold: { actions: [{ log: { text: hi } }] }"));
    assertThat(back.asString()).contains("- node hold: ").contains("+++ " + campaign + "@1");
    given().get("/v1/campaigns/{id}/diff?from=7", campaign).then().statusCode(404);
  }

  @Test
  void rollsBackOnceHoweverOften() {
    // given
    yaml(campaign("pin", "wait", "after P30D")).post("/v1/campaigns").then().statusCode(201);
    yaml(campaign("pin", "hold", "after P1D")).post("/v1/campaigns").then().statusCode(201);
    // when
    Response first = json("{\"to\": 1}").post("/v1/campaigns/{id}/rollback", campaign);
    Response again = json("{\"to\": 1}").post("/v1/campaigns/{id}/rollback", campaign);
    Response otherwise =
        json("{\"to\": 2, \"on-change\": {\"migrate\": {\"wait\": \"hold\"}}}")
            .post("/v1/campaigns/{id}/rollback", campaign);
    // then
    first.then().statusCode(200).body("version", is(3)).body("changed", is(true));
    again.then().statusCode(200).body("version", is(3)).body("changed", is(false));
    otherwise.then().statusCode(200).body("version", is(4));
    String open = given().accept("application/yaml").get("/v1/campaigns/{id}", campaign).asString();
    assertThat(open).contains("on-change: { migrate: { wait: hold } }").contains("after P1D");
    problem("{\"to\": 9}", 404);
    problem("{}", 422);
    problem("{\"to\": 1, \"on-change\": \"jump\"}", 422);
    problem("{\"to\": 1, \"onChange\": \"follow\"}", 422);
    problem("{\"to\": 1, \"on-change\": {\"migrate\": {\"wait\": \"gone\"}}}", 422);
    problem("{", 400);
  }

  private void problem(String body, int status) {
    json(body)
        .post("/v1/campaigns/{id}/rollback", campaign)
        .then()
        .statusCode(status)
        .contentType("application/problem+json");
  }

  /** Three users: one who has just come, and two who came two days ago, one of them a VIP. */
  private List<String> inside() {
    Instant now = Instant.parse(given().get("/v1/campaigns").jsonPath().getString("[0].changedAt"));
    List<String> users = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      String user = campaign + "-" + i;
      Instant time = i == 0 ? now : now.minus(Duration.ofDays(2));
      json("{\"vip\": %s}".formatted(i == 2)).put("/v1/users/{id}", user);
      json("""
              {"id": "e", "type": "start.%s", "user": "%s", "time": "%s"}"""
              .formatted(campaign, user, time))
          .post("/v1/decisions")
          .then()
          .statusCode(200)
          .body("edges", hasSize(1));
      users.add(user);
    }
    return users;
  }

  private static String told(Response plan) {
    List<String> outcomes = new ArrayList<>();
    for (Map<String, Object> one : outcomes(plan)) {
      outcomes.add(
          "%s %s at %s".formatted(one.get("fate"), one.get("participations"), one.get("node")));
    }
    return String.join(", ", outcomes);
  }

  private static List<String> foretold(Response plan) {
    List<String> states = new ArrayList<>();
    for (Map<String, Object> one : outcomes(plan)) {
      String state =
          "%s %s %s"
              .formatted(
                  one.get("version"),
                  one.get("node"),
                  one.get("ended") == null ? "active" : one.get("ended"));
      for (int i = 0; i < (int) one.get("participations"); i++) {
        states.add(state);
      }
    }
    return states.stream().sorted().toList();
  }

  private static List<Map<String, Object>> outcomes(Response plan) {
    return plan.jsonPath().getList("groups[0].outcomes");
  }

  private static List<String> states(List<String> users) {
    return users.stream()
        .map(user -> given().get("/v1/users/{id}/participations", user).jsonPath())
        .map(
            run ->
                "%s %s %s"
                    .formatted(
                        run.getString("[0].version"),
                        run.getString("[0].node"),
                        run.getString("[0].status")))
        .sorted()
        .toList();
  }

  private String campaign(String onChange, String node, String trigger) {
    return """
        campaign: %1$s
        on-change: %2$s
        entry: [ { when: [["event start.%1$s"]], to: %3$s } ]
        nodes: { %3$s: { actions: [ {log: {text: hi}} ] }, done: { actions: [ {log: {text: bye}} ] } }
        edges: [ { from: %3$s, to: done, when: [["%4$s"]] } ]
        """
        .formatted(campaign, onChange, node, trigger);
  }

  private static RequestSpecification yaml(String text) {
    return given().contentType("application/yaml").body(text.getBytes());
  }

  private static RequestSpecification json(String text) {
    return given().contentType("application/json").body(text);
  }
}
