package dev.campanile.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.adapter.json.JsonStates;
import dev.campanile.campaign.CampaignId;
import dev.campanile.engine.backtest.Backtests.Job;
import dev.campanile.engine.backtest.Backtests.Progress;
import dev.campanile.engine.backtest.Backtests.Question;
import dev.campanile.engine.backtest.Backtests.State;
import dev.campanile.testkit.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PostgresBacktestsTest {

  private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");
  private static final Instant LATER = NOON.plusSeconds(60);
  private static final Question QUESTION =
      new Question(
          new CampaignId("mug"),
          "campaign: mug",
          Map.of("vip.csv", "user\nada\n"),
          Optional.of("march.csv"),
          Optional.of(NOON),
          Optional.empty());

  private static TestDatabase database;

  private final PostgresBacktests backtests =
      new PostgresBacktests(database.dataSource(), new JsonStates());
  private final PostgresEventLogs logs = new PostgresEventLogs(database.dataSource());

  @BeforeAll
  static void connect() {
    database = TestDatabase.schema("backtests");
  }

  @AfterAll
  static void disconnect() {
    database.close();
  }

  @BeforeEach
  void clear() {
    database.clear();
  }

  @Test
  void givesEachQuestionToOneOwnerInOrder() {
    // given
    backtests.ask("a", QUESTION, 2, NOON);
    backtests.ask("b", QUESTION, 2, LATER);
    // when
    Optional<Job> first = backtests.take("one", LATER, NOON);
    Optional<Job> second = backtests.take("two", LATER, NOON);
    Optional<Job> third = backtests.take("two", LATER, NOON);
    // then
    assertThat(first.map(Job::id)).contains("a");
    assertThat(first.map(Job::question)).contains(QUESTION);
    assertThat(second.map(Job::id)).contains("b");
    assertThat(third).isEmpty();
  }

  @Test
  void tellsHowManyAreBeforeOneAndTakesNoMoreThanMayWait() {
    // given
    backtests.ask("a", QUESTION, 2, NOON);
    backtests.ask("b", QUESTION, 2, LATER);
    // when
    boolean third = backtests.ask("c", QUESTION, 2, LATER);
    // then
    assertThat(third).isFalse();
    assertThat(backtests.job("b").map(Job::ahead)).contains(1L);
    assertThat(backtests.latest(Optional.of(QUESTION.campaign()), 9))
        .extracting(Job::id)
        .containsExactly("b", "a");
    assertThat(backtests.latest(Optional.of(new CampaignId("tea")), 9)).isEmpty();
  }

  @Test
  void letsAnotherTakeOverWhereTheOwnerIsSilent() {
    // given
    backtests.ask("a", QUESTION, 2, NOON);
    backtests.take("one", NOON, NOON);
    // when
    Optional<Job> tooEarly = backtests.take("two", LATER, NOON);
    Optional<Job> taken = backtests.take("two", LATER, NOON.plusSeconds(1));
    boolean former = backtests.beat("a", "one", new Progress(1, 2), LATER);
    backtests.end("a", "one", State.DONE, Optional.of("{}"), List.of(), LATER);
    // then
    assertThat(tooEarly).isEmpty();
    assertThat(taken.map(Job::id)).contains("a");
    assertThat(former).isFalse();
    assertThat(backtests.job("a").map(Job::state)).contains(State.RUNNING);
  }

  @Test
  void givesUpWhatEndedTwoOwnersButNotWhatTheyPutBack() {
    // given
    backtests.ask("deadly", QUESTION, 2, NOON);
    backtests.take("one", NOON, NOON);
    backtests.putBack("deadly", "one");
    // when
    Optional<Job> first = backtests.take("one", NOON, NOON);
    Optional<Job> second = backtests.take("two", NOON, LATER);
    Optional<Job> third = backtests.take("three", LATER, LATER);
    // then
    assertThat(first).isPresent();
    assertThat(second).isPresent();
    assertThat(third).isEmpty();
    Job job = backtests.job("deadly").orElseThrow();
    assertThat(job.state()).isEqualTo(State.FAILED);
    assertThat(job.problems()).singleElement().asString().contains("stopped each time");
    assertThat(job.endedAt()).contains(LATER);
  }

  @Test
  void forgetsTheTextsOfWhatHasEnded() {
    // given
    backtests.ask("a", QUESTION, 2, NOON);
    backtests.take("one", NOON, NOON);
    // when
    backtests.end("a", "one", State.DONE, Optional.of("{}"), List.of(), LATER);
    // then
    Question ended = backtests.job("a").map(Job::question).orElseThrow();
    assertThat(ended.text()).isEmpty();
    assertThat(ended.files()).isEmpty();
    assertThat(backtests.latest(Optional.empty(), 9).getFirst().report()).isEmpty();
  }

  @Test
  void keepsProgressAndReport() {
    // given
    backtests.ask("a", QUESTION, 2, NOON);
    backtests.take("one", NOON, NOON);
    // when
    boolean wanted = backtests.beat("a", "one", new Progress(1, 2), LATER);
    Optional<Progress> progress = backtests.job("a").map(Job::progress);
    backtests.end("a", "one", State.FAILED, Optional.of("{\"n\":1}"), List.of("why"), LATER);
    // then
    Job job = backtests.job("a").orElseThrow();
    assertThat(wanted).isTrue();
    assertThat(progress).contains(new Progress(1, 2));
    assertThat(job.report()).contains("{\"n\":1}");
    assertThat(job.problems()).containsExactly("why");
    assertThat(job.endedAt()).contains(LATER);
  }

  @Test
  void cancelsOnceAndTellsTheOwner() {
    // given
    backtests.ask("a", QUESTION, 2, NOON);
    backtests.take("one", NOON, NOON);
    // when // then
    assertThat(backtests.cancel("a", LATER)).isTrue();
    assertThat(backtests.cancel("a", LATER)).isFalse();
    assertThat(backtests.beat("a", "one", new Progress(1, 2), LATER)).isFalse();
    assertThat(backtests.take("two", LATER, LATER)).isEmpty();
  }

  @Test
  void keepsLogsOfManyPieces() throws IOException {
    // given
    byte[] content = new byte[(2 << 20) + 7];
    new Random(1).nextBytes(content);
    logs.keep("a.csv", new ByteArrayInputStream(new byte[9]), 10, NOON);
    // when
    var kept = logs.keep("a.csv", new ByteArrayInputStream(content), content.length, LATER);
    var longer = logs.keep("a.csv", new ByteArrayInputStream(content), content.length - 1, LATER);
    // then
    assertThat(kept.orElseThrow().bytes()).isEqualTo(content.length);
    assertThat(longer).isEmpty();
    assertThat(logs.all()).containsExactly(kept.get());
    try (InputStream read = logs.open("a.csv").orElseThrow()) {
      assertThat(read.readAllBytes()).isEqualTo(content);
    }
    assertThat(logs.forget("a.csv")).isTrue();
    assertThat(logs.open("a.csv")).isEmpty();
  }
}
