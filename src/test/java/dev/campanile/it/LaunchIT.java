package dev.campanile.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.campanile.testkit.RunningServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A launch over many users by a server that is killed in the middle of it: each enters once. */
final class LaunchIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int USERS = Integer.getInteger("campanile.launch.users", 5_000);
  private static final int BATCH = 500;
  private static final int MARKERS = 500;

  /** So that a kill finds it under way, however many users there are: 12 seconds for all. */
  private static final int PER_MINUTE = USERS * 5;

  private static final Duration LONG_ENOUGH = Duration.ofMinutes(10);

  @TempDir private Path home;
  private RunningServer server;

  @BeforeEach
  void startServer() throws IOException {
    server = RunningServer.start(home, Map.of());
  }

  @AfterEach
  void stopServer() throws InterruptedException {
    server.close();
  }

  @Test
  void aKillInTheMiddleOfALaunchEntersEachUserOnce() throws IOException, InterruptedException {
    // given
    send("hello", USERS);
    awaitJudged(USERS);
    publish(Instant.now().plusSeconds(5));
    await(() -> tick().at("/told").asInt() > USERS / 3);
    JsonNode before = tick();
    // when
    server.kill();
    server.start();
    await(() -> tick().at("/state").asText().equals("done"));
    // then
    assertThat(before.at("/state").asText()).isEqualTo("walking");
    assertThat(tick().at("/told").asInt()).isEqualTo(USERS);
    // What was told has been judged once later events of all partitions have been.
    send("bye", MARKERS);
    awaitJudged(USERS + MARKERS);
    assertThat(sum("moves")).isEqualTo(USERS);
    assertThat(sum("dead")).isZero();
    for (int i = 0; i < USERS; i += Math.max(1, USERS / 100)) {
      JsonNode runs = json("/v1/users/u" + i + "/participations");
      assertThat(runs).as(runs.toString()).hasSize(1);
    }
  }

  private void publish(Instant at) throws IOException, InterruptedException {
    String campaign =
        """
        campaign: spring
        entry: [ { launch: { at: "%s", rate: %d/min }, to: wait } ]
        nodes: { wait: {}, done: {} }
        edges: [ { from: wait, to: done, when: [["after P30D"]] } ]
        """
            .formatted(
                LocalDateTime.ofInstant(at, ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS),
                PER_MINUTE);
    var answer = server.post("/v1/campaigns", "application/yaml", campaign);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
  }

  private void send(String type, int users) throws IOException, InterruptedException {
    for (int from = 0; from < users; from += BATCH) {
      String batch =
          IntStream.range(from, Math.min(from + BATCH, users))
              .mapToObj(
                  i -> "{\"id\":\"%s\",\"type\":\"%s\",\"user\":\"u%d\"}".formatted(type, type, i))
              .collect(Collectors.joining("\n"));
      var answer = server.post("/v1/events", "application/x-ndjson", batch);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }
  }

  private void awaitJudged(long events) {
    await(() -> sum("in") == events);
  }

  private static void await(java.util.concurrent.Callable<Boolean> condition) {
    Awaitility.await().atMost(LONG_ENOUGH).ignoreExceptions().until(condition);
  }

  private long sum(String what) throws IOException, InterruptedException {
    return json("/v1/ledger").at("/sum/" + what).asLong();
  }

  private JsonNode tick() throws IOException, InterruptedException {
    return json("/v1/campaigns/spring/launches").at("/ticks/0");
  }

  private JsonNode json(String path) throws IOException, InterruptedException {
    return JSON.readTree(server.get(path).body());
  }
}
