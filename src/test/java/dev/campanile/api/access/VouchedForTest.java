package dev.campanile.api.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.campanile.testkit.AccessRequired;
import dev.campanile.testkit.Callers;
import dev.campanile.testkit.EmbeddedServicesResource;
import dev.campanile.testkit.VouchingServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People and services that another service vouches for. */
@QuarkusTest
@TestProfile(AccessRequired.class)
@QuarkusTestResource(EmbeddedServicesResource.class)
@QuarkusTestResource(value = VouchingServer.class, restrictToAnnotatedClass = true)
final class VouchedForTest {

  private static final String EVA = "eva@shop.example";

  private final String server = ConfigProvider.getConfig().getValue("test.vouching", String.class);

  @Test
  void offersTheOtherServiceToWhoSignsIn() {
    given().get("/v1/session").then().statusCode(401).body("oidc.name", equalTo("single sign-on"));
  }

  @Test
  void beginsASessionOfItsOwnForABrowser() {
    // when
    Response back = throughTheOtherService();
    // then
    back.then().statusCode(303).header("Location", containsString("/"));
    given()
        .cookie("campanile", back.cookie("campanile"))
        .get("/v1/session")
        .then()
        .statusCode(200)
        .body("user", equalTo(EVA))
        .body("by", equalTo("oidc"))
        .body("roles", hasItem("marketer"))
        .body("roles", not(hasItem("admin")));
  }

  @Test
  void keepsOutWhoIsDisabledHere() {
    // given
    Response before = throughTheOtherService();
    // when
    Callers.admin()
        .contentType("application/json")
        .body(Map.of("disabled", true))
        .patch("/v1/accounts/" + EVA)
        .then()
        .statusCode(200);
    Response after = throughTheOtherService();
    // then
    after.then().statusCode(403);
    Callers.withKey(token("age=0")).get("/v1/campaigns").then().statusCode(403);
    given()
        .cookie("campanile", before.cookie("campanile"))
        .get("/v1/campaigns")
        .then()
        .statusCode(401);
    Callers.admin().delete("/v1/accounts/" + EVA).then().statusCode(204);
  }

  @Test
  void letsAServiceInByAToken() {
    // given
    String token = token("age=0");
    // then
    Callers.withKey(token).get("/v1/campaigns").then().statusCode(200);
    Callers.withKey(token).get("/v1/accounts").then().statusCode(403);
  }

  @Test
  void givesAServiceTheScopeThatItsTokenNames() {
    // given
    String token = token("role=intake");
    // then
    Callers.withKey(token)
        .contentType("application/json")
        .body(Map.of("city", "Ulm"))
        .put("/v1/users/vouched-1")
        .then()
        .statusCode(202);
    Callers.withKey(token).get("/v1/campaigns").then().statusCode(403);
  }

  @Test
  void givesNothingToATokenWithoutARole() {
    String token = token("role=gardener");
    Callers.withKey(token).get("/v1/campaigns").then().statusCode(403);
    Callers.withKey(token).get("/v1/accounts").then().statusCode(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"audience=another", "issuer=http://127.0.0.1:1", "age=86400", "signer=strange"})
  void refusesATokenThatIsNotForHereOrNotByTheServerOrOld(String otherwise) {
    Callers.withKey(token(otherwise)).get("/v1/campaigns").then().statusCode(401);
  }

  @Test
  void refusesATokenThatNobodySigned() {
    // given
    String[] parts = token("age=0").split("\\.");
    String unsigned = base64("{\"alg\": \"none\"}") + "." + parts[1] + ".";
    String forged = parts[0] + "." + parts[1] + "." + base64("signed by nobody");
    // then
    Callers.withKey(unsigned).get("/v1/campaigns").then().statusCode(401);
    Callers.withKey(forged).get("/v1/campaigns").then().statusCode(401);
  }

  @Test
  void leavesNothingInTheBrowserThatOpensAnotherSession() {
    // given
    Map<String, String> cookies = new HashMap<>();
    throughTheOtherService(cookies);
    // when
    cookies.remove("campanile");
    // then
    assertThat(cookies.keySet()).noneMatch(name -> name.startsWith("q_session"));
    given().cookies(cookies).get("/v1/campaigns").then().statusCode(401);
    step("/v1/session/oidc", cookies)
        .then()
        .statusCode(302)
        .header("Location", startsWith(server + "/authorize"));
  }

  /**
   * @param otherwise what shall be otherwise than in a good token
   */
  private String token(String otherwise) {
    return given().get(server + "/make?" + otherwise).asString();
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** As a browser goes: there, back, and in. */
  private static Response throughTheOtherService() {
    return throughTheOtherService(new HashMap<>());
  }

  /**
   * @param cookies those of the browser, which more come to
   */
  private static Response throughTheOtherService(Map<String, String> cookies) {
    Response there = step("/v1/session/oidc", cookies);
    Response vouched = step(there.header("Location"), cookies);
    Response back = step(vouched.header("Location"), cookies);
    assertThat(there.statusCode()).isEqualTo(302);
    return back;
  }

  private static Response step(String address, Map<String, String> cookies) {
    Response answer =
        given().urlEncodingEnabled(false).cookies(cookies).redirects().follow(false).get(address);
    cookies.putAll(answer.cookies());
    return answer;
  }
}
