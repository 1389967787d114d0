package dev.campanile.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.campanile.cli.LineBatches.Batch;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * Sends lines to the intake, batch after batch, so that the order of each user's events is kept;
 * the next batch is read while one is under way. Not thread-safe.
 */
final class EventSender {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<Integer> PASSING = Set.of(429, 500, 502, 503, 504);
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(60);

  /** Why sending stopped before the end: a line of the file with a reason, or several. */
  static final class Stopped extends Exception {

    private final List<String> reasons;

    Stopped(List<String> reasons) {
      super(String.join("\n", reasons));
      this.reasons = List.copyOf(reasons);
    }

    List<String> reasons() {
      return reasons;
    }
  }

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final URI intake;
  private final Optional<String> key;
  private final int perSecond;
  private final Duration patience;
  private final long start = System.nanoTime();
  private long accepted;
  private long retries;

  /**
   * @param key by which one is let in, where there is one
   * @param perSecond how many events a second at most; 0: as fast as they are taken
   * @param patience how long a batch is sent again before it is given up
   */
  EventSender(URI intake, Optional<String> key, int perSecond, Duration patience) {
    this.intake = intake;
    this.key = key;
    this.perSecond = perSecond;
    this.patience = patience;
  }

  long accepted() {
    return accepted;
  }

  long retries() {
    return retries;
  }

  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** Sends everything, or up to the line that is refused. */
  void send(LineBatches batches) throws IOException, InterruptedException, Stopped {
    Optional<Batch> next = batches.next();
    while (next.isPresent()) {
      Batch batch = next.get();
      keepPace();
      CompletableFuture<HttpResponse<String>> answer = post(batch);
      next = batches.next();
      settle(batch, answer);
    }
  }

  private void settle(Batch batch, CompletableFuture<HttpResponse<String>> first)
      throws InterruptedException, Stopped {
    HttpResponse<String> answer = taken(batch, first);
    if (answer.statusCode() == 202) {
      accepted += batch.events();
      return;
    }
    List<Integer> lines = new ArrayList<>();
    List<String> reasons = reasons(batch, answer, lines);
    if (!lines.isEmpty() && lines.getFirst() > 1) {
      Batch good = batch.before(lines.getFirst());
      settle(good, post(good)); // what stands before the refused line is as good as the rest
    }
    throw new Stopped(reasons);
  }

  /** The answer of a service that could answer: what passes by itself is tried again. */
  private HttpResponse<String> taken(Batch batch, CompletableFuture<HttpResponse<String>> first)
      throws InterruptedException, Stopped {
    CompletableFuture<HttpResponse<String>> answer = first;
    Duration pause = SHORTEST_PAUSE;
    long begun = System.nanoTime();
    while (true) {
      String trouble;
      try {
        HttpResponse<String> response = answer.get();
        if (!PASSING.contains(response.statusCode())) {
          return response;
        }
        trouble = "status " + response.statusCode();
      } catch (ExecutionException e) {
        trouble = String.valueOf(e.getCause());
      }
      if (System.nanoTime() - begun > patience.toNanos()) {
        throw gaveUp(batch, trouble);
      }
      Thread.sleep(pause);
      pause =
          pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
              ? pause.multipliedBy(2)
              : LONGEST_PAUSE;
      retries++;
      answer = post(batch);
    }
  }

  private Stopped gaveUp(Batch batch, String trouble) {
    return new Stopped(
        List.of(
            "%d: Expected %s to take the batch that begins here within %s, but: %s."
                .formatted(batch.firstLine(), intake, patience, trouble)));
  }

  private CompletableFuture<HttpResponse<String>> post(Batch batch) {
    var request =
        HttpRequest.newBuilder(intake)
            .timeout(ANSWER)
            .header("Content-Type", "application/x-ndjson")
            .POST(BodyPublishers.ofByteArray(batch.body()));
    key.ifPresent(text -> request.header("Authorization", "Bearer " + text));
    return http.sendAsync(request.build(), BodyHandlers.ofString());
  }

  private void keepPace() throws InterruptedException {
    if (perSecond > 0) {
      Duration due = Duration.ofNanos(accepted * 1_000_000_000L / perSecond);
      Duration ahead = due.minus(elapsed());
      if (ahead.isPositive()) {
        Thread.sleep(ahead);
      }
    }
  }

  /** What was refused, as {@code line: field: reason}; the lines refused go to {@code lines}. */
  private static List<String> reasons(
      Batch batch, HttpResponse<String> answer, List<Integer> lines) {
    JsonNode problem = json(answer.body());
    List<String> reasons = new ArrayList<>();
    for (JsonNode error : problem.path("errors")) {
      int line = error.path("line").asInt(1);
      lines.add(line);
      String field = error.path("field").asText("");
      reasons.add(
          "%d: %s%s"
              .formatted(
                  batch.firstLine() + line - 1,
                  field.isEmpty() ? "" : field + ": ",
                  error.path("reason").asText()));
    }
    if (reasons.isEmpty()) {
      String detail = problem.path("detail").asText(answer.body());
      reasons.add("%d: status %d: %s".formatted(batch.firstLine(), answer.statusCode(), detail));
    }
    return reasons;
  }

  private static JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (IOException notJson) {
      return JSON.createObjectNode();
    }
  }
}
