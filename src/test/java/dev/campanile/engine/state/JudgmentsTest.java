package dev.campanile.engine.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.campanile.campaign.CampaignId;
import dev.campanile.engine.monitor.ExplanationText;
import dev.campanile.engine.state.Judgment.Verdict;
import dev.campanile.engine.state.RuleBook.Status;
import dev.campanile.testkit.Books;
import dev.campanile.testkit.Languages;
import dev.campanile.testkit.Scenario;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JudgmentsTest {

  private static final String ORDERS =
      """
      campaign: c
      %s
      entry: [ { when: [["event start"]], to: wait } ]
      nodes: { wait: {}, next: {}, done: {} }
      edges:
        - { from: wait, to: done, when: [["event a where x eq 1"]] }
        - { from: wait, to: next, when: [["event a"]] }
        - { from: wait, to: wait, when: [["event a where x gte 0", "event again"]] }
        - { from: next, to: done, when: [["user.vip eq true"]] }
      """;

  @Test
  void tellsWhatBecameOfEachWayOut() {
    // given
    Scenario anna = started("");
    // when
    anna.happens("a", Map.of("x", BigDecimal.TWO));
    // then
    assertThat(lines(anna.judgments()))
        .containsExactly(
            "wait-done: wait -> done, did not hold. Missing: x eq 1 (x is 2).",
            "wait-next: wait -> next, followed.",
            "wait-wait: wait -> wait, held, but another way came first.",
            "next-done: next -> done, did not hold. Missing: user.vip eq true (user.vip is missing).");
  }

  @Test
  void tellsEachStepOfAChain() {
    // given
    Scenario anna = started("");
    anna.sets(Scenario.START, Map.of("vip", true));
    // when
    anna.happens("a", Map.of());
    // then
    assertThat(anna.judgments())
        .filteredOn(judgment -> judgment.verdict() == Verdict.FOLLOWED)
        .extracting(Judgment::rule)
        .containsExactly("c@1/wait-next", "c@1/next-done");
  }

  @Test
  void tellsAWayBackToTheSameNodeOnceAsFollowed() {
    // given
    Scenario anna = started("");
    // when
    anna.happens("again", Map.of());
    // then
    assertThat(anna.judgments())
        .filteredOn(judgment -> judgment.rule().equals("c@1/wait-wait"))
        .extracting(Judgment::verdict)
        .containsExactly(Verdict.FOLLOWED, Verdict.NOT_HELD);
  }

  @Test
  void tellsParticipationsApart() {
    // given
    String each = "participation: { mode: parallel, key: event.order }";
    Scenario anna = Scenario.given(ORDERS.formatted(each));
    anna.happens("start", Map.of("order", "A"));
    anna.happens("start", Map.of("order", "B"));
    List<String> runs = anna.state().participations().stream().map(Participation::id).toList();
    // when
    anna.happens("a", Map.of("order", "B"));
    // then
    assertThat(anna.judgments())
        .filteredOn(judgment -> judgment.rule().equals("c@1/wait-next"))
        .extracting(Judgment::participation, Judgment::verdict, Judgment::detail)
        .containsExactlyInAnyOrder(
            tuple(Optional.of(runs.get(0)), Verdict.NOT_JUDGED, "The event is of another order."),
            tuple(Optional.of(runs.get(1)), Verdict.FOLLOWED, ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "audience: { where: [[\"user.country eq CN\"]] } | The audience's 'where' does not hold: user.country eq CN (it is missing).",
        "schedule: { start: 2027-01-01T00:00 } | It starts at 2027-01-01T00:00.",
        "participation: { key: event.order } | The event has no order.",
      })
  void tellsWhatRefusesAnEntry(String rule, String detail) {
    // given
    Scenario anna = Scenario.given(ORDERS.formatted(rule));
    // when
    anna.happens("start", Map.of());
    // then
    assertThat(lines(anna.judgments()))
        .containsExactly("entry-1: into wait, held, but the user was not let in. " + detail);
  }

  @Test
  void tellsThatSomebodyTakesPartAlready() {
    // given
    Scenario anna = started("");
    // when
    anna.happens("start", Map.of());
    // then
    assertThat(entry(anna.judgments()).detail())
        .isEqualTo("The user takes part already: 1 active of 1.");
  }

  @Test
  void tellsTheFiguresOfALimit() {
    // given
    Scenario anna = started("participation: { limits: [ {count: 1, per: day} ] }");
    anna.happens("a", Map.of("x", BigDecimal.ONE));
    // when
    anna.happens("start", Map.of());
    // then
    assertThat(entry(anna.judgments()).detail()).isEqualTo("1 entries of 1 per day.");
  }

  @Test
  void tellsWhenACampaignIsOpenAgain() {
    // given
    Scenario anna = started("participation: { re-entry: P1D }");
    anna.happens("a", Map.of("x", BigDecimal.ONE));
    // when
    anna.happens("start", Map.of());
    // then
    assertThat(entry(anna.judgments()).verdict()).isEqualTo(Verdict.REFUSED);
    assertThat(entry(anna.judgments()).detail())
        .isEqualTo("It is open again from 2026-03-03T00:00Z.");
  }

  @Test
  void tellsThatACampaignIsPaused() {
    // given
    var graph = Languages.campaign(ORDERS.formatted(""));
    Scenario anna = started("");
    // when
    anna.publish(
        Books.of(List.of(graph), Conventions.DEFAULT, Map.of(new CampaignId("c"), Status.PAUSED)));
    anna.happens("a", Map.of());
    // then
    assertThat(anna.judgments())
        .filteredOn(judgment -> judgment.rule().equals("c@1/wait-next"))
        .singleElement()
        .satisfies(judgment -> assertThat(judgment.verdict()).isEqualTo(Verdict.NOT_JUDGED))
        .satisfies(judgment -> assertThat(judgment.detail()).isEqualTo("The campaign is paused."));
  }

  @ParameterizedTest
  @CsvSource({"7, FOLLOWED", "8, NOT_HELD"})
  void tellsEntriesWhetherTheirIndexFindsThemOrNot(int product, Verdict verdict) {
    // given
    Scenario anna =
        Scenario.given(
            """
            campaign: c
            entry: [ { when: [["event paid where product eq 7"]], to: wait } ]
            nodes: { wait: {} }
            """);
    // when
    anna.happens("paid", Map.of("product", BigDecimal.valueOf(product)));
    // then
    assertThat(entry(anna.judgments()).verdict()).isEqualTo(verdict);
    assertThat(ExplanationText.of(entry(anna.judgments())))
        .contains(
            "        [%s] product eq 7 (product is %d)"
                .formatted(verdict == Verdict.FOLLOWED ? "x" : " ", product));
  }

  @Test
  void saysNothingOfWhatCountsNowhere() {
    // given
    Scenario anna = started("");
    anna.elapse(Duration.ofHours(3));
    anna.happens("b", Map.of());
    // when
    Outcome outcome = anna.happens(Scenario.START, "a", Map.of());
    // then
    assertThat(outcome).isEqualTo(Outcome.LATE);
    assertThat(anna.judgments()).isEmpty();
  }

  @Test
  void saysWhatOfTheExitRefusesAnEntry() {
    // given
    Scenario anna = started("exit: { when: [[\"user.vip eq true\"]] }");
    anna.sets(Scenario.START, Map.of("vip", true));
    // when
    anna.happens("start", Map.of());
    // then
    assertThat(anna.reasons().getLast())
        .satisfies(fact -> assertThat(fact).isInstanceOf(Fact.Refused.class))
        .extracting(fact -> ExplanationText.of(((Fact.Refused) fact).why().orElseThrow()))
        .isEqualTo(List.of("[x] user.vip eq true (user.vip is true)"));
  }

  @Test
  void showsWhatEverythingLooksLikeNow() {
    // given
    Scenario anna = started("participation: { re-entry: never }");
    // when
    List<Judgment> now = anna.stand("c");
    // then
    assertThat(now)
        .extracting(Judgment::rule)
        .containsExactly("c@1/wait-done", "c@1/wait-next", "c@1/wait-wait", "c@1/entry-1");
    assertThat(now).allMatch(judgment -> judgment.verdict() == Verdict.NOT_HELD);
    assertThat(entry(now).detail()).isEqualTo("The user takes part already: 1 active of 1.");
  }

  @Test
  void passesOverVersionsThatTheBookDoesNotHold() {
    // given
    Scenario anna = started("");
    anna.publish(Books.of());
    // when
    anna.happens("a", Map.of());
    // then
    assertThat(anna.judgments()).isEmpty();
    assertThat(anna.stand("c")).isEmpty();
  }

  private static Scenario started(String rules) {
    Scenario scenario = Scenario.given(ORDERS.formatted(rules));
    scenario.happens("start", Map.of());
    return scenario;
  }

  private static Judgment entry(List<Judgment> judgments) {
    return judgments.stream().filter(one -> one.from().isEmpty()).findFirst().orElseThrow();
  }

  private static List<String> lines(List<Judgment> judgments) {
    return judgments.stream().map(ExplanationText::brief).toList();
  }
}
