package dev.campanile.walk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.UserId;
import dev.campanile.engine.LogWriter;
import dev.campanile.engine.state.RuleBook.Status;
import dev.campanile.engine.state.Signal;
import dev.campanile.engine.warehouse.Insiders;
import dev.campanile.testkit.InMemoryCampaignStore;
import dev.campanile.testkit.ManualClock;
import dev.campanile.testkit.ScriptedLog;
import java.time.Duration;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class EndingsTest {

  private static final CampaignId HELLO = new CampaignId("hello");

  private final ManualClock clock = ManualClock.atNoon();
  private final TreeSet<UserId> inside = new TreeSet<>();
  private final ScriptedLog log = new ScriptedLog();
  private final InMemoryCampaignStore store = new InMemoryCampaignStore(key -> !inside.isEmpty());
  private final Endings endings =
      new Endings(
          store,
          insiders(),
          new UserWalk(new LogWriter(log, Duration.ofMillis(50)), clock),
          Runnable::run);

  @Test
  void leadsEverybodyOutOfACampaignThatHasEnded() {
    // given
    IntStream.range(0, 2_500).forEach(i -> inside.add(new UserId("user-" + i)));
    publish(Status.ENDED);
    // when
    endings.walk();
    // then
    assertThat(log.kept())
        .extracting(Signal::user)
        .containsExactlyElementsOf(inside)
        .hasSize(2_500);
    assertThat(log.kept()).allMatch(signal -> signal instanceof Signal.Stopped);
  }

  @Test
  void leavesThoseInsideACampaignThatIsPaused() {
    // given
    inside.add(new UserId("anna"));
    publish(Status.PAUSED);
    // when
    endings.walk();
    // then
    assertThat(log.kept()).isEmpty();
  }

  @Test
  void goesOnLaterWhenTheLogIsAway() {
    // given
    inside.add(new UserId("anna"));
    publish(Status.ENDED);
    log.fail();
    // when
    endings.walk();
    // then
    assertThat(log.kept()).isEmpty();
  }

  private void publish(Status status) {
    store.publish(HELLO, "", Map.of(), "", clock.instant());
    store.status(HELLO, status, clock.instant());
  }

  private Insiders insiders() {
    return (campaign, after, most) ->
        after.map(last -> inside.tailSet(last, false)).orElse(inside).stream().limit(most).toList();
  }
}
