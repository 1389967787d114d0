package dev.campanile.api.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import dev.campanile.testkit.EmbeddedServicesResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What pages of other sites, open in a browser on this machine, may do: nothing. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServicesResource.class)
final class GatekeeperTest {

  @Test
  void refusesWhatAPageOfAnotherSiteSends() {
    given()
        .header("Origin", "https://shop.example")
        .contentType("text/plain")
        .body("campaign: x")
        .post("/v1/campaigns")
        .then()
        .statusCode(403)
        .contentType(containsString("problem+json"));
  }

  @Test
  void refusesAForeignNameThatPointsHere() {
    given().header("Host", "rebound.example").get("/v1/campaigns").then().statusCode(403);
  }

  @Test
  void answersItsOwnPages() {
    given().header("Origin", origin()).get("/v1/campaigns").then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/audit?who=a%00",
        "/v1/orders?before=2026-07-01T12:00:00Z%00",
        "/v1/backtests/a%00",
        "/v1/campaigns/a%00/scenarios/b",
        "/v1/campaigns/hello/funnel?since=%00"
      })
  void refusesAddressesThatHoldNothingReadable(String address) {
    given()
        .urlEncodingEnabled(false)
        .get(address)
        .then()
        .statusCode(400)
        .contentType(containsString("problem+json"));
  }

  @Test
  void leavesNothingInTheBrowser() {
    given().get("/v1/campaigns").then().statusCode(200).header("Cache-Control", "no-store");
    given().get("/v1/drafts/none").then().statusCode(404).header("Cache-Control", "no-store");
  }

  private static String origin() {
    return RestAssured.baseURI + ":" + RestAssured.port;
  }
}
