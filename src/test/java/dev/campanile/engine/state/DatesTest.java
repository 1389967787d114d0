package dev.campanile.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.UserId;
import dev.campanile.engine.state.RuleBook.Status;
import dev.campanile.testkit.Books;
import dev.campanile.testkit.Languages;
import dev.campanile.testkit.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Dates of users where versions, other campaigns and late wake-ups come between. */
final class DatesTest {

  private static final CampaignId CAMPAIGN = new CampaignId("c");
  private static final CampaignKey SECOND = new CampaignKey(CAMPAIGN, 2);
  private static final UserId ANNA = new UserId("anna");
  private static final Duration DAY = Duration.ofDays(1);

  private final Scenario scenario = Scenario.given(new String[0]);

  @Test
  void aDateThatANewVersionPutsInThePlaceOfOneThatIsDueIsWaitedForOnItsOwn() {
    // given
    CampaignGraph first = campaign("launch: { date: user.born, repeat: yearly, time: '09:00' }");
    CampaignGraph second = campaign("launch: { date: user.born, repeat: yearly, time: '10:00' }");
    scenario.publish(Books.versions(first));
    scenario.sets(Scenario.START, Map.of("born", "1990-03-03"));
    // when
    scenario.publish(Books.versions(Status.PAUSED, first));
    scenario.elapse(DAY.multipliedBy(2));
    scenario.publish(Books.versions(first, second));
    Outcome reviewed = scenario.apply(new Signal.Reviewed(ANNA, SECOND, scenario.now()));
    scenario.elapse(DAY.multipliedBy(366));
    // then
    assertThat(reviewed).isEqualTo(Outcome.NO_MATCH);
    assertThat(scenario.course()).containsExactly("wait 366d10h");
  }

  @Test
  void aDateIsNotLostToASettlementThatComesBeforeItsWakeUp() {
    // given
    CampaignGraph sending =
        Languages.campaign(
            """
            campaign: sending
            entry: [ { when: [["event start"]], to: send } ]
            nodes: { send: { actions: [ {log: {id: one}} ] }, done: {} }
            edges: [ { from: send, to: done, when: [["event end"]] } ]
            """);
    scenario.publish(Books.of(campaign("launch: { date: user.due }"), sending));
    scenario.sets(Scenario.START, Map.of("due", "2026-03-03"));
    scenario.happens("start", Map.of());
    // when
    Order order = scenario.orders().getFirst();
    Instant late = Scenario.START.plus(DAY).plusMillis(400);
    scenario.apply(
        new Signal.Settled(ANNA, order.key(), order.action(), true, Attributes.NONE, late));
    scenario.elapse(DAY.multipliedBy(2));
    // then
    assertThat(scenario.course()).containsExactly("send 0h", "one! 0h", "wait 1d");
  }

  @Test
  void aDateThatANewVersionDoesWithoutWakesItsUserOnceAtMost() {
    // given
    CampaignGraph first = campaign("launch: { date: user.born, repeat: yearly }");
    CampaignGraph second = campaign("when: [[\"event start\"]]");
    scenario.publish(Books.versions(first));
    scenario.sets(Scenario.START, Map.of("born", "1990-03-03"));
    scenario.publish(Books.versions(first, second));
    scenario.elapse(DAY.multipliedBy(2));
    // when
    var wakeUp = new Signal.WakeUp(ANNA, Scenario.START.plus(DAY));
    Outcome once = scenario.apply(wakeUp);
    Outcome twice = scenario.apply(wakeUp);
    // then
    assertThat(once).isEqualTo(Outcome.NO_MATCH);
    assertThat(twice).isEqualTo(Outcome.ILLEGAL);
    assertThat(scenario.state().memories().get(CAMPAIGN).nextWake()).isEmpty();
    assertThat(scenario.course()).isEmpty();
  }

  private static CampaignGraph campaign(String entry) {
    return Languages.campaign(
        """
        campaign: %s
        entry: [ { %s, to: wait } ]
        nodes: { wait: {}, done: {} }
        edges: [ { from: wait, to: done, when: [["event end"]] } ]
        """
            .formatted(CAMPAIGN, entry));
  }
}
