package dev.campanile.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.UserId;
import dev.campanile.engine.EventLog.Position;
import dev.campanile.engine.state.Signal;
import dev.campanile.testkit.ScriptedLog;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LogWriterTest {

  private static final Signal SIGNAL =
      new Signal.Stopped(new UserId("anna"), CampaignKey.parse("c@1"), Instant.EPOCH);

  private final ScriptedLog log = new ScriptedLog();
  private final LogWriter writer = new LogWriter(log, Duration.ofMillis(50));

  @Test
  void answersWhereTheSignalsStand() {
    // when
    List<Position> positions = writer.append(List.of(SIGNAL, SIGNAL));
    // then
    assertThat(positions).containsExactly(new Position(0, 0), new Position(0, 1));
  }

  @Test
  void asksForTheSameAgainWhenTheBrokerRefuses() {
    // given
    log.fail();
    // when
    Problem problem = refusal();
    // then
    assertThat(problem.status()).isEqualTo(503);
    assertThat(problem.detail()).contains("Send the same again with the same ids");
  }

  @Test
  void asksForTheSameAgainWhenTheBrokerDoesNotAnswer() {
    // given
    log.fallSilent();
    // when
    Problem problem = refusal();
    // then
    assertThat(problem.status()).isEqualTo(503);
  }

  private Problem refusal() {
    return catchThrowableOfType(
            ProblemException.class, () -> writer.append(List.of(SIGNAL, SIGNAL)))
        .problem();
  }
}
