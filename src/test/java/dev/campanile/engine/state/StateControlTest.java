package dev.campanile.engine.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.UserId;
import dev.campanile.engine.state.RuleBook.Status;
import dev.campanile.testkit.Books;
import dev.campanile.testkit.Languages;
import dev.campanile.testkit.Scenario;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What operators do to those inside, and what a single campaign cannot show: the rest is in the
 * page of vectors.
 */
final class StateControlTest {

  private static final Duration HOUR = Duration.ofHours(1);

  private static final CampaignGraph WAITING =
      Languages.campaign(
          """
          campaign: waiting
          entry: [ { when: [["event start"]], to: wait } ]
          nodes:
            wait: { actions: [ { coupon: { id: gift } }, { push: { text: "{gift.code} for {event.x}, {user.name}{user.y}" } } ] }
            late: {}
            done: {}
          edges:
            - { from: wait, to: late, when: [["after PT2H"]] }
            - { from: wait, to: done, when: [["count(a) gte 2"]] }
          """);

  private final Scenario scenario = Scenario.given(new String[0]);

  @Test
  void nobodyMovesWhileACampaignIsPausedAndTimeCatchesUpAfterwards() {
    // given
    scenario.publish(book(Status.RUNNING));
    scenario.happens("start", Map.of());
    scenario.publish(book(Status.PAUSED));
    scenario.elapse(HOUR);
    scenario.happens("a", Map.of());
    scenario.happens("a", Map.of());
    scenario.elapse(HOUR.multipliedBy(3));
    // when
    scenario.publish(book(Status.RUNNING));
    scenario.elapse(HOUR);
    // then
    assertThat(scenario.course()).containsExactly("wait 0h", "gift! 0h", "push! 0h", "late 2h");
  }

  @Test
  void nobodyEntersAPausedCampaign() {
    // given
    scenario.publish(book(Status.PAUSED));
    // when
    scenario.happens("start", Map.of());
    // then
    assertThat(scenario.course()).containsExactly("refused PAUSED 0h");
  }

  @Test
  void whoeverIsInsideLeavesAnEndedCampaign() {
    // given
    scenario.publish(book(Status.RUNNING));
    scenario.happens("start", Map.of());
    scenario.publish(book(Status.ENDED));
    scenario.elapse(HOUR);
    // when
    scenario.apply(
        new Signal.Stopped(
            new UserId("anna"), new CampaignKey(WAITING.id(), 1), Scenario.START.plus(HOUR)));
    scenario.happens("start", Map.of());
    // then
    assertThat(scenario.nodes()).isEmpty();
    assertThat(scenario.facts().getLast())
        .isInstanceOfSatisfying(
            Fact.Ended.class,
            ended -> {
              assertThat(ended.how()).isEqualTo(Participation.Status.STOPPED);
              assertThat(ended.at()).isEqualTo(Scenario.START.plus(HOUR));
            });
  }

  @Test
  void fillsReferencesWithTheirTypes() {
    // given
    scenario.publish(book(Status.RUNNING));
    scenario.sets(Scenario.START, Map.of("name", "Anna"));
    // when
    scenario.happens("start", Map.of("x", new BigDecimal("0.10")));
    scenario.course();
    // then
    assertThat(scenario.orders().getLast().parameters().values())
        .containsExactly(Map.entry("text", "C-gift for 0.10, Anna"));
  }

  @Test
  void leadsIntoCampaignsOfHigherPriorityFirst() {
    // given
    scenario.publish(Books.of(startedBy("b", 1), startedBy("a", 0), startedBy("c", 9)));
    // when
    scenario.happens("start", Map.of());
    // then
    assertThat(scenario.facts())
        .extracting(fact -> fact.campaign().id().text())
        .containsExactly("c", "b", "a");
  }

  @Test
  void wakesNobodyBeforeTime() {
    // given
    scenario.publish(book(Status.RUNNING));
    scenario.happens("start", Map.of());
    var due = Scenario.START.plus(HOUR.multipliedBy(2));
    // when
    Outcome outcome = scenario.apply(new Signal.WakeUp(new UserId("anna"), due));
    // then
    assertThat(outcome).isEqualTo(Outcome.ILLEGAL);
    assertThat(scenario.nodes()).containsExactly("wait");
  }

  @Test
  void stopsWhoeverGoesRoundFromWakeUpToWakeUpAtOneInstant() {
    // given
    var here = Map.of("lat", BigDecimal.ONE, "lon", BigDecimal.ONE);
    scenario.publish(
        Books.of(
            Languages.campaign(
                """
                campaign: round
                entry: [ { when: [["event start"]], to: a } ]
                nodes: { a: {}, b: {} }
                edges:
                  - { from: a, to: b, when: [["dwell PT1H 1 1 1km"], ["user.tag matches 'x+'"]] }
                  - { from: b, to: a, when: [["dwell PT1H 1 1 1km"], ["user.tag matches 'x'"]] }
                """)));
    scenario.sets(Scenario.START, Map.of("tag", "x"));
    scenario.happens("start", here);
    // then
    assertThatThrownBy(() -> scenario.elapse(HOUR))
        .hasMessageContaining("Expected user anna to come to rest in round@1");
  }

  @Test
  void tellsReasonsAlsoUnderABookThatLacksAVersion() {
    // given
    scenario.publish(book(Status.RUNNING));
    scenario.happens("start", Map.of());
    // when
    scenario.publish(Books.of(startedBy("other", 1)));
    scenario.happens("a", Map.of());
    // then
    assertThat(scenario.nodes()).containsExactly("wait");
  }

  private static CampaignGraph startedBy(String id, int priority) {
    return Languages.campaign(
        """
        campaign: %s
        priority: %d
        entry: [ { when: [["event start"]], to: wait } ]
        nodes: { wait: {}, done: {} }
        edges: [ { from: wait, to: done, when: [["event end"]] } ]
        """
            .formatted(id, priority));
  }

  private static RuleBook book(Status status) {
    return Books.of(
        List.of(WAITING), Conventions.DEFAULT, Map.of(new CampaignId("waiting"), status));
  }
}
