package dev.campanile.api.monitor;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import dev.campanile.testkit.EmbeddedServicesResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators and those who answer users' questions ask for. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServicesResource.class)
class OperationsApiTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  private final String campaign = "c-" + UUID.randomUUID().toString().substring(0, 8);
  private final String user = "u-" + UUID.randomUUID();

  @Test
  void findsAUserByNameAndTellsWhatHappened() {
    // given
    given()
        .contentType("application/json")
        .body("{\"name\": \"Zoë %s\"}".formatted(campaign))
        .put("/v1/users/{id}", user)
        .then()
        .statusCode(202);
    publish("{log: {text: hi}}");
    decide("1", "start");
    // when
    var found = given().queryParam("search", "zoë " + campaign).get("/v1/users");
    var story = given().get("/v1/users/{id}/timeline", user);
    // then
    found
        .then()
        .statusCode(200)
        .body("users.id", contains(user))
        .body("users[0].attributes.name", startsWith("Zoë"))
        .body("more", is(false));
    story
        .then()
        .statusCode(200)
        .body("moments.what", contains("ended", "order", "entered", "event"));
  }

  @Test
  void pagesATimelineAndNarrowsItDown() {
    // given
    publish("{log: {text: hi}}");
    decide("1", "start");
    decide("2", "other");
    // when
    var first = given().get("/v1/users/{id}/timeline?limit=1", user);
    // then
    long next = first.then().statusCode(200).extract().jsonPath().getLong("next");
    first.then().body("moments.event", contains("2")).body("moments.what", contains("event"));
    given()
        .get("/v1/users/{id}/timeline?before={n}&kind=move&kind=order", user, next)
        .then()
        .body("moments.what", contains("ended", "order", "entered"));
    given()
        .get("/v1/users/{id}/timeline?campaign={c}", user, campaign)
        .then()
        .body("moments.findAll { it.what == 'event' }.event", contains("1"));
  }

  @Test
  void listsOrdersThatDidNotGoThroughWithTheReason() {
    // given
    String pool = "P-" + campaign;
    given()
        .contentType("application/json")
        .body("{\"generate\": 1}")
        .post("/v1/coupon-pools/{pool}/codes", pool);
    publish("{coupon: {id: gift, pool: %s}}".formatted(pool));
    decide("1", "start");
    decide("2", "start");
    // when
    await()
        .atMost(SOON)
        .until(
            () ->
                given()
                        .queryParam("campaign", campaign)
                        .get("/v1/orders")
                        .jsonPath()
                        .getList("orders")
                        .size()
                    == 1);
    // then
    given()
        .get("/v1/orders?campaign={c}&status=parked", campaign)
        .then()
        .statusCode(200)
        .body("orders.user", contains(user))
        .body("orders[0].waitsFor", equalTo("coupon:" + pool))
        .body("orders[0].status", equalTo("parked"));
    given()
        .get("/v1/orders?campaign={c}&status=failed", campaign)
        .then()
        .body("orders.size()", is(0));
    given().get("/v1/campaigns/{c}/live", campaign).then().body("errors.parked", is(1));
  }

  @Test
  void showsAllLaunchesAtOnce() {
    // given
    given()
        .contentType("application/yaml")
        .body(
            """
            campaign: %s
            entry: [ { launch: { cron: "0 9 * * MON" }, to: greet } ]
            nodes: { greet: { actions: [ {log: {text: hi}} ] } }
            """
                .formatted(campaign)
                .getBytes())
        .post("/v1/campaigns")
        .then()
        .statusCode(201);
    // when
    var launches = given().get("/v1/launches");
    // then
    launches
        .then()
        .statusCode(200)
        .body("ahead.campaign", hasItem(campaign))
        .body("ahead.find { it.campaign == '%s' }.entry".formatted(campaign), equalTo("entry-1"));
  }

  @Test
  void showsHowEachComponentIs() {
    // when
    var components = given().get("/v1/components");
    // then
    components
        .then()
        .statusCode(200)
        .body(
            "components.name",
            contains("postgresql", "wheel", "outbox", "walks", "redis", "kafka", "folder"))
        .body(
            "components.findAll { it.name in ['postgresql', 'redis', 'kafka'] }.state",
            everyItem(equalTo("up")))
        .body("components.find { it.name == 'kafka' }.figures.keySet()", hasItems("lag-0", "lag"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/orders?status=done",
        "/v1/orders?before=yesterday",
        "/v1/users?search=%01",
        "/v1/users/anna/timeline?kind=all"
      })
  void refusesFiltersItDoesNotUnderstand(String path) {
    given()
        .urlEncodingEnabled(false)
        .get(path)
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
  }

  private void publish(String action) {
    given()
        .contentType("application/yaml")
        .body(
            """
            campaign: %1$s
            participation: { mode: parallel }
            entry: [ { when: [["event start.%1$s"]], to: greet } ]
            nodes: { greet: { actions: [ %2$s ] } }
            """
                .formatted(campaign, action)
                .getBytes())
        .post("/v1/campaigns")
        .then()
        .statusCode(201);
  }

  private void decide(String id, String type) {
    given()
        .contentType("application/json")
        .body(
            """
            {"id": "%s", "type": "%s.%s", "user": "%s"}"""
                .formatted(id, type, campaign, user))
        .post("/v1/decisions")
        .then()
        .statusCode(200);
  }
}
