package dev.campanile.api.monitor;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

import dev.campanile.testkit.EmbeddedServicesResource;
import dev.campanile.testkit.EventStream;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServicesResource.class)
class LiveApiTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  private final String campaign = "c-" + UUID.randomUUID().toString().substring(0, 8);
  private final String user = "u-" + UUID.randomUUID();

  @TestHTTPResource("/v1/campaigns/")
  URI campaigns;

  @Test
  void tellsHowCountsChangeWhileEventsFlow() throws Exception {
    // given
    publish("wait", "done");
    // when
    try (EventStream stream = watch();
        EventStream other = watch()) {
      // then
      assertThat(stream.header("Content-Type").orElseThrow()).startsWith("text/event-stream");
      assertThat(stream.header("Cache-Control")).contains("no-store");
      await().atMost(SOON).until(() -> stream.heard() > 0 && other.heard() > 0);
      assertThat(stream.last().getInt("nodes.wait.waiting")).isZero();
      // when
      decide("1", user + "-a", "start");
      decide("2", user + "-b", "start");
      // then
      await().atMost(SOON).until(() -> stream.last().getInt("nodes.wait.waiting") == 2);
      assertThat(stream.last().getInt("edges.entry-1.total")).isEqualTo(2);
      assertThat(stream.last().getInt("edges.entry-1.lastMinute")).isEqualTo(2);
      // when
      decide("3", user + "-a", "go");
      // then
      await().atMost(SOON).until(() -> other.last().getInt("nodes.done.arrived") == 1);
      assertThat(other.last().getInt("nodes.wait.waiting")).isEqualTo(1);
      assertThat(other.last().getInt("edges.wait-done.total")).isEqualTo(1);
      assertThat(other.last().getInt("ended")).isEqualTo(1);
    }
  }

  @Test
  void goesOnTellingWhoeverComesAfterTheLastHasLeft() throws Exception {
    // given
    publish("wait", "done");
    try (EventStream first = watch()) {
      await().atMost(SOON).until(() -> first.heard() > 1);
    }
    // when
    try (EventStream second = watch()) {
      // then
      await().atMost(SOON).until(() -> second.heard() > 1);
    }
  }

  @Test
  void countsEarlierVersionsUnderTheOpenOneWhereTheyShareNodes() {
    // given
    publish("wait", "done");
    decide("1", user + "-a", "start");
    // when
    publish("wait", "gone");
    decide("2", user + "-b", "start");
    // then
    given()
        .get("/v1/campaigns/{id}/live", campaign)
        .then()
        .statusCode(200)
        .body("version", is(2))
        .body("nodes.wait.waiting", is(2))
        .body("former.size()", is(0));
    // when
    publish("hall", "gone");
    // then
    given()
        .get("/v1/campaigns/{id}/live", campaign)
        .then()
        .body("nodes.hall.waiting", is(0))
        .body("entered", is(2))
        .body("former.version", hasItems(1, 2))
        .body("former.find { it.version == 1 }.nodes.wait.waiting", is(1));
  }

  @Test
  void tellsWhatRefused() {
    // given
    publish("wait", "done");
    decide("1", user, "start");
    // when
    decide("2", user, "start");
    // then
    given()
        .get("/v1/campaigns/{id}/live", campaign)
        .then()
        .body("refused", is(1))
        .body("refusedBy.already_active", is(1))
        .body("status", equalTo("running"))
        .body("errors.parked", is(0));
  }

  @Test
  void knowsNoOtherCampaigns() throws Exception {
    // when
    try (EventStream stream = watch()) {
      // then
      assertThat(stream.status()).isEqualTo(404);
    }
    given().get("/v1/campaigns/{id}/live", campaign).then().statusCode(404);
  }

  private EventStream watch() throws Exception {
    return EventStream.of(campaigns.resolve(campaign + "/live"));
  }

  private void publish(String first, String second) {
    String text =
        """
        campaign: %1$s
        entry: [ { when: [["event start.%1$s"]], to: %2$s } ]
        nodes: { %2$s: {}, %3$s: {} }
        edges: [ { from: %2$s, to: %3$s, when: [["event go.%1$s"]] } ]
        """
            .formatted(campaign, first, second);
    given()
        .contentType("application/yaml")
        .body(text.getBytes())
        .post("/v1/campaigns")
        .then()
        .statusCode(201);
  }

  private void decide(String id, String user, String type) {
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
