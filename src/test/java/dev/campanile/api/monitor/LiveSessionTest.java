package dev.campanile.api.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.campanile.testkit.AccessRequired;
import dev.campanile.testkit.Callers;
import dev.campanile.testkit.EmbeddedServicesResource;
import dev.campanile.testkit.EventStream;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(AccessRequired.class)
@QuarkusTestResource(EmbeddedServicesResource.class)
class LiveSessionTest {

  private static final Duration SOON = Duration.ofSeconds(30);

  @TestHTTPResource("/v1/campaigns/live-session/live")
  URI address;

  @Test
  void endsAStreamWithTheSession() throws Exception {
    // given
    Callers.admin()
        .contentType("application/yaml")
        .body(
            """
            campaign: live-session
            entry: [ { when: [["event start"]], to: done } ]
            nodes: { done: {} }
            """
                .getBytes())
        .post("/v1/campaigns");
    var signedIn = Callers.signIn("admin", AccessRequired.PASSWORD);
    try (EventStream stream = EventStream.of(address, "campanile", signedIn.cookie("campanile"))) {
      await().atMost(SOON).until(() -> stream.heard() > 0);
      assertThat(stream.over()).isFalse();
      // when
      Callers.by(signedIn).delete("/v1/session").then().statusCode(204);
      // then
      await().atMost(SOON).until(stream::over);
    }
  }

  @Test
  void tellsNobodyAnything() throws Exception {
    // when
    try (EventStream stream = EventStream.of(address)) {
      // then
      assertThat(stream.status()).isEqualTo(401);
    }
  }
}
