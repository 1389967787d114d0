package dev.campanile.api.trial;

import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.api.campaign.Candidate;
import dev.campanile.api.http.AtOnce;
import dev.campanile.api.http.Bodies;
import dev.campanile.api.http.Ids;
import dev.campanile.api.http.Problem;
import dev.campanile.api.http.ProblemException;
import dev.campanile.api.http.Texts;
import dev.campanile.campaign.CampaignId;
import dev.campanile.engine.backtest.Backtests;
import dev.campanile.engine.backtest.Backtests.Job;
import dev.campanile.engine.backtest.Backtests.Question;
import dev.campanile.engine.backtest.EventLogs;
import dev.campanile.engine.backtest.EventLogs.Uploaded;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Takes questions for backtests, and logs to answer them from. Thread-safe. */
public final class BacktestDesk {

  /** What waits at a time, over all instances. */
  static final int MOST_WAITING = 10;

  /** How far time may go on after now. */
  private static final Duration LATEST = Duration.ofDays(366);

  static final int MOST_LISTED = 20;

  /** Logs that are kept, and how long each may be. */
  static final int MOST_LOGS = 20;

  static final int LONGEST_LOG = 64 << 20;

  /** Uploads under way: each is held in memory. */
  private static final int UPLOADS = 2;

  private static final Pattern LOG =
      Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}\\.(ndjson|jsonl|csv)(\\.gz)?");

  private final Backtests backtests;
  private final EventLogs logs;
  private final SimulationDesk simulations;
  private final Clock clock;
  private final AtOnce uploads =
      new AtOnce("uploads-under-way", "Other logs are being sent", "logs", UPLOADS);

  public BacktestDesk(
      Backtests backtests, EventLogs logs, SimulationDesk simulations, Clock clock) {
    this.backtests = backtests;
    this.logs = logs;
    this.simulations = simulations;
    this.clock = clock;
  }

  /**
   * Refuses a campaign that does not read, and a log that is not there; within an {@link #answer},
   * since it compiles.
   */
  Question question(
      Candidate candidate, Optional<String> log, Optional<Instant> since, Optional<Instant> until) {
    until
        .filter(clock.instant().plus(LATEST)::isBefore)
        .ifPresent(
            late -> {
              throw Problem.of(
                      422,
                      "invalid-time",
                      "The time is too far away",
                      "Expected 'until' within a year from now, but got %s.".formatted(late))
                  .exception();
            });
    log.filter(name -> logs.all().stream().noneMatch(one -> one.name().equals(name)))
        .ifPresent(
            missing -> {
              throw unknownLog(missing);
            });
    CampaignId campaign = simulations.named(candidate);
    return new Question(campaign, candidate.campaign(), candidate.files(), log, since, until);
  }

  /** Refuses what the queue cannot take. */
  Job ask(Question question) {
    String id = UUID.randomUUID().toString();
    if (!backtests.ask(id, question, MOST_WAITING, clock.instant())) {
      throw Problem.of(
              429,
              "backtests-waiting",
              "Other backtests wait",
              "Expected at most %d backtests that wait. Maybe cancel one, or try again later."
                  .formatted(MOST_WAITING))
          .exception();
    }
    return job(id);
  }

  /** Reads a request and answers it, as {@link SimulationDesk#answer}. */
  <T> T answer(InputStream body, Function<JsonNode, T> answer) throws IOException {
    return simulations.answer(body, answer);
  }

  Job job(String id) {
    return backtests
        .job(id)
        .orElseThrow(
            () ->
                Problem.notFound("There is no backtest '%s'.".formatted(Texts.excerpt(id)))
                    .exception());
  }

  List<Job> latest(Optional<String> campaign) {
    return backtests.latest(campaign.map(Ids::campaign), MOST_LISTED);
  }

  /** Twice is once. */
  Job cancel(String id) {
    backtests.cancel(id, clock.instant());
    return job(id);
  }

  List<Uploaded> logs() {
    return logs.all();
  }

  Optional<Uploaded> log(String name) {
    return logs.all().stream().filter(one -> one.name().equals(name)).findFirst();
  }

  /**
   * Keeps a log.
   *
   * @param whole does what keeps it, once all of it has come
   */
  Uploaded keep(String name, InputStream content, Function<Supplier<Uploaded>, Uploaded> whole) {
    if (!LOG.matcher(name).matches()) {
      throw refused(
          "Expected a name such as march.ndjson.gz or march.csv, but got '%s'."
              .formatted(Texts.excerpt(name)));
    }
    List<Uploaded> others = logs.all();
    if (others.size() >= MOST_LOGS && others.stream().noneMatch(one -> one.name().equals(name))) {
      throw refused("Expected at most %d logs. Maybe delete one.".formatted(MOST_LOGS));
    }
    return uploads.run(() -> kept(name, content, whole));
  }

  /**
   * Whoever sends slowly holds none of the store's connections: the log is whole before it is kept.
   */
  private Uploaded kept(
      String name, InputStream content, Function<Supplier<Uploaded>, Uploaded> whole) {
    try {
      byte[] log = Bodies.bytes(content, LONGEST_LOG);
      return whole.apply(() -> kept(name, log));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private Uploaded kept(String name, byte[] log) {
    try {
      return logs.keep(name, new ByteArrayInputStream(log), LONGEST_LOG, clock.instant())
          .orElseThrow();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  void forget(String name) {
    if (!logs.forget(name)) {
      throw unknownLog(name);
    }
  }

  private static ProblemException refused(String detail) {
    return Problem.of(422, "invalid-log", "The log was refused", detail).exception();
  }

  private static ProblemException unknownLog(String name) {
    return Problem.notFound("There is no log '%s'.".formatted(Texts.excerpt(name))).exception();
  }
}
