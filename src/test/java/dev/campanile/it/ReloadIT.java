package dev.campanile.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.campanile.testkit.RunningServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A campaign file that is saved while events flow. */
final class ReloadIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String CAMPAIGN =
      """
      campaign: greet
      entry:
        - when: [["event hello where tone eq %1$s"], ["event hello where tone eq %1$s", "user.vip eq true"]]
          to: %1$s
      nodes:
        %1$s: { actions: [ { log: { tone: %1$s } } ] }
      """;

  @TempDir private Path home;
  private Path file;
  private RunningServer server;

  @BeforeEach
  void startServer() throws IOException {
    file = Files.createDirectory(home.resolve("campaigns")).resolve("greet.yaml");
    Files.writeString(file, CAMPAIGN.formatted("warm"));
    server = RunningServer.start(home, Map.of());
  }

  @AfterEach
  void stopServer() throws InterruptedException {
    server.close();
  }

  /**
   * Every event is of both tones' users in turn; one that is judged by a mixture shows in its node.
   */
  @Test
  void aSavedFileIsLiveWhileEventsFlow() throws Exception {
    // given
    var stop = new AtomicBoolean();
    CompletableFuture<List<JsonNode>> flow =
        CompletableFuture.supplyAsync(() -> decisionsUntil(stop));
    awaitVersion(1);
    // when
    Files.writeString(file, CAMPAIGN.formatted("cold"));
    awaitVersion(2);
    List<JsonNode> after = List.of(decision("later-warm", "warm"), decision("later-cold", "cold"));
    stop.set(true);
    // then
    assertThat(flow.join()).isNotEmpty().allSatisfy(ReloadIT::judgedByOneVersion);
    assertThat(after.get(0).at("/edges")).isEmpty();
    assertThat(after.get(1).at("/edges/0/version").asInt()).isEqualTo(2);
    JsonNode ledger = JSON.readTree(server.get("/v1/ledger").body());
    assertThat(ledger.at("/balanced").asBoolean()).isTrue();
    assertThat(ledger.at("/sum/in").asInt()).isEqualTo(flow.join().size() + after.size());
  }

  @Test
  void aBrokenFileChangesNothingAndIsToldWithItsLine() throws Exception {
    // given
    awaitVersion(1);
    // when
    Files.writeString(file, CAMPAIGN.formatted("cold").replace("entry:", "entries:"));
    // then
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              JsonNode problems = JSON.readTree(server.get("/v1/campaigns/problems").body());
              assertThat(problems.findValuesAsText("line")).contains("2");
            });
    assertThat(decision("d1", "warm").at("/edges/0/version").asInt()).isEqualTo(1);
  }

  private static void judgedByOneVersion(JsonNode decision) {
    for (JsonNode edge : decision.at("/edges")) {
      String expected = edge.at("/version").asInt() == 1 ? "warm" : "cold";
      assertThat(edge.at("/to").asText()).isEqualTo(expected);
    }
  }

  private List<JsonNode> decisionsUntil(AtomicBoolean stop) {
    List<JsonNode> decisions = new ArrayList<>();
    for (int i = 0; !stop.get(); i++) {
      decisions.add(decision("e" + i, i % 2 == 0 ? "warm" : "cold"));
    }
    return decisions;
  }

  private JsonNode decision(String id, String tone) {
    String event =
        """
        {"id":"%1$s","type":"hello","user":"%1$s","properties":{"tone":"%2$s"}}"""
            .formatted(id, tone);
    try {
      var answer = server.post("/v1/decisions", "application/json", event);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      return JSON.readTree(answer.body());
    } catch (IOException | InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private void awaitVersion(int version) {
    Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> {
              JsonNode campaigns = JSON.readTree(server.get("/v1/campaigns").body());
              return campaigns.at("/0/version").asInt() == version;
            });
  }
}
