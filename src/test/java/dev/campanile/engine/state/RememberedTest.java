package dev.campanile.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.campaign.CampaignGraph;
import dev.campanile.testkit.Books;
import dev.campanile.testkit.Languages;
import dev.campanile.testkit.Scenario;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What later versions ask of those who took part before there was a question. */
final class RememberedTest {

  private static final Duration HOUR = Duration.ofHours(1);

  private final Scenario scenario = Scenario.given(new String[0]);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "limits: [ { count: 2, per: P7D } ]|wait 0h, done 1h, wait 2h, done 3h, refused LIMIT 4h",
        "limits: [ { count: 3, per: P7D } ]|wait 0h, done 1h, wait 2h, done 3h, wait 4h",
        "limits: [ { count: 1, per: PT2H } ]|wait 0h, done 1h, wait 2h, done 3h, wait 4h",
        "re-entry: never|wait 0h, done 1h, wait 2h, done 3h, refused RE_ENTRY 4h",
        "re-entry: PT2H|wait 0h, done 1h, wait 2h, done 3h, refused RE_ENTRY 4h",
        "re-entry: PT1H|wait 0h, done 1h, wait 2h, done 3h, wait 4h",
      })
  void isCountedByTheRulesOfALaterVersion(String rules, String course) {
    // given
    scenario.publish(Books.versions(campaign("")));
    takePart();
    takePart();
    // when
    scenario.publish(Books.versions(campaign(""), campaign(rules)));
    scenario.happens("start", Map.of());
    // then
    assertThat(scenario.course()).containsExactly(course.split(", "));
  }

  @Test
  void isNotForgottenWhileAVersionHasNoLimit() {
    // given
    CampaignGraph limited = campaign("limits: [ { count: 2, per: P7D } ]");
    scenario.publish(Books.versions(limited));
    takePart();
    // when
    scenario.publish(Books.versions(limited, campaign("")));
    takePart();
    scenario.publish(Books.versions(limited, campaign(""), limited));
    scenario.happens("start", Map.of());
    // then
    assertThat(scenario.course())
        .containsExactly("wait 0h", "done 1h", "wait 2h", "done 3h", "refused LIMIT 4h");
  }

  @Test
  void isTheLatestEntriesWhereNothingCountsThem() {
    // given
    scenario.publish(Books.versions(campaign("")));
    // when
    for (int i = 0; i < 2 * Memory.LATEST; i++) {
      takePart();
    }
    // then
    assertThat(scenario.state().memories().values())
        .singleElement()
        .satisfies(memory -> assertThat(memory.entries()).hasSize(Memory.LATEST))
        .satisfies(memory -> assertThat(memory.ended()).hasSize(1));
  }

  @Test
  void isNoEndOfEachOrderThatNobodyAsksAbout() {
    // given
    scenario.publish(Books.versions(campaign("key: event.order")));
    // when
    for (int i = 0; i < 3; i++) {
      scenario.happens("start", Map.of("order", i));
      scenario.elapse(HOUR);
    }
    // then
    assertThat(scenario.state().memories().values())
        .singleElement()
        .satisfies(memory -> assertThat(memory.ended()).isEmpty());
  }

  private void takePart() {
    scenario.happens("start", Map.of());
    scenario.elapse(HOUR);
    scenario.elapse(HOUR);
  }

  private static CampaignGraph campaign(String rules) {
    return Languages.campaign(
        """
        campaign: c
        participation: { %s }
        entry: [ { when: [["event start"]], to: wait } ]
        nodes: { wait: {}, done: {} }
        edges: [ { from: wait, to: done, when: [["after PT1H"]] } ]
        """
            .formatted(rules));
  }
}
