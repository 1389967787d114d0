package dev.campanile.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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
  void isUnavailableWhenTheBrokerRefuses() {
    // given
    log.fail();
    // then
    assertThatExceptionOfType(LogUnavailable.class)
        .isThrownBy(() -> writer.append(List.of(SIGNAL, SIGNAL)));
  }

  @Test
  void isUnavailableWhenTheBrokerDoesNotAnswer() {
    // given
    log.fallSilent();
    // then
    assertThatExceptionOfType(LogUnavailable.class)
        .isThrownBy(() -> writer.append(List.of(SIGNAL, SIGNAL)));
  }
}
