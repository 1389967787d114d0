package dev.campanile.engine.exception;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureJudgeTest {

  private static final Duration DAY = Duration.ofDays(1);
  private static final Past FIRST = new Past(1, Duration.ZERO, false);

  private final FailureJudge judge = new FailureJudge();

  @Test
  void givesUpOnWhatWillNeverGoThrough() {
    // when
    var verdict = judge.judge(new Failure.Final("400"), FIRST, DAY, 1);
    // then
    assertThat(verdict).isEqualTo(new Verdict.GiveUp("400"));
  }

  @Test
  void asksAPersonWhereAnEarlierAttemptMayHaveDoneIt() {
    // given
    var past = new Past(2, Duration.ofSeconds(1), true);
    // when
    var verdict = judge.judge(new Failure.Final("400"), past, DAY, 1);
    // then
    assertThat(verdict).isEqualTo(new Verdict.Park("400", true));
  }

  @Test
  void repeatsAnOpenOutcomeWhereThatDoesNoHarm() {
    // when
    var verdict = judge.judge(new Failure.Open("no answer", true), FIRST, DAY, 1);
    // then
    assertThat(verdict).isInstanceOf(Verdict.Retry.class);
  }

  @Test
  void asksAPersonAboutAnOpenOutcomeThatMustNotBeRepeated() {
    // when
    var verdict = judge.judge(new Failure.Open("no answer", false), FIRST, DAY, 1);
    // then
    assertThat(verdict).isEqualTo(new Verdict.Park("no answer", true));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 2", "3, 4", "9, 256", "10, 300", "60, 300", "2000000000, 300"})
  void spreadsRetriesOverAWindowThatDoublesUpToTheCap(int attempts, long windowSeconds) {
    // given
    var past = new Past(attempts, Duration.ZERO, false);
    // when
    var millis =
        LongStream.range(0, 1_000).map(seed -> retry(past, seed).toMillis()).summaryStatistics();
    // then
    long window = windowSeconds * 1_000;
    assertThat(millis.getMin()).isBetween(0L, window / 20);
    assertThat(millis.getMax()).isBetween(window * 19 / 20, window);
  }

  @Test
  void answersTheSameToTheSameQuestion() {
    // when
    Duration once = retry(FIRST, 7);
    // then
    assertThat(retry(FIRST, 7)).isEqualTo(once);
    assertThat(retry(FIRST, 8)).isNotEqualTo(once);
  }

  @Test
  void waitsAsLongAsItWasAskedTo() {
    // given
    var failure = new Failure.Passing("429", Duration.ofMinutes(10));
    // when
    var verdict = judge.judge(failure, FIRST, DAY, 1);
    // then
    assertThat(verdict).isEqualTo(new Verdict.Retry(Duration.ofMinutes(10)));
  }

  @Test
  void stopsBeforeTheOtherSideForgetsTheKey() {
    // given
    var past = new Past(300, DAY, false);
    // when
    var verdict = judge.judge(new Failure.Passing("503", Duration.ZERO), past, DAY, 1);
    // then
    assertThat(verdict).isEqualTo(new Verdict.Park("503 (gave up after 300 attempts)", false));
  }

  @Test
  void doesNotWaitBeyondTheHorizon() {
    // given
    var failure = new Failure.Passing("429", Duration.ofDays(3));
    // when
    var verdict = judge.judge(failure, FIRST, DAY, 1);
    // then
    assertThat(verdict).isInstanceOf(Verdict.Park.class);
  }

  @Test
  void remembersAnOpenOutcomeWhenItStops() {
    // given
    var past = new Past(300, DAY, true);
    // when
    var verdict = judge.judge(new Failure.Passing("503", Duration.ZERO), past, DAY, 1);
    // then
    assertThat(verdict).isEqualTo(new Verdict.Park("503 (gave up after 300 attempts)", true));
  }

  private Duration retry(Past past, long seed) {
    var verdict = judge.judge(new Failure.Passing("503", Duration.ZERO), past, DAY, seed);
    return ((Verdict.Retry) verdict).after();
  }
}
