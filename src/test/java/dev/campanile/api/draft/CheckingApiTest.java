package dev.campanile.api.draft;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.campanile.api.campaign.Candidate;
import dev.campanile.testkit.EmbeddedServicesResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What editors of campaigns ask while somebody types. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServicesResource.class)
class CheckingApiTest {

  private static final String GOOD =
      """
      campaign: checked
      entry: [ { when: [["event order.paid where price gte 20"]], to: thank } ]
      nodes: { thank: { actions: [ { log: { text: hi } } ] }, done: {} }
      edges: [ { from: thank, to: done, when: [["after P3D"]] } ]
      """;

  @Test
  void answersTheCampaignInObjectsAndInCanonicalText() {
    // when
    Response checked = check(GOOD, false);
    // then
    checked
        .then()
        .statusCode(200)
        .body("valid", is(true))
        .body("findings", empty())
        .body("campaign.entry[0].when[0][0].event", equalTo("order.paid"))
        .body("campaign.entry[0].when[0][0].where[0][0].value", is(20))
        .body("campaign.edges[0].when[0][0].after", equalTo("P3D"))
        .body("yaml", containsString("after P3D"))
        .body("drl", nullValue());
  }

  @Test
  void translatesWhereItIsAsked() {
    // when
    Response checked = check(GOOD, true);
    // then
    checked.then().statusCode(200).body("drl", containsString("rule \"checked@1/thank-done\""));
  }

  @Test
  void answersTheCampaignBesideItsErrorsButNoRules() {
    // given
    String unreachable = GOOD.replace("done: {}", "done: {}, lonely: {}");
    // when
    Response checked = check(unreachable, true);
    // then
    checked
        .then()
        .statusCode(200)
        .body("valid", is(false))
        .body("findings.check", hasItem("unreachable-node"))
        .body("findings.element", hasItem("nodes.lonely"))
        .body("campaign.nodes.lonely", equalTo(Map.of()))
        .body("drl", nullValue());
  }

  @Test
  void namesTheCellThatDoesNotRead() {
    // when
    Response checked = check(GOOD.replace("after P3D", "aftr P3D"), false);
    // then
    checked
        .then()
        .statusCode(200)
        .body("valid", is(false))
        .body("findings[0].element", equalTo("edges[0].when[0][0]"))
        .body("findings[0].line", is(4))
        .body("findings[0].advice", equalTo("Maybe you meant 'after'."))
        .body("campaign", nullValue());
  }

  @Test
  void tellsWhatStandsBeforeTheBreakOfABrokenTextAndTheBreak() {
    // when
    Response checked = check("campaign: &a x\nnodes: [\n", false);
    // then
    checked
        .then()
        .statusCode(200)
        .body("findings", hasSize(2))
        .body("findings[0].line", is(1))
        .body("findings[0].message", containsString("anchors"))
        .body("findings[1].message", containsString("Expected YAML or JSON"));
  }

  @Test
  void checksWithFilesThatAreNotUploaded() {
    // given
    String named = GOOD + "audience: { list: not-there-yet.csv }\n";
    Map<String, Object> bundle =
        Map.of("campaign", named, "files", Map.of("not-there-yet.csv", "user\nanna\n"));
    // when
    Response alone = check(named, false);
    Response together =
        given().contentType(Candidate.MEDIA_TYPE).body(bundle).post("/v1/campaigns/check");
    // then
    alone.then().statusCode(200).body("valid", is(false)).body("findings.check", hasItem("file"));
    together.then().statusCode(200).body("valid", is(true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "edge|\"after  P3D\"|after P3D|after|deadline",
        "edge|{\"after\": \"P3D\"}|after P3D|after|deadline",
        "entry|\"event order.paid where price >= 20\"|event order.paid where price gte 20|event|happening",
        "audience|\"user.country in CN SG\"|user.country in CN SG|user|standing",
        "goal|\"count(order.paid) gte 1 since entry\"|count(order.paid) gte 1 since entry|aggregate|standing",
        "exit|{\"event\":\"account.closed\",\"where\":[[{\"path\":\"a.b\",\"op\":\"eq\",\"value\":\"x y\"}]]}"
            + "|event account.closed where a.b eq 'x y'|event|happening",
      })
  void readsCellsInBothForms(String where, String cell, String text, String key, String kind) {
    // when
    Response first = cells("{\"where\": \"%s\", \"cells\": [%s]}".formatted(where, cell));
    // then
    first
        .then()
        .statusCode(200)
        .body("[0].text", equalTo(text))
        .body("[0].kind", equalTo(kind))
        .body("[0].problems", empty());
    Map<String, Object> object = first.path("[0].object");
    assertThat(object).containsKey(key);
    given()
        .contentType("application/json")
        .body(Map.of("where", where, "cells", new Object[] {object}))
        .post("/v1/cells")
        .then()
        .body("[0].text", equalTo(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "edge|\"event a where x eqq 1\"|''|16",
        "entry|\"after P3D\"|''|0",
        "edge|{\"after\": \"3 days\"}|after|10",
        "edge|{\"event\": \"a\", \"were\": []}|were|13",
        "edge|7|''|0",
        "edge|\"\"|''|0",
      })
  void tellsWhereACellDoesNotRead(String where, String cell, String element, int offset) {
    // when
    Response read = cells("{\"where\": \"%s\", \"cells\": [%s]}".formatted(where, cell));
    // then
    read.then()
        .statusCode(200)
        .body("[0].text", nullValue())
        .body("[0].problems", hasSize(1))
        .body("[0].problems[0].element", equalTo(element.replace("''", "")))
        .body("[0].problems[0].offset", is(offset));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"cells\": []}|at 'where'",
        "{\"where\": \"node\", \"cells\": []}|at 'where'",
        "{\"where\": \"edge\"}|at 'cells'",
        "{\"where\": \"edge\", \"cells\": \"after P1D\"}|at 'cells'",
      })
  void refusesOtherRequests(String body, String told) {
    cells(body).then().statusCode(422).body("detail", containsString(told));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "[[\"after P3D\", {\"event\": \"a\"}], [\"always\"]]"
            + ";(\"after P3D\" || \"event a\") && \"always\";[[after P3D, event a], [always]]",
        "\"\\\"always\\\"\";\"always\";[[always]]",
        // standings mean the same once they are multiplied out
        "\"(\\\"user.a eq 1\\\" && \\\"user.b eq 1\\\") || \\\"user.c eq 1\\\"\""
            + ";(\"user.a eq 1\" && \"user.b eq 1\") || \"user.c eq 1\""
            + ";[[user.a eq 1, user.c eq 1], [user.b eq 1, user.c eq 1]]",
      })
  void turnsTriggersFromOneFormIntoTheOther(String trigger, String text, String rows) {
    // when
    Response read = triggers("{\"where\": \"edge\", \"trigger\": %s}".formatted(trigger));
    // then
    read.then().statusCode(200).body("text", equalTo(text)).body("problems", empty());
    assertThat(read.<Object>path("rows")).hasToString(rows);
  }

  @Test
  void hasNoRowsWhereOthersWouldLatch() {
    // when
    Response read =
        triggers(
            """
            {"where": "edge", "trigger": "(\\"event a\\" && \\"after P1D\\") || \\"event b\\""}""");
    // then
    read.then().statusCode(200).body("text", containsString("event b")).body("rows", nullValue());
  }

  @Test
  void tellsWhereATriggerDoesNotRead() {
    // when
    Response text = triggers("{\"where\": \"entry\", \"trigger\": \"\\\"after P1D\\\"\"}");
    Response rows = triggers("{\"where\": \"edge\", \"trigger\": [[\"always\"], [\"alwys\"]]}");
    // then
    text.then().statusCode(200).body("text", nullValue()).body("problems[0].offset", is(1));
    rows.then().statusCode(200).body("problems[0].element", equalTo("[1][0]"));
    triggers("{\"where\": \"edge\"}").then().statusCode(422);
  }

  @Test
  void knowsTheWordsOfLiveCampaignsAndOfWhatHasBeenSeen() {
    // given
    String type = "vocabulary." + UUID.randomUUID();
    String campaign =
        """
        campaign: worded
        audience: { where: [["user.tier in gold silver"]] }
        entry: [ { when: [["event %s where price gte 20"]], to: thank } ]
        nodes: { thank: { actions: [ { log: { text: hi } } ] } }
        """
            .formatted(type);
    given()
        .contentType("application/yaml")
        .body(campaign.getBytes(StandardCharsets.UTF_8))
        .post("/v1/campaigns");
    // when
    given()
        .contentType("application/json")
        .body(
            """
            {"id": "1", "type": "%s", "user": "wanda", "properties":
              {"price": 7, "item": {"name": "a", "sold": true}, "day": "2026-12-24", "tags": ["x"]}}"""
                .formatted(type))
        .post("/v1/decisions")
        .then()
        .statusCode(200);
    // then
    Response told = given().get("/v1/vocabulary");
    told.then()
        .statusCode(200)
        .body("profile.find { it.path == 'tier' }.kinds", hasItem("text"))
        .body("channels.kind", hasItems("coupon", "log", "webhook"))
        .body(
            "channels.find { it.kind == 'webhook' }.parameters.find { it.name == 'url' }.required",
            is(true))
        .body("campaigns.id", hasItem("worded"));
    List<Map<String, Object>> properties =
        told.path("events.find { it.type == '%s' }.properties".formatted(type));
    assertThat(properties)
        .extracting(one -> one.get("path") + " " + one.get("kinds"))
        .containsExactly(
            "day [time]", "item.name [text]", "item.sold [truth]", "price [number]", "tags [list]");
  }

  private static Response cells(String body) {
    return given()
        .contentType("application/json")
        .body(body.getBytes(StandardCharsets.UTF_8))
        .post("/v1/cells");
  }

  private static Response triggers(String body) {
    return given()
        .contentType("application/json")
        .body(body.getBytes(StandardCharsets.UTF_8))
        .post("/v1/triggers");
  }

  private static Response check(String text, boolean translate) {
    return given()
        .contentType("application/yaml")
        .body(text.getBytes(StandardCharsets.UTF_8))
        .post("/v1/campaigns/check?translate={t}", translate);
  }
}
