package dev.campanile.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.campanile.testkit.RunningServer;
import dev.campanile.testkit.WebhookListener;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a server does that is killed, or loses its hot store, in the middle of its work: the same.
 */
final class CrashIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int EVENTS = 20_000;
  private static final int USERS = 1_500;
  private static final int KILLS = 4;
  private static final Duration PERFORMING = Duration.ofMinutes(2);

  @TempDir private Path home;
  private WebhookListener listener;
  private RunningServer server;
  private LiveRun run;

  @BeforeEach
  void startServer() throws IOException, InterruptedException {
    listener = WebhookListener.start();
    server = RunningServer.start(home, Map.of("CAMPANILE_WEBHOOK_ALLOW", "loopback"));
    var texts = LiveRun.campaigns(listener);
    run = new LiveRun(server, LiveRun.graphs(texts), Shop.events(EVENTS, USERS, 42), home);
    String codes = "{\"generate\": %d}".formatted(run.expectedKeys("coupon").size() + 100);
    assertThat(server.post("/v1/coupon-pools/SPRING/codes", "application/json", codes).statusCode())
        .isLessThan(300);
    run.publish(texts);
  }

  @AfterEach
  void stopServer() throws InterruptedException {
    server.close();
    listener.close();
  }

  @Test
  void killsInTheMiddleChangeNothing() throws IOException, InterruptedException {
    // given
    CompletableFuture<Void> sending = CompletableFuture.runAsync(run::send);
    // when
    for (int kill = 1; kill <= KILLS; kill++) {
      int threshold = EVENTS * kill / (KILLS + 1);
      Awaitility.await().atMost(PERFORMING).until(() -> run.sent() >= threshold);
      server.kill();
      server.start();
    }
    sending.join();
    // then
    assertEverythingOnce();
  }

  @Test
  void losingTheHotStoreChangesNothing() throws IOException, InterruptedException {
    // given
    CompletableFuture<Void> sending = CompletableFuture.runAsync(run::send);
    // when
    try (var redis = new RedisPrompt(home.resolve("data"))) {
      Awaitility.await("flushed all the while")
          .atMost(PERFORMING)
          .pollInterval(Duration.ofMillis(100))
          .until(() -> redis.say("FLUSHALL").equals("+OK") && sending.isDone());
    }
    sending.join();
    // then
    assertEverythingOnce();
  }

  private void assertEverythingOnce() throws IOException, InterruptedException {
    run.awaitJudged();
    var expectedHooks = Set.copyOf(run.expectedKeys("webhook"));
    Awaitility.await("webhooks delivered")
        .atMost(PERFORMING)
        .untilAsserted(
            () -> assertThat(new HashSet<>(listener.keys())).hasSameSizeAs(expectedHooks));
    assertThat(new HashSet<>(listener.keys())).isEqualTo(expectedHooks);
    assertThat(run.participations()).isEqualTo(run.expectedParticipations());
    assertLedgerBalanced();
    assertCouponsOnce();
  }

  private void assertLedgerBalanced() throws IOException, InterruptedException {
    JsonNode ledger = run.ledger();
    assertThat(ledger.at("/balanced").asBoolean()).as(ledger.toString()).isTrue();
    assertThat(ledger.at("/sum/dead").asLong()).isZero();
    assertThat(ledger.at("/sum/moves").asLong())
        .as("nobody else took part")
        .isEqualTo(run.expected.report().tallied().moves());
    assertThat(ledger.at("/sum/orders").asLong()).isEqualTo(run.expected.orders().size());
  }

  /** A key that comes again (its answer was lost in a kill) must come with the same code. */
  private void assertCouponsOnce() throws IOException, InterruptedException {
    Map<String, String> codeByKey = new HashMap<>();
    for (WebhookListener.Request request : listener.requests()) {
      String code = JSON.readTree(request.body()).path("code").asText("");
      if (!code.isEmpty()) {
        assertThat(codeByKey.putIfAbsent(request.key(), code)).isIn(null, code);
      }
    }
    assertThat(codeByKey.values()).doesNotHaveDuplicates();
    assertThat(codeByKey).hasSameSizeAs(run.expectedKeys("coupon"));
    JsonNode pools = JSON.readTree(server.get("/v1/coupon-pools").body());
    assertThat(pools.findValue("issued").asInt()).isEqualTo(run.expectedKeys("coupon").size());
  }
}
