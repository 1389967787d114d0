package dev.campanile.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.UserId;
import dev.campanile.engine.state.RuleBook.Status;
import dev.campanile.testkit.Books;
import dev.campanile.testkit.Languages;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What becomes of users who are told of a tick. */
final class LaunchedTest {

  private static final Instant TICK = Instant.parse("2026-07-01T13:00:00Z");
  private static final UserId ANNA = new UserId("anna");
  private static final CampaignGraph CAMPAIGN =
      Languages.campaign(
          """
          campaign: may
          participation: { mode: parallel }
          entry: [ { launch: { at: 2026-07-01T13:00 }, to: hello } ]
          nodes: { hello: {} }
          """);
  private static final CampaignKey MAY = new CampaignKey(CAMPAIGN.id(), 1);

  @Test
  void whomAPauseKeepsOutIsLetInWhenToldOnceMore() {
    // when
    Step paused = told(Status.PAUSED, UserState.unknown(ANNA), 0);
    Step resumed = told(Status.RUNNING, paused.state(), 60);
    Step again = told(Status.RUNNING, resumed.state(), 120);
    // then
    assertThat(paused.facts())
        .singleElement()
        .isInstanceOfSatisfying(
            Fact.Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo(Fact.Reason.PAUSED));
    assertThat(Permits.entries(resumed)).containsEntry(MAY.id(), 1L);
    assertThat(again.facts()).isEmpty();
  }

  private static Step told(Status status, UserState state, long later) {
    Instant at = TICK.plusSeconds(later);
    try (var control = new StateControl(Books.versions(status, CAMPAIGN))) {
      return control.step(
          state, new Signal.Launched(ANNA, MAY, 1, TICK, at), at, Detail.NONE, Permits.NONE);
    }
  }
}
