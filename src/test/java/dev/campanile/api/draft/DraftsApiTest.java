package dev.campanile.api.draft;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.campanile.engine.warehouse.Hashes;
import dev.campanile.testkit.EmbeddedServicesResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedServicesResource.class)
class DraftsApiTest {

  private final String campaign = "d-" + UUID.randomUUID().toString().substring(0, 8);

  @Test
  void beginsADraftThatNeedNotReadAndShowsIt() {
    // when
    Response begun = begin("campaign: [");
    // then
    long revision =
        begun
            .then()
            .statusCode(201)
            .body("state", equalTo("draft"))
            .body("author", equalTo("somebody"))
            .body("basedOn", is(0))
            .extract()
            .jsonPath()
            .getLong("revision");
    given()
        .get("/v1/drafts/{c}", campaign)
        .then()
        .statusCode(200)
        .header("ETag", "\"" + revision + "\"")
        .body("text", equalTo("campaign: ["))
        .body("name", equalTo(campaign));
    given()
        .get("/v1/drafts")
        .then()
        .statusCode(200)
        .body("campaign", hasItem(campaign))
        .body("[0]", not(hasKey("text")));
  }

  @Test
  void letsNobodyOverwriteWhatTheyHaveNotSeen() {
    // given
    Response begun = begin(text("order.paid"));
    Response faster = edit(begun, text("order.sent"));
    // when
    Response slower = edit(begun, text("order.lost"));
    Response anew = begin(text("order.new"));
    Response unseen = json(Map.of("text", "")).put("/v1/drafts/{c}", campaign);
    // then
    faster.then().statusCode(200).body("revision", greaterThan(begun.<Integer>path("revision")));
    slower
        .then()
        .statusCode(412)
        .body("type", equalTo("urn:campanile:problem:draft-changed"))
        .body("by", equalTo("somebody"))
        .body("revision", is(faster.<Integer>path("revision")));
    anew.then().statusCode(412);
    unseen.then().statusCode(428);
    given()
        .get("/v1/drafts/{c}", campaign)
        .then()
        .body("text", containsString("order.sent"))
        .body("editedBy", equalTo("somebody"));
  }

  @Test
  void publishesADraftAndItIsGone() {
    // given
    begin(text("order.paid") + "name: Greeting\n");
    // when
    Response published = act("publish", Map.of());
    // then
    published
        .then()
        .statusCode(200)
        .body("campaign", equalTo(campaign))
        .body("version", is(1))
        .body("changed", is(true));
    given().get("/v1/drafts/{c}", campaign).then().statusCode(404);
    given()
        .get("/v1/campaigns?inside=true")
        .then()
        .statusCode(200)
        .body("find { it.id == '%s' }.name".formatted(campaign), equalTo("Greeting"))
        .body("find { it.id == '%s' }.inside".formatted(campaign), is(0));
  }

  @Test
  void keepsADraftThatCannotBePublished() {
    // given
    begin(text("order.paid") + "gaol: 1\n");
    // when
    Response refused = act("publish", Map.of());
    Response submitted = act("submit", Map.of());
    // then
    refused
        .then()
        .statusCode(422)
        .body("findings[0].element", equalTo("gaol"))
        .body("findings[0].line", is(4));
    submitted.then().statusCode(422).body("findings[0].element", equalTo("gaol"));
    given().get("/v1/drafts/{c}", campaign).then().statusCode(200).body("state", equalTo("draft"));
  }

  @Test
  void refusesADraftThatNamesAnotherCampaign() {
    // given
    begin(text("order.paid").replace(campaign, "other-" + campaign));
    // when
    Response refused = act("publish", Map.of());
    // then
    refused.then().statusCode(422).body("type", equalTo("urn:campanile:problem:another-campaign"));
    given().get("/v1/campaigns/{c}", "other-" + campaign).then().statusCode(404);
  }

  @Test
  void publishesOverAVersionThatCameBetweenOnlyWhereItIsNamed() {
    // given
    begin(text("order.paid"));
    publish(text("order.sent"));
    // when
    Response blind = act("publish", Map.of());
    Response seen = act("publish", Map.of("over", 1));
    // then
    blind
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:campanile:problem:draft-outdated"))
        .body("open", is(1));
    seen.then().statusCode(200).body("version", is(2));
  }

  @Test
  void goesByTheVersionThatItIsToldToGoBy() {
    // given
    Response begun = begin(text("order.paid"));
    publish(text("order.sent"));
    // when
    Response edited =
        json(Map.of("text", text("order.lost"), "basedOn", 1))
            .header("If-Match", begun.header("ETag"))
            .put("/v1/drafts/{c}", campaign);
    // then
    edited.then().statusCode(200).body("basedOn", is(1)).body("open", is(1));
    act("publish", Map.of()).then().statusCode(200).body("version", is(2));
  }

  @Test
  void isSubmittedRejectedAndSubmittedAgain() {
    // given
    int revision = begin(text("order.paid")).path("revision");
    // when
    Response submitted = act("submit", Map.of("comment", "please"));
    Response twice = act("submit", Map.of());
    Response rejected = act("reject", Map.of("comment", "too loud"));
    Response stale =
        json(Map.of()).header("If-Match", "\"999999999\"").post(path("submit"), campaign);
    Response again = act("submit", Map.of());
    Response withdrawn = act("withdraw", Map.of());
    // then
    submitted
        .then()
        .statusCode(200)
        .body("state", equalTo("submitted"))
        .body("submittedBy", equalTo("somebody"))
        .body("revision", is(revision))
        .body("comment", equalTo("please"));
    twice.then().statusCode(409);
    rejected
        .then()
        .statusCode(200)
        .body("state", equalTo("draft"))
        .body("rejectedBy", equalTo("somebody"))
        .body("submittedBy", nullValue())
        .body("comment", equalTo("too loud"));
    stale.then().statusCode(412);
    again.then().statusCode(200).body("rejectedBy", nullValue());
    withdrawn.then().statusCode(200).body("state", equalTo("draft"));
  }

  @Test
  void isTakenBackByWhoeverEditsIt() {
    // given
    begin(text("order.paid"));
    Response submitted = act("submit", Map.of());
    // when
    Response edited = edit(submitted, text("order.sent"));
    // then
    edited.then().statusCode(200).body("state", equalTo("draft"));
  }

  @Test
  void isDiscarded() {
    // given
    Response begun = begin(text("order.paid"));
    Response edited = edit(begun, text("order.sent"));
    // when
    Response stale =
        given().header("If-Match", begun.header("ETag")).delete("/v1/drafts/{c}", campaign);
    Response discarded =
        given().header("If-Match", edited.header("ETag")).delete("/v1/drafts/{c}", campaign);
    // then
    stale.then().statusCode(412);
    discarded.then().statusCode(204);
    given().delete("/v1/drafts/{c}", campaign).then().statusCode(404);
    edit(edited, "late").then().statusCode(412).body("detail", containsString("discarded"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PUT|/v1/drafts/a%20b|{\"text\": \"\"}|422",
        "PUT|/v1/drafts/refused|{\"text\": 7}|422",
        "PUT|/v1/drafts/refused|{\"text\": \"\\u0000\"}|422",
        "PUT|/v1/drafts/refused|{\"text\": \"\", \"basedOn\": \"one\"}|422",
        "PUT|/v1/drafts/refused|{|400",
        "POST|/v1/drafts/refused/publish|{}|404",
        "POST|/v1/drafts/refused/submit|{}|404",
        "PATCH|/v1/layouts/refused|{\"nodes\": []}|422",
        "PATCH|/v1/layouts/refused|{\"nodes\": {\"a b\": {\"x\": 1, \"y\": 2}}}|422",
        "PATCH|/v1/layouts/refused|{\"nodes\": {\"a\": {\"x\": \"1\", \"y\": 2}}}|422",
        "PATCH|/v1/layouts/refused|{\"nodes\": {\"a\": {\"x\": 1}}}|422",
      })
  void answersEveryErrorWithAProblem(String method, String path, String body, int status) {
    // when
    Response refused =
        given()
            .urlEncodingEnabled(false)
            .header("If-None-Match", "*")
            .contentType("application/json")
            .body(body)
            .request(method, path);
    // then
    refused.then().statusCode(status).contentType("application/problem+json");
  }

  @Test
  void refusesARejectionThatDoesNotSayWhy() {
    // given
    begin(text("order.paid"));
    act("submit", Map.of());
    // when
    Response rejected = act("reject", Map.of("comment", " "));
    // then
    rejected.then().statusCode(422);
  }

  @Test
  void keepsWhereNodesStand() {
    // given
    Map<String, Object> nodes = Map.of("greet", Map.of("x", 120.5, "y", -3));
    // when
    Response kept = json(Map.of("nodes", nodes)).patch("/v1/layouts/{c}", campaign);
    // then
    kept.then().statusCode(200);
    given()
        .get("/v1/layouts/{c}", campaign)
        .then()
        .statusCode(200)
        .body("nodes.greet.x", is(120.5f))
        .body("nodes.greet.y", is(-3f));
    given().get("/v1/layouts/{c}", "none").then().statusCode(200).body("nodes", equalTo(Map.of()));
  }

  @Test
  void letsTwoPeopleMoveNodesOfOneCampaign() {
    // when
    move(Map.of("greet", Map.of("x", 1, "y", 1), "done", Map.of("x", 2, "y", 2)));
    move(Map.of("greet", Map.of("x", 5, "y", 5)));
    move(Map.of("greet", Map.of("x", 5, "y", 5)));
    // then
    given()
        .get("/v1/layouts/{c}", campaign)
        .then()
        .body("nodes.greet.x", is(5f))
        .body("nodes.done.x", is(2f));
    audit()
        .body("action", contains("layout.move", "layout.move"))
        .body("[0].before", equalTo("{\"greet\":{\"x\":1.0,\"y\":1.0}}"))
        .body("[0].after", equalTo("{\"greet\":{\"x\":5.0,\"y\":5.0}}"));
  }

  @Test
  void tellsEachRevisionOfADraftByItsHash() {
    // given
    Response begun = begin("campaign: a secret plan");
    Response edited = edit(begun, "campaign: another");
    // when
    given()
        .header("If-Match", edited.header("ETag"))
        .delete("/v1/drafts/{c}", campaign)
        .then()
        .statusCode(204);
    // then
    audit()
        .body("action", contains("draft.discard", "draft.change", "draft.begin"))
        .body("[0].before", equalTo("campaign: another"))
        .body("[1].before", containsString("\"revision\":" + revision(begun)))
        .body("[1].after", containsString("\"revision\":" + revision(edited)))
        .body("[1].after", containsString(Hashes.sha256("campaign: another")))
        .body("[1].after", not(containsString("campaign:")))
        .body("[2].before", nullValue());
  }

  @Test
  void publishesNothingWithAFileThatHasChangedSinceItWasSubmitted() {
    // given
    String list = campaign + ".csv";
    upload(list, "user\nanna\n");
    begin(text("order.paid") + "audience: { list: %s }\n".formatted(list));
    act("submit", Map.of()).then().statusCode(200);
    // when
    upload(list, "user\nanna\nben\n");
    Response changed = act("publish", Map.of());
    upload(list, "user\nanna\n");
    Response asItWas = act("publish", Map.of());
    // then
    changed
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:campanile:problem:files-changed"))
        .body("detail", containsString(list))
        .body("files", contains(list));
    asItWas.then().statusCode(200);
    audit()
        .body("[0].action", equalTo("draft.publish"))
        .body("[0].before", nullValue())
        .body("[0].after", equalTo(campaign + "@1"))
        .body("[1].after", containsString(Hashes.sha256("user\nanna\n")));
  }

  private void move(Map<String, Object> nodes) {
    json(Map.of("nodes", nodes)).patch("/v1/layouts/{c}", campaign).then().statusCode(200);
  }

  private static void upload(String name, String text) {
    given().contentType("text/csv").body(text).put("/v1/attachments/{n}", name);
  }

  private static long revision(Response shown) {
    return shown.jsonPath().getLong("revision");
  }

  /** What was written down of the campaign, the latest first. */
  private ValidatableResponse audit() {
    return given().get("/v1/audit?subject={c}", campaign).then().statusCode(200);
  }

  @Test
  void everyTemplatePassesTheChecksWithoutAFinding() {
    // when
    Response told = given().get("/v1/templates");
    // then
    told.then()
        .statusCode(200)
        .body("id", hasItems("welcome-series", "abandoned-cart"))
        .body("name.en", everyItem(not(nullValue())))
        .body("name.zh", everyItem(not(nullValue())))
        .body("summary.en", everyItem(not(nullValue())))
        .body("summary.zh", everyItem(not(nullValue())));
    List<Map<String, Object>> templates = told.path("$");
    assertThat(templates).hasSizeBetween(6, 8);
    for (Map<String, Object> template : templates) {
      given()
          .contentType("application/yaml")
          .body(String.valueOf(template.get("text")).getBytes(StandardCharsets.UTF_8))
          .post("/v1/campaigns/check")
          .then()
          .statusCode(200)
          .body("campaign.campaign", equalTo(template.get("id")))
          .body("findings", equalTo(List.of()));
    }
  }

  private Response begin(String text) {
    return json(Map.of("text", text)).header("If-None-Match", "*").put("/v1/drafts/{c}", campaign);
  }

  private Response edit(Response seen, String text) {
    return json(Map.of("text", text))
        .header("If-Match", seen.header("ETag"))
        .put("/v1/drafts/{c}", campaign);
  }

  private Response act(String verb, Map<String, Object> body) {
    return json(body).post(path(verb), campaign);
  }

  private static String path(String verb) {
    return "/v1/drafts/{c}/" + verb;
  }

  private void publish(String text) {
    given()
        .contentType("application/yaml")
        .body(text.getBytes(StandardCharsets.UTF_8))
        .post("/v1/campaigns")
        .then()
        .statusCode(201);
  }

  private static RequestSpecification json(Object body) {
    return given().contentType("application/json").body(body);
  }

  private String text(String type) {
    return """
        campaign: %s
        entry: [ { when: [["event %s"]], to: greet } ]
        nodes: { greet: { actions: [ {log: {text: "hi"}} ] } }
        """
        .formatted(campaign, type);
  }
}
