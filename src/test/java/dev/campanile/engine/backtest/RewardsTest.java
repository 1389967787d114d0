package dev.campanile.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.campanile.adapter.json.JsonLogFiles;
import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.Event;
import dev.campanile.campaign.EventId;
import dev.campanile.campaign.UserId;
import dev.campanile.engine.state.Order;
import dev.campanile.testkit.Books;
import dev.campanile.testkit.Languages;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** The offers of a rewards app as campaigns: who completes which offer, and when. */
final class RewardsTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration OPEN = Duration.ofHours(72);
  private static final BigDecimal DIFFICULTY = new BigDecimal("10");

  private record Completion(String user, String offer, Instant time) {}

  @Test
  void completesWhatTheLogOfTheAppSaysWasCompleted() throws IOException {
    // given
    String data = System.getenv("CAMPANILE_TEST_DATA");
    assumeThat(data).as("CAMPANILE_TEST_DATA, the folder that holds rewards/").isNotNull();
    Path folder = Path.of(data, "rewards");
    var history = new History();
    new JsonLogFiles().readEvents(folder.resolve("events.jsonl.gz"), history, bytes -> {});
    new JsonLogFiles().readProfiles(folder.resolve("profiles.jsonl.gz"), history);
    // when
    List<Completion> completed = completions(history, Books.campaigns("rewards"));
    // then
    assertThat(completed)
        .hasSize(16_643)
        .containsExactlyInAnyOrderElementsOf(recorded(folder.resolve("completed.jsonl.gz")));
  }

  @Test
  void completesWhatAFewLinesOfPlainCodeComplete() {
    // given
    List<Event> log = randomLog(new Random(7));
    var history = new History();
    log.forEach(history::add);
    // when
    List<Completion> completed =
        completions(
            history,
            List.of(
                offer("discount", "sum(amount of transaction) gte 10"),
                offer("bogo", "event transaction where amount gt 10")));
    // then
    assertThat(completed)
        .hasSizeGreaterThan(500)
        .containsExactlyInAnyOrderElementsOf(expected(log));
  }

  private static List<Completion> completions(History history, List<CampaignGraph> campaigns) {
    var book = Books.of(campaigns.toArray(CampaignGraph[]::new));
    Backtested result = new Backtest(book, 2).run(history, Optional.empty(), events -> {});
    return result.orders().stream().map(RewardsTest::completion).toList();
  }

  private static Completion completion(Order order) {
    String offer = order.parameters().values().get("offer").toString();
    return new Completion(order.user().text(), offer, order.at());
  }

  private static List<Completion> recorded(Path file) throws IOException {
    var line =
        Pattern.compile("\"user\": \"(\\w+)\", \"offer\": \"(\\w+)\", \"time\": \"([^\"]+)\"");
    var bytes = new GZIPInputStream(Files.newInputStream(file));
    try (var lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .flatMap(text -> line.matcher(text).results())
          .map(
              found ->
                  new Completion(found.group(1), found.group(2), Instant.parse(found.group(3))))
          .toList();
    }
  }

  private static CampaignGraph offer(String kind, String done) {
    return Languages.campaign(
        """
        campaign: %1$s
        participation: { mode: parallel }
        entry:
          - when: [["event offer.received where offer eq %1$s"]]
            to: open
        nodes:
          open: {}
          done: { actions: [ { log: { offer: "{entry.offer}" } } ] }
          expired: {}
        edges:
          - { from: open, to: done, when: [["%2$s"]] }
          - { from: open, to: expired, when: [["after PT72H"]] }
        """
            .formatted(kind, done));
  }

  /** Whole hours and few users, so that times are equal and deadlines are met exactly. */
  private static List<Event> randomLog(Random random) {
    List<Event> log = new ArrayList<>();
    for (int i = 0; i < 6_000; i++) {
      Instant time = START.plus(Duration.ofHours(i / 12));
      String user = "user-" + random.nextInt(40);
      boolean receipt = random.nextInt(4) == 0;
      Map<String, Object> properties =
          receipt
              ? Map.of("offer", List.of("discount", "bogo", "other").get(random.nextInt(3)))
              : Map.of("amount", BigDecimal.valueOf(random.nextInt(120), 1));
      log.add(event(i, receipt ? "offer.received" : "transaction", user, time, properties));
    }
    return log;
  }

  private static Event event(
      int number, String type, String user, Instant time, Map<String, Object> properties) {
    var id = new EventId("", "e" + number);
    return new Event(id, type, new UserId(user), time, new Attributes(properties));
  }

  private static List<Completion> expected(List<Event> log) {
    List<Completion> expected = new ArrayList<>();
    for (int i = 0; i < log.size(); i++) {
      if (log.get(i).type().equals("offer.received")) {
        completion(log.get(i), log.subList(i + 1, log.size())).ifPresent(expected::add);
      }
    }
    return expected;
  }

  private static Optional<Completion> completion(Event receipt, List<Event> later) {
    String offer = receipt.properties().values().get("offer").toString();
    BigDecimal sum = BigDecimal.ZERO;
    for (Event event : later) {
      boolean counts =
          event.user().equals(receipt.user())
              && event.type().equals("transaction")
              && !event.time().isAfter(receipt.time().plus(OPEN));
      BigDecimal amount =
          counts ? (BigDecimal) event.properties().values().get("amount") : BigDecimal.ZERO;
      sum = sum.add(amount);
      if (offer.equals("discount") && sum.compareTo(DIFFICULTY) >= 0
          || offer.equals("bogo") && amount.compareTo(DIFFICULTY) > 0) {
        return Optional.of(new Completion(receipt.user().text(), offer, event.time()));
      }
    }
    return Optional.empty();
  }
}
