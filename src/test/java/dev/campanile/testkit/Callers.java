package dev.campanile.testkit;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Somebody with a session, and services with keys, as tests need them. */
public final class Callers {

  private Callers() {}

  public static RequestSpecification admin() {
    return by(signIn("admin", AccessRequired.PASSWORD));
  }

  public static Response signIn(String user, String password) {
    return given()
        .contentType("application/json")
        .body(Map.of("user", user, "password", password))
        .post("/v1/session");
  }

  /** Whoever signed in with this answer. */
  public static RequestSpecification by(Response signedIn) {
    signedIn.then().statusCode(200);
    return given()
        .cookie("campanile", signedIn.cookie("campanile"))
        .header("X-CSRF-Token", signedIn.<String>path("csrf"));
  }

  public static RequestSpecification withKey(String key) {
    return given().header("Authorization", "Bearer " + key);
  }

  /** The text of a new key. */
  public static String key(String... scopes) {
    return admin()
        .contentType("application/json")
        .body(Map.of("name", "test-" + UUID.randomUUID(), "scopes", List.of(scopes)))
        .post("/v1/keys")
        .then()
        .statusCode(201)
        .extract()
        .path("key");
  }

  /** A new account; its user name. */
  public static String account(String password, String... roles) {
    String user = "u-" + UUID.randomUUID().toString().substring(0, 8);
    admin()
        .contentType("application/json")
        .body(Map.of("user", user, "name", "Mia", "roles", List.of(roles), "password", password))
        .post("/v1/accounts")
        .then()
        .statusCode(201);
    return user;
  }
}
