package dev.campanile.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import dev.campanile.testkit.EmbeddedServicesResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

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

  private static String origin() {
    return RestAssured.baseURI + ":" + RestAssured.port;
  }
}
