package dev.campanile.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.UserId;
import dev.campanile.engine.monitor.ExplanationText;
import dev.campanile.engine.state.RuleBook.Status;
import dev.campanile.testkit.Books;
import dev.campanile.testkit.Languages;
import dev.campanile.testkit.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How users go on under a new version. */
final class MigrationTest {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final String NODES = "nodes: { wait: {}, done: {} }";

  private final Scenario scenario = Scenario.given(new String[0]);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // a shorter wait that is over by now, one that is not, one that ends at this very instant
        "after PT9H|after PT1H|wait 0h, wait as of 2 2h, done 2h",
        "after PT9H|after PT3H|wait 0h, wait as of 2 2h, done 3h",
        "after PT9H|after PT2H|wait 0h, wait as of 2 2h, done 2h",
        "after PT3H|after PT9H|wait 0h, wait as of 2 2h, done 9h",
        // what the old version has made due is the old version's
        "after PT1H|after PT9H|wait 0h, done 1h",
        // another condition that holds already, one that does not
        "event x|user.vip eq true|wait 0h, wait as of 2 2h, done 2h",
        "event x|user.vip eq false|wait 0h, wait as of 2 2h",
      })
  void goOnUnderTheNewTriggerAtOnce(String before, String after, String course) {
    // given
    CampaignGraph first = campaign("pin", edge(before), NODES);
    CampaignGraph second = campaign("follow", edge(after), NODES);
    inside(first);
    scenario.sets(Scenario.START, Map.of("vip", true));
    scenario.elapse(HOUR.multipliedBy(2));
    // when
    migrate(first, second);
    scenario.elapse(HOUR.multipliedBy(48));
    // then
    assertThat(scenario.course()).containsExactly(course.split(", "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pin|wait 0h, done 3h",
        "follow|wait 0h, done 3h",
        "{ migrate: { wait: stay } }|wait 0h, stay as of 2 2h, done 5h",
        "{ migrate: { done: stay } }|wait 0h, done 3h"
      })
  void finishOnTheirVersionWhereTheirNodeIsGone(String onChange, String course) {
    // given
    CampaignGraph first = campaign("pin", edge("after PT3H"), NODES);
    CampaignGraph second =
        Languages.campaign(
            """
            campaign: c
            on-change: %s
            entry: [ { when: [["event start"]], to: stay } ]
            nodes: { stay: {}, done: {} }
            edges: [ { from: stay, to: done, when: [["after PT5H"]] } ]
            """
                .formatted(onChange));
    inside(first);
    scenario.elapse(HOUR.multipliedBy(2));
    // when
    migrate(first, second);
    scenario.elapse(HOUR.multipliedBy(48));
    // then
    assertThat(scenario.course()).containsExactly(course.split(", "));
  }

  @Test
  void keepWhatWasCountedAndHasLatchedUnderTheSameName() {
    // given
    CampaignGraph first =
        campaign("pin", edge("count(a) gte 9\"], [\"event b\"], [\"event c"), NODES);
    CampaignGraph second =
        campaign("follow", edge("count(a) gte 2\"], [\"event b\"], [\"event d"), NODES);
    inside(first);
    scenario.happens("a", Map.of());
    scenario.happens("b", Map.of());
    scenario.happens("c", Map.of());
    // when
    migrate(first, second);
    scenario.elapse(HOUR);
    scenario.happens("d", Map.of());
    scenario.elapse(HOUR);
    scenario.happens("a", Map.of());
    // then
    assertThat(scenario.course()).containsExactly("wait 0h", "wait as of 2 0h", "done 2h");
  }

  @Test
  void beginNewCountsAtTheChange() {
    // given
    CampaignGraph first = campaign("pin", edge("event never"), NODES);
    CampaignGraph second = campaign("follow", edge("count(a) gte 2"), NODES);
    inside(first);
    scenario.happens("a", Map.of());
    // when
    migrate(first, second);
    scenario.elapse(HOUR);
    scenario.happens("a", Map.of());
    scenario.elapse(HOUR);
    scenario.happens("a", Map.of());
    // then
    assertThat(scenario.course()).containsExactly("wait 0h", "wait as of 2 0h", "done 2h");
  }

  @Test
  void endWhereTheirNodeIsAnEndNow() {
    // given
    CampaignGraph first = campaign("pin", edge("after PT3H"), NODES);
    CampaignGraph second = campaign("follow", "", "nodes: { wait: {} }");
    inside(first);
    // when
    migrate(first, second);
    scenario.elapse(HOUR.multipliedBy(4));
    // then
    assertThat(scenario.course()).containsExactly("wait 0h", "wait as of 2 0h");
    assertThat(scenario.state().participations()).isEmpty();
    assertThat(scenario.facts())
        .filteredOn(Fact.Ended.class::isInstance)
        .extracting(fact -> ((Fact.Ended) fact).how())
        .containsExactly(Participation.Status.COMPLETED);
  }

  @Test
  void leaveWhereTheNewExitHolds() {
    // given
    CampaignGraph first = campaign("pin", edge("after PT3H"), NODES);
    CampaignGraph second =
        campaign("follow", edge("always") + "\nexit: { when: [[\"user.vip eq true\"]] }", NODES);
    scenario.sets(Scenario.START, Map.of("vip", true));
    inside(first);
    // when
    migrate(first, second);
    // then
    assertThat(scenario.course()).containsExactly("wait 0h", "wait as of 2 0h", "exited 0h");
  }

  @Test
  void keepWhatHasLatchedForTheExit() {
    // given
    String exit = "\nexit: { when: [[\"event a\"], [\"event b\"]] }";
    CampaignGraph first = campaign("pin", edge("after PT3H") + exit, NODES);
    CampaignGraph second = campaign("follow", edge("after PT4H") + exit, NODES);
    inside(first);
    scenario.happens("a", Map.of());
    // when
    migrate(first, second);
    scenario.elapse(HOUR);
    scenario.happens("b", Map.of());
    // then
    assertThat(scenario.course()).containsExactly("wait 0h", "wait as of 2 0h", "exited 1h");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "two|wait 0h, one! 0h, wait as of 2 0h, two! 0h",
        "three|wait 0h, one! 0h, skipped two 0h, wait as of 2 0h"
      })
  void goOnWithTheActionsOfTheirNodeWhereTheseAreTheSame(String second, String course) {
    // given
    String nodes =
        "nodes: { wait: { strategy: serial, actions: [ {log: {id: one}}, {log: {id: %s}} ] }, done: {} }";
    CampaignGraph was = campaign("pin", edge("after PT3H"), nodes.formatted("two"));
    CampaignGraph is = campaign("follow", edge("after PT3H"), nodes.formatted(second));
    inside(was);
    // when
    migrate(was, is);
    // then
    assertThat(scenario.course()).containsExactly(course.split(", "));
  }

  @Test
  void goOnOnceAndUnderTheOpenVersionOfARunningCampaignAlone() {
    // given
    CampaignGraph first = campaign("pin", edge("after PT3H"), NODES);
    CampaignGraph second = campaign("follow", edge("after PT4H"), NODES);
    CampaignGraph third = campaign("pin", edge("after PT5H"), NODES);
    inside(first);
    // when
    scenario.publish(Books.versions(first, second, third));
    Outcome superseded = migrated();
    scenario.publish(Books.versions(Status.PAUSED, first, second));
    Outcome paused = migrated();
    scenario.publish(Books.versions(first, second));
    Outcome told = migrated();
    Outcome again = migrated();
    // then
    assertThat(superseded).isEqualTo(Outcome.NO_MATCH);
    assertThat(paused).isEqualTo(Outcome.NO_MATCH);
    assertThat(told).isEqualTo(Outcome.APPLIED);
    assertThat(again).isEqualTo(Outcome.NO_MATCH);
    assertThat(scenario.course()).containsExactly("wait 0h", "wait as of 2 0h");
  }

  @Test
  void sayWhatOfTheNewExitEndsThem() {
    // given
    CampaignGraph first = campaign("pin", edge("event never"), NODES);
    CampaignGraph second =
        campaign("follow", "exit: { when: [[\"user.vip eq true\"]] }\n" + edge("event x"), NODES);
    inside(first);
    scenario.sets(Scenario.START, Map.of("vip", true));
    // when
    migrate(first, second);
    // then
    assertThat(scenario.reasons().getLast())
        .satisfies(fact -> assertThat(fact).isInstanceOf(Fact.Ended.class))
        .extracting(fact -> ExplanationText.of(((Fact.Ended) fact).why().orElseThrow()))
        .isEqualTo(List.of("[x] user.vip eq true (user.vip is true)"));
  }

  private void inside(CampaignGraph first) {
    scenario.publish(Books.versions(first));
    scenario.happens("start", Map.of());
  }

  private void migrate(CampaignGraph first, CampaignGraph second) {
    scenario.publish(Books.versions(first, second));
    migrated();
  }

  private Outcome migrated() {
    var second = new CampaignKey(new CampaignId("c"), 2);
    return scenario.apply(new Signal.Migrated(new UserId("anna"), second, scenario.now()));
  }

  private static String edge(String trigger) {
    return "edges: [ { from: wait, to: done, when: [[\"%s\"]] } ]".formatted(trigger);
  }

  private static CampaignGraph campaign(String onChange, String edges, String nodes) {
    return Languages.campaign(
        """
        campaign: c
        on-change: %s
        entry: [ { when: [["event start"]], to: wait } ]
        %s
        %s
        """
            .formatted(onChange, nodes, edges));
  }
}
