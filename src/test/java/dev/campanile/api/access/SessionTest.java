package dev.campanile.api.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;

import dev.campanile.testkit.AccessRequired;
import dev.campanile.testkit.Callers;
import dev.campanile.testkit.EmbeddedServicesResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(AccessRequired.class)
@QuarkusTestResource(EmbeddedServicesResource.class)
final class SessionTest {

  @Test
  void tellsNobodyThatTheyAreNobody() {
    given().get("/v1/session").then().statusCode(401).body("status", equalTo(401));
  }

  @Test
  void letsSomebodyInByTheirPassword() {
    // when
    Response signedIn = Callers.signIn("Admin ", AccessRequired.PASSWORD);
    // then
    signedIn
        .then()
        .statusCode(200)
        .body("user", equalTo("admin"))
        .body("roles", hasItems("admin", "marketer", "viewer"))
        .body("csrf", notNullValue());
    assertThat(signedIn.header("Set-Cookie"))
        .startsWith("campanile=")
        .contains("HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=43200");
    given()
        .cookie("campanile", signedIn.cookie("campanile"))
        .get("/v1/session")
        .then()
        .statusCode(200)
        .body("csrf", equalTo(signedIn.path("csrf")));
  }

  @Test
  void answersAnUnknownUserAsAWrongPassword() {
    // when
    Response unknown = Callers.signIn("nobody-" + System.nanoTime(), "some password");
    Response wrong = Callers.signIn("admin", "some password");
    // then
    unknown.then().statusCode(401);
    assertThat(unknown.asString()).isEqualTo(wrong.asString());
  }

  @Test
  void endsAStolenCookieBySigningOut() {
    // given
    Response signedIn = Callers.signIn("admin", AccessRequired.PASSWORD);
    // when
    Callers.by(signedIn).delete("/v1/session").then().statusCode(204);
    // then
    Callers.by(signedIn).get("/v1/session").then().statusCode(401);
    Callers.by(signedIn).get("/v1/accounts").then().statusCode(401);
  }

  @Test
  void closesWhatNobodyMayDo() {
    given().get("/v1/accounts").then().statusCode(401).header("WWW-Authenticate", "Bearer");
  }
}
