package dev.campanile.api.http;

import static dev.campanile.testkit.Orders.anOrder;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.campanile.engine.action.Attempt;
import dev.campanile.engine.action.Channel;
import dev.campanile.engine.action.Channels;
import dev.campanile.testkit.AccessRequired;
import dev.campanile.testkit.BehindAProxy;
import dev.campanile.testkit.Callers;
import dev.campanile.testkit.EmbeddedServicesResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What comes through a proxy that is set up as docs/access.md says. */
@QuarkusTest
@TestProfile(BehindAProxy.class)
@QuarkusTestResource(EmbeddedServicesResource.class)
final class ProxyTest {

  private static final Pattern SET = Pattern.compile("proxy_set_header (\\S+) +(\\S+);");
  private static final String ORIGIN = "https://" + BehindAProxy.HOST;
  private static final String VISITOR = "203.0.113.9";

  @Inject Channels channels;

  @Test
  void signsInOverHttps() throws IOException {
    // when
    Response signedIn = signIn(proxied().header("Origin", ORIGIN), AccessRequired.PASSWORD);
    // then
    signedIn.then().statusCode(200).header("Strict-Transport-Security", startsWith("max-age="));
    assertThat(signedIn.header("Set-Cookie")).startsWith("__Host-campanile=").contains("Secure");
    proxied()
        .cookie("__Host-campanile", signedIn.cookie("__Host-campanile"))
        .header("X-CSRF-Token", signedIn.<String>path("csrf"))
        .header("Origin", ORIGIN)
        .delete("/v1/session")
        .then()
        .statusCode(204);
  }

  @Test
  void countsVisitorsByTheirOwnAddress() throws IOException {
    // when
    signIn(proxied(), "wrong").then().statusCode(401);
    // then
    Awaitility.await()
        .untilAsserted(
            () ->
                Callers.admin()
                    .queryParam("who", "?")
                    .queryParam("subject", "admin")
                    .get("/v1/audit")
                    .then()
                    .statusCode(200)
                    .body("action", hasItem("session.refused"))
                    .body("after", hasItem(containsString(VISITOR))));
  }

  @Test
  void answersPagesOfItsNameWhereTheProxyAsksForLocalhost() {
    given().header("Origin", ORIGIN).get("/v1/session").then().statusCode(401);
  }

  @Test
  void refusesOtherNamesAndOrigins() throws IOException {
    given().header("Host", "rebound.example").get("/v1/session").then().statusCode(403);
    proxied()
        .header("Origin", "https://shop.example")
        .get("/v1/session")
        .then()
        .statusCode(403)
        .body("detail", containsString("another site"));
    proxied().header("Origin", ORIGIN + ":8443").get("/v1/session").then().statusCode(403);
  }

  @Test
  void promisesNothingOverPlainHttp() {
    // when
    Response signedIn = signIn(given().header("Host", BehindAProxy.HOST), AccessRequired.PASSWORD);
    // then
    signedIn
        .then()
        .statusCode(200)
        .body("user", equalTo("admin"))
        .header("Strict-Transport-Security", nullValue());
    assertThat(signedIn.header("Set-Cookie")).startsWith("campanile=").doesNotContain("Secure");
  }

  @Test
  void itsWebhooksDoNotReachThisMachine() {
    // given
    var order = anOrder().of("webhook").with("url", "http://127.0.0.1:9/").build();
    // when
    var webhook = (Channel.Outside) channels.of("webhook").orElseThrow();
    Attempt attempt = webhook.perform(order);
    // then
    assertThat(attempt)
        .isEqualTo(new Attempt.Refused("Expected an allowed host, but got '127.0.0.1'."));
  }

  private static Response signIn(RequestSpecification by, String password) {
    return by.contentType("application/json")
        .body(Map.of("user", "admin", "password", password))
        .post("/v1/session");
  }

  /** With the headers of the proxy in the page. */
  private static RequestSpecification proxied() throws IOException {
    Map<String, String> values =
        Map.of("$host", BehindAProxy.HOST, "$remote_addr", VISITOR, "$scheme", "https");
    Map<String, String> headers =
        SET.matcher(Files.readString(Path.of("docs", "access.md")))
            .results()
            .collect(Collectors.toMap(set -> set.group(1), set -> value(set, values)));
    assertThat(headers).containsKeys("Host", "X-Forwarded-For", "X-Forwarded-Proto");
    return given().headers(headers);
  }

  private static String value(MatchResult set, Map<String, String> values) {
    return values.getOrDefault(set.group(2), set.group(2));
  }
}
