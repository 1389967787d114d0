package dev.campanile.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.campanile.adapter.json.JsonLogFiles;
import dev.campanile.campaign.CampaignGraph;
import dev.campanile.engine.backtest.Backtest;
import dev.campanile.engine.backtest.Backtested;
import dev.campanile.engine.backtest.History;
import dev.campanile.testkit.Books;
import dev.campanile.testkit.Languages;
import dev.campanile.testkit.RunningServer;
import dev.campanile.testkit.WebhookListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/** A log sent to a running server, and what the backtest says must come of it. */
final class LiveRun {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int BATCH = 200;
  private static final Duration SETTLING = Duration.ofMinutes(3);

  final RunningServer server;
  final List<String> lines;
  final Backtested expected;
  private final AtomicInteger sent = new AtomicInteger();

  LiveRun(RunningServer server, List<CampaignGraph> campaigns, List<String> lines, Path scratch)
      throws IOException {
    this.server = server;
    this.lines = lines;
    Path file = Files.write(scratch.resolve("events.jsonl"), lines);
    var history = new History();
    assertThat(new JsonLogFiles().readEvents(file, history, bytes -> {})).isEmpty();
    this.expected =
        new Backtest(Books.of(campaigns.toArray(CampaignGraph[]::new)), 2)
            .run(history, Optional.empty(), events -> {});
  }

  /** The campaigns of {@code src/test/resources/it}, with webhooks to the listener. */
  static Map<String, String> campaigns(WebhookListener listener) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    for (String name : List.of("gift", "loyal", "browsing")) {
      String text = Files.readString(Path.of("src/test/resources/it", name + ".yaml"));
      texts.put(name, text.replace("WEBHOOK", listener.url()));
    }
    return texts;
  }

  static List<CampaignGraph> graphs(Map<String, String> texts) {
    return texts.values().stream().map(Languages::campaign).toList();
  }

  void publish(Map<String, String> texts) throws IOException, InterruptedException {
    for (String text : texts.values()) {
      assertThat(server.post("/v1/campaigns", "application/yaml", text).statusCode())
          .isEqualTo(201);
    }
  }

  /**
   * Sends every line, each batch again until it is accepted: a server that is down is no excuse.
   */
  void send() {
    for (int from = 0; from < lines.size(); from += BATCH) {
      String batch = String.join("\n", lines.subList(from, Math.min(from + BATCH, lines.size())));
      Awaitility.await("accepted")
          .atMost(SETTLING)
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(50))
          .until(() -> accepted(batch));
      sent.set(from + BATCH);
    }
  }

  int sent() {
    return sent.get();
  }

  private boolean accepted(String batch) throws InterruptedException {
    try {
      return server.post("/v1/events", "application/x-ndjson", batch).statusCode() == 202;
    } catch (IOException down) {
      return false;
    }
  }

  JsonNode ledger() throws IOException, InterruptedException {
    return JSON.readTree(server.get("/v1/ledger").body());
  }

  /** Waits until all events, but for repetitions, are in the ledger. */
  void awaitJudged() {
    Awaitility.await("all events judged")
        .atMost(SETTLING)
        .ignoreExceptions()
        .until(() -> judgedOnce() == lines.size());
  }

  private long judgedOnce() throws IOException, InterruptedException {
    JsonNode sum = ledger().at("/sum");
    return sum.at("/in").asLong() - sum.at("/duplicate").asLong();
  }

  /** What each user who must have taken part has done so, as node, status and moves by campaign. */
  Map<String, List<String>> participations() throws IOException, InterruptedException {
    Map<String, List<String>> found = new TreeMap<>();
    for (var user : expected.participations().keySet()) {
      JsonNode runs = JSON.readTree(server.get("/v1/users/" + user + "/participations").body());
      List<String> mine = new ArrayList<>();
      for (JsonNode run : runs) {
        mine.add(
            "%s %s %s %d"
                .formatted(
                    run.at("/campaign").asText(),
                    run.at("/node").asText(),
                    run.at("/status").asText(),
                    run.at("/moves").asInt()));
      }
      found.put(user.text(), mine.stream().sorted().toList());
    }
    return found;
  }

  Map<String, List<String>> expectedParticipations() {
    Map<String, List<String>> all = new TreeMap<>();
    expected
        .participations()
        .forEach(
            (user, runs) ->
                all.put(
                    user.text(),
                    runs.stream()
                        .map(
                            run ->
                                "%s %s %s %d"
                                    .formatted(
                                        run.campaign().id(),
                                        run.node(),
                                        run.status().name().toLowerCase(Locale.ROOT),
                                        run.moves()))
                        .sorted()
                        .toList()));
    return all;
  }

  /** The keys of the orders of a kind that must be performed. */
  List<String> expectedKeys(String kind) {
    return expected.orders().stream()
        .filter(order -> order.kind().equals(kind))
        .map(order -> order.key().toString())
        .sorted()
        .toList();
  }
}
