package dev.campanile.api.draft;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

import dev.campanile.testkit.ApprovalRequired;
import dev.campanile.testkit.Callers;
import dev.campanile.testkit.EmbeddedServicesResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Where nobody publishes alone. */
@QuarkusTest
@TestProfile(ApprovalRequired.class)
@QuarkusTestResource(EmbeddedServicesResource.class)
final class ApprovalApiTest {

  private static final String PASSWORD = "nine green bottles";
  private static final String NEEDED = "urn:campanile:problem:approval-required";

  private final String campaign = "p-" + UUID.randomUUID().toString().substring(0, 8);

  @Test
  void anotherPersonPublishesWhatOneHasSubmitted() {
    // given
    String anna = Callers.account(PASSWORD, "marketer");
    String ben = Callers.account(PASSWORD, "marketer");
    String key = Callers.key("marketer");
    begin(as(anna));
    // when
    Response unsubmitted = act(as(ben), "publish");
    Response byService = act(Callers.withKey(key), "submit");
    Response submitted = act(as(anna), "submit");
    Response unseen = json(as(ben), Map.of()).post("/v1/drafts/{c}/publish", campaign);
    Response own = act(as(anna), "publish");
    Response service = act(Callers.withKey(key), "publish");
    Response other = act(as(ben), "publish");
    // then
    unsubmitted.then().statusCode(403).body("type", equalTo(NEEDED));
    byService.then().statusCode(403).body("type", equalTo(NEEDED));
    unseen.then().statusCode(428);
    submitted.then().statusCode(200).body("submittedBy", equalTo(anna));
    own.then().statusCode(403).body("detail", containsString("it was you"));
    service.then().statusCode(403).body("detail", containsString("a service key"));
    other.then().statusCode(200).body("version", is(1));
    Callers.admin()
        .get("/v1/audit?subject={c}", campaign)
        .then()
        .statusCode(200)
        .body("action", hasItems("draft.begin", "draft.submit", "draft.publish"));
  }

  @Test
  void nobodyGoesAroundIt() {
    // given
    String anna = Callers.account(PASSWORD, "marketer");
    String key = Callers.key("marketer");
    // when
    Response person = yaml(as(anna)).post("/v1/campaigns");
    Response service = yaml(Callers.withKey(key)).post("/v1/campaigns");
    Response back = json(as(anna), Map.of("to", 1)).post("/v1/campaigns/{c}/rollback", campaign);
    // then
    person.then().statusCode(403).body("type", equalTo(NEEDED));
    service.then().statusCode(403).body("type", equalTo(NEEDED));
    back.then().statusCode(403).body("type", equalTo(NEEDED));
    as(anna).get("/v1/campaigns/{c}", campaign).then().statusCode(404);
  }

  private void begin(RequestSpecification by) {
    json(by, Map.of("text", text()))
        .header("If-None-Match", "*")
        .put("/v1/drafts/{c}", campaign)
        .then()
        .statusCode(201);
  }

  private Response act(RequestSpecification by, String verb) {
    String seen = Callers.admin().get("/v1/drafts/{c}", campaign).header("ETag");
    return json(by, Map.of()).header("If-Match", seen).post("/v1/drafts/{c}/" + verb, campaign);
  }

  private RequestSpecification yaml(RequestSpecification by) {
    return by.contentType("application/yaml").body(text().getBytes(StandardCharsets.UTF_8));
  }

  private static RequestSpecification json(RequestSpecification by, Object body) {
    return by.contentType("application/json").body(body);
  }

  private static RequestSpecification as(String user) {
    return Callers.by(Callers.signIn(user, PASSWORD));
  }

  private String text() {
    return """
        campaign: %s
        entry: [ { when: [["event order.paid"]], to: greet } ]
        nodes: { greet: { actions: [ {log: {text: "hi"}} ] } }
        """
        .formatted(campaign);
  }
}
