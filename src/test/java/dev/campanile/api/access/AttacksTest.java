package dev.campanile.api.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.campanile.api.campaign.Candidate;
import dev.campanile.testkit.AccessRequired;
import dev.campanile.testkit.Callers;
import dev.campanile.testkit.EmbeddedServicesResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody might try who should not be let in, or not so far. */
@QuarkusTest
@TestProfile(AccessRequired.class)
@QuarkusTestResource(EmbeddedServicesResource.class)
final class AttacksTest {

  @ParameterizedTest
  @ValueSource(strings = {"check", "diff"})
  void aViewerSendsNoFilesWithACampaign(String path) {
    // given
    String viewer = Callers.key("viewer");
    String author = Callers.key("rule-author");
    Map<String, Object> bundle = Map.of("campaign", "campaign: x", "files", Map.of());
    // when
    int looked = campaigns(viewer, Candidate.MEDIA_TYPE, bundle, path);
    int written = campaigns(author, Candidate.MEDIA_TYPE, bundle, path);
    int text = campaigns(viewer, "text/plain", "campaign: x", path);
    // then
    assertThat(looked).isEqualTo(403);
    assertThat(written).isNotEqualTo(403);
    assertThat(text).isEqualTo(written);
  }

  private static int campaigns(String key, String type, Object body, String path) {
    return Callers.withKey(key)
        .contentType(type)
        .body(body)
        .post("/v1/campaigns/" + path)
        .statusCode();
  }

  private static final String PASSWORD = "seven blue kettles";
  private static final String NEXT = "eight green kettles";

  // ---- a stolen cookie

  @Test
  void aStolenCookieEndsWithTheOldPassword() {
    // given
    String user = Callers.account(PASSWORD, "viewer");
    Response stolen = Callers.signIn(user, PASSWORD);
    Response own = Callers.signIn(user, PASSWORD);
    // when
    Response changed =
        json(Callers.by(own), Map.of("old", PASSWORD, "new", NEXT)).put("/v1/session/password");
    // then
    assertThat(comesIn(changed)).isTrue();
    assertThat(comesIn(stolen)).isFalse();
    assertThat(comesIn(own)).isFalse();
    Callers.signIn(user, PASSWORD).then().statusCode(401);
    assertThat(comesIn(Callers.signIn(user, NEXT))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"disabled\": true}",
        "{\"roles\": [\"operator\"]}",
        "{\"password\": \"nine red kettles\"}"
      })
  void aStolenCookieEndsWithWhatItsAccountMay(String change) {
    // given
    String user = Callers.account(PASSWORD, "viewer");
    Response stolen = Callers.signIn(user, PASSWORD);
    // when
    Callers.admin()
        .contentType("application/json")
        .body(change)
        .patch("/v1/accounts/" + user)
        .then()
        .statusCode(200);
    // then
    assertThat(comesIn(stolen)).isFalse();
  }

  @Test
  void aStolenCookieEndsWithItsAccount() {
    // given
    String user = Callers.account(PASSWORD, "viewer");
    Response stolen = Callers.signIn(user, PASSWORD);
    // when
    Callers.admin().delete("/v1/accounts/" + user).then().statusCode(204);
    // then
    assertThat(comesIn(stolen)).isFalse();
  }

  @Test
  void aSessionIsNotTheOneThatWasThereBefore() {
    // given
    String user = Callers.account(PASSWORD, "viewer");
    Response planted = Callers.signIn(user, PASSWORD);
    // when
    Response own =
        json(
                given().cookie("campanile", planted.cookie("campanile")),
                Map.of("user", user, "password", PASSWORD))
            .post("/v1/session");
    Response invented =
        json(
                given().cookie("campanile", "chosen-by-somebody-else"),
                Map.of("user", user, "password", PASSWORD))
            .post("/v1/session");
    // then
    assertThat(own.cookie("campanile")).isNotEqualTo(planted.cookie("campanile"));
    assertThat(comesIn(planted)).isFalse();
    assertThat(invented.cookie("campanile")).isNotEqualTo("chosen-by-somebody-else");
  }

  // ---- pages of other sites

  @Test
  void aPageOfAnotherSiteCannotChangeAnything() {
    // given
    Response signedIn = Callers.signIn("admin", AccessRequired.PASSWORD);
    Response other = Callers.signIn("admin", AccessRequired.PASSWORD);
    RequestSpecification noToken = given().cookie("campanile", signedIn.cookie("campanile"));
    RequestSpecification othersToken =
        given()
            .cookie("campanile", signedIn.cookie("campanile"))
            .header("X-CSRF-Token", other.<String>path("csrf"));
    RequestSpecification foreign =
        Callers.by(signedIn).header("Origin", "https://campanile.example");
    // then
    for (var request : List.of(noToken, othersToken, foreign)) {
      json(request, Map.of("user", "mallory")).post("/v1/accounts").then().statusCode(403);
    }
    Callers.admin().get("/v1/accounts").then().body("user", not(hasItem("mallory")));
  }

  @Test
  void aPageOfAnotherSiteCannotSignAnybodyIn() {
    json(
            given().header("Origin", "https://campanile.example"),
            Map.of("user", "admin", "password", AccessRequired.PASSWORD))
        .post("/v1/session")
        .then()
        .statusCode(403);
  }

  @Test
  void everyAnswerForbidsWhatBrowsersWouldAllow() {
    given()
        .get("/v1/session")
        .then()
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", startsWith("default-src 'self'; script-src 'self';"))
        .header("Referrer-Policy", "same-origin");
  }

  // ---- guessing

  @Test
  void guessingIsToldToWait() {
    // given
    String user = Callers.account(PASSWORD, "viewer");
    // when
    List<Integer> answers =
        IntStream.range(0, 6)
            .mapToObj(i -> Callers.signIn(user, "guess number " + i).statusCode())
            .toList();
    Response right = Callers.signIn(user, PASSWORD);
    // then
    assertThat(answers).containsExactly(401, 401, 401, 401, 401, 429);
    right.then().statusCode(429).header("Retry-After", matchesPattern("[1-9][0-9]{0,2}"));
  }

  // ---- what is written where a name belongs

  @ParameterizedTest
  @ValueSource(
      strings = {"' OR '1'='1", "admin'--", "admin\u0000", "\r\nSet-Cookie: campanile=x", "😀"})
  void whatLooksLikeAUserNameIsNone(String user) {
    Response answer = Callers.signIn(user, AccessRequired.PASSWORD);
    answer.then().statusCode(401);
    assertThat(answer.headers().getValues("Set-Cookie")).isEmpty();
    json(Callers.admin(), Map.of("user", user)).post("/v1/accounts").then().statusCode(422);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<script>alert(1)</script>", "'; DROP TABLE account; --", "{{7*7}} ${7*7}"})
  void namesAreTextAndNothingElse(String name) {
    // given
    String user = "u-" + UUID.randomUUID().toString().substring(0, 8);
    // when
    json(Callers.admin(), Map.of("user", user, "name", name)).post("/v1/accounts");
    // then
    Callers.admin()
        .get("/v1/accounts")
        .then()
        .statusCode(200)
        .contentType("application/json")
        .body("find { it.user == '%s' }.name".formatted(user), equalTo(name));
    Callers.admin()
        .queryParam("subject", name)
        .get("/v1/audit")
        .then()
        .statusCode(200)
        .body("", empty());
  }

  @Test
  void aNameWithLineEndsIsRefused() {
    json(Callers.admin(), Map.of("user", "mallory", "name", "x\r\nX-Admin: yes"))
        .post("/v1/accounts")
        .then()
        .statusCode(422);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/accounts;x=1",
        "/v1;x/accounts",
        "/v1/accounts/",
        "/v1//accounts",
        "//v1/accounts",
        "/v1/./accounts",
        "/v1/campaigns/../accounts",
        "/v1/campaigns/..%2Faccounts",
        "/v1/campaigns/%2e%2e/accounts",
        "/v1/%61ccounts",
        "/v1/accounts%00",
        "/v1/accounts%3B",
        "/V1/ACCOUNTS",
        "/q/../v1/accounts"
      })
  void noOtherSpellingOfAPathOpensIt(String path) {
    for (RequestSpecification caller : List.of(given(), Callers.withKey(Callers.key("operator")))) {
      Response answer = caller.urlEncodingEnabled(false).get(path);
      assertThat(answer.statusCode()).as(path).isGreaterThanOrEqualTo(400);
    }
  }

  // ---- keys

  @Test
  void aKeyOpensItsScopeAlone() {
    // given
    String intake = Callers.key("intake");
    // then
    json(Callers.withKey(intake), Map.of("a", 1)).put("/v1/users/scope-1").then().statusCode(202);
    Callers.withKey(intake).get("/v1/users/scope-1").then().statusCode(403);
    Callers.withKey(intake).get("/v1/audit").then().statusCode(403);
  }

  @Test
  void aRevokedKeyOpensNothing() {
    // given
    String key = Callers.key("viewer");
    Callers.withKey(key).get("/v1/campaigns").then().statusCode(200);
    // when
    Callers.admin().delete("/v1/keys/" + key.substring(0, 12)).then().statusCode(200);
    // then
    Callers.withKey(key).get("/v1/campaigns").then().statusCode(401);
  }

  @Test
  void aKeyIsNeverAnAdministrator() {
    json(Callers.admin(), Map.of("name", "all", "scopes", List.of("admin")))
        .post("/v1/keys")
        .then()
        .statusCode(422);
  }

  @Test
  void nobodyIsVouchedForWhereNoOtherServiceIsConfigured() {
    // given
    String unsigned = "eyJhbGciOiJub25lIn0.eyJyb2xlcyI6WyJhZG1pbiJdfQ.";
    // when
    Response back =
        given().redirects().follow(false).get("/v1/session/oidc?code=once&state=guessed");
    // then
    back.then().statusCode(303);
    assertThat(back.cookies()).isEmpty();
    Callers.withKey(unsigned).get("/v1/campaigns").then().statusCode(401);
    given().cookie("q_session_people", "none").get("/v1/campaigns").then().statusCode(401);
  }

  @Test
  void aWrongKeyIsNotHelpedByACookie() {
    Response signedIn = Callers.signIn("admin", AccessRequired.PASSWORD);
    Callers.by(signedIn)
        .header("Authorization", "Bearer cmp_wrong")
        .get("/v1/accounts")
        .then()
        .statusCode(401);
  }

  @Test
  void noAnswerTellsAKeyOrAPasswordAgain() {
    // given
    String user = Callers.account(PASSWORD, "viewer");
    String key = Callers.key("viewer");
    // when
    String told =
        Callers.admin().get("/v1/accounts").asString()
            + Callers.admin().get("/v1/keys").asString()
            + Callers.admin().get("/v1/audit?limit=500").asString();
    // then
    assertThat(told).contains(user, key.substring(0, 12));
    assertThat(told).doesNotContain(key, PASSWORD, "argon2");
  }

  // ---- locking everybody out

  @Test
  void theLastAdministratorStays() {
    Callers.admin().delete("/v1/accounts/admin").then().statusCode(409);
    json(Callers.admin(), Map.of("disabled", true))
        .patch("/v1/accounts/admin")
        .then()
        .statusCode(409);
    json(Callers.admin(), Map.of("roles", List.of("viewer")))
        .patch("/v1/accounts/admin")
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:campanile:problem:last-admin"));
  }

  private static RequestSpecification json(RequestSpecification request, Map<String, ?> body) {
    return request.contentType("application/json").body(body);
  }

  private static boolean comesIn(Response signedIn) {
    return Callers.by(signedIn).get("/v1/campaigns").statusCode() == 200;
  }
}
