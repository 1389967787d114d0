package dev.campanile.engine.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.adapter.yaml.SnakeYamlTreeParser;
import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.Violation;
import dev.campanile.campaign.scenario.Scenario;
import dev.campanile.campaign.text.ScenarioReader;
import dev.campanile.campaign.text.ScenarioReader.Told;
import dev.campanile.testkit.Books;
import dev.campanile.testkit.Languages;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RehearsalTest {

  private static final CampaignGraph GREET =
      Languages.campaign(
          """
          campaign: greet
          schedule: { start: 2026-06-01T08:00, timezone: Europe/Paris }
          audience: { where: [["user.banned missing"]] }
          participation: { mode: parallel, active: 2 }
          entry: [ { when: [["event hello"]], to: wait } ]
          nodes:
            wait:
              actions:
                - coupon: { id: gift }
                - push: { title: "Hi {user.name}", body: { code: "{gift.code}", n: "{event.n}" }, tags: [ "a", 1 ] }
            rich: {}
            done: {}
          edges:
            - { from: wait, to: rich, when: [["sum(amount of paid) gte 10"]] }
            - { from: wait, to: done, when: [["event bye where code eq {gift.code}", "after P1D"]] }
          """);

  private static final CampaignGraph TEA =
      Languages.campaign(
          """
          campaign: tea
          entry: [ { when: [["event hello"]], to: wait } ]
          nodes: { wait: {}, cup: {} }
          edges: [ { from: wait, to: cup, when: [["event drink"]] } ]
          """);

  @ParameterizedTest
  @ValueSource(
      strings = {
        // each kind of step
        "[ { event: hello, then: { at: wait } } ]",
        "[ { event: hello, with: { n: 7 }, then: { orders: [ gift, { push: { body: { n: 7.0 } } } ] } } ]",
        "[ { event: hello }, { after: P1D, then: { ended: done } } ]",
        "[ { event: hello }, { at: 2026-06-02T07:59, then: { at: wait } }, { at: 2026-06-02T08:00, then: { at: nowhere } } ]",
        "[ { event: hello }, { at: 2026-06-02T05:59:59Z, then: { at: wait } }, { at: 2026-06-02T08:00:00+02:00, then: { at: nowhere } } ]",
        "[ { profile: { banned: true } }, { event: hello, then: { refused: audience } }, { profile: { banned: null } }, { event: hello, then: { at: wait } } ]",
        "[ { profile: { name: Bo } }, { event: hello, then: { orders: [ gift, { push: { title: Hi Bo } } ] } } ]",
        "[ { actions: { gift: waits } }, { event: hello, then: { orders: gift } }, { after: PT1M, settle: { gift: { succeeds: { code: X } } }, then: { orders: [ { push: { body: { code: X } } } ] } } ]",
        "[ { actions: { gift: waits } }, { event: hello }, { settle: { gift: fails }, then: { skipped: push } } ]",
        "[ { actions: { gift: fails } }, { event: hello, then: { orders: gift, skipped: [ push ] } }, { actions: { gift: succeeds } }, { event: hello, then: { orders: [ gift, push ] } } ]",
        "[ { event: paid, times: 3 }, { event: hello, then: { at: wait } }, { event: paid, with: { amount: 1 }, times: 9, then: { at: wait } }, { event: paid, with: { amount: 1 }, then: { ended: rich } } ]",
        "[ { event: hello, id: h1 }, { event: hello, id: h1, then: { at: wait } } ]",
        // what has been ordered has settled before the next step
        "[ { actions: { gift: { succeeds: { code: X } } } }, { event: hello }, { event: bye, with: { code: X }, then: { ended: done } } ]",
        // an event on the deadline still counts, one after a look does not
        "[ { event: hello }, { after: P1D }, { event: paid, with: { amount: 10 }, then: { ended: rich } } ]",
        "[ { event: hello }, { after: P1D, then: { ended: done } }, { event: paid, with: { amount: 10 }, then: { ended: nowhere } } ]",
        // one that comes late is judged, one that comes too late is not
        "[ { event: hello }, { after: PT2H, event: x }, { at: 2026-06-01T09:30, event: paid, with: { amount: 10 }, then: { ended: rich } } ]",
        "[ { event: hello }, { after: PT2H, event: x }, { at: 2026-06-01T08:30, event: paid, with: { amount: 10 }, then: { at: wait } } ]",
        // each kind of expectation
        "[ { event: hello, times: 3, then: { at: [ wait, wait ], arrived: [ wait, wait ], refused: already-active } } ]",
        "[ { event: hello, times: 3, then: { refused: [ { greet: ALREADY_ACTIVE } ] } } ]",
        "[ { event: hello, then: { orders: [ gift, push ] } }, { after: PT1M, then: { orders: none, arrived: nowhere, refused: none, skipped: none } } ]",
        "[ { event: hello, then: { orders: { gift: , push: { tags: [ a, 1.0 ], nothing: null } } } } ]",
        "[ { event: hello }, { event: paid, with: { amount: 10 }, then: { arrived: [ greet/wait, greet/rich ] } } ]",
      })
  void goesAsExpected(String steps) {
    // when // then
    assertThat(run(steps, GREET)).isEqualTo(new Verdict.Passed());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [ { then: { at: wait } } ]                                           | 2:24 Expected anna at 'wait', but anna is at no node.
          [ { event: hello, then: { at: nowhere } } ]                          | 2:38 Expected anna at no node, but anna is at 'wait' since 2026-06-01 08:00.
          [ { event: hello, then: { at: done } } ]                             | Time alone may move anna at 2026-06-02 08:00 at the earliest.
          [ { event: hallo, then: { at: wait } } ]                             | No trigger held for the event 'hallo'.
          [ { event: hello, times: 3, then: { arrived: [ wait, wait, wait ] } } ] | Refused was greet: already-active (The user takes part already: 2 active of 2).
          [ { event: hello, then: { arrived: nowhere } } ]                     | Expected arrivals at none, but got 'wait'.
          [ { event: hello, then: { ended: wait } } ]                          | Expected ends at 'wait', but got none.
          [ { event: hello, then: { orders: [ push, gift ] } } ]               | Expected orders of 'push', 'gift', but got 'gift', 'push'.
          [ { event: hello, then: { orders: [ gift, { push: { body: { n: 1 } } } ] } } ] | Expected push.body.n to be 1, but it is ''.
          [ { event: hello, with: { n: 1 }, then: { orders: [ gift, { push: { body: { n: '1' } } } ] } } ] | Expected push.body.n to be '1', but it is 1.
          [ { event: hello, then: { orders: [ gift, { push: { tags: [ a ] } } ] } } ] | Expected push.tags to be ['a'], but it is ['a', 1].
          [ { event: hello, then: { orders: [ gift, { push: { tags: null } } ] } } ] | Expected push.tags to be nothing, but it is ['a', 1].
          [ { event: hello, then: { skipped: push } } ]                        | Expected skipping 'push', but got none.
          [ { event: hello, then: { refused: limit } } ]                       | Expected the refusals limit, but there was none.
          [ { event: hello, times: 3, then: { refused: none } } ]              | Expected no refusal, but got greet: already-active (The user takes part already: 2 active of 2).
          [ { event: hello, times: 3, then: { refused: { greet: limit } } } ]  | Expected the refusals greet: limit, but got greet: already-active (The user takes part already: 2 active of 2).
          [ { settle: { gift: fails } }, { then: { at: nowhere } } ]           | Expected an order of 'gift' that waits, but there is none.
          [ { after: PT1H }, { at: 2026-06-01T08:30, then: { at: nowhere } } ] | Expected a time from 2026-06-01 09:00 on, but got 2026-06-01 08:30: time does not go back.
          """)
  void saysWhatDidNotGoAsExpected(String steps, String complaint) {
    // when
    Verdict verdict = run(steps, GREET);
    // then
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Failed.class,
            failed ->
                assertThat(failed.complaints())
                    .anyMatch(text -> (failed.place() + " " + text).contains(complaint)));
  }

  @Test
  void tellsTheCourseOnTheUsersClock() {
    // when
    Verdict verdict =
        run(
            """
            [ { profile: { timezone: Asia/Tokyo, name: Bo } }, { event: hello, with: { n: [ 1, { a: x } ] } },
              { event: paid, times: 2, with: { amount: 1 } }, { after: PT24H, event: hello, id: a }, { event: hello, id: a },
              { at: 2026-06-01T00:00, event: paid, then: { at: rich } } ]
            """,
            GREET);
    // then
    assertThat(((Verdict.Failed) verdict).course())
        .containsExactly(
            "2026-06-01 15:00  profile {timezone: 'Asia/Tokyo', name: 'Bo'}: nobody moved",
            "2026-06-01 15:00  event hello {n: [1, {a: 'x'}]}: entered wait, ordered gift",
            "2026-06-01 15:00  gift succeeded: ordered push",
            "2026-06-01 15:00  event paid {amount: 1}: counted, nobody moved (2 times)",
            "2026-06-02 15:00  event hello: entered wait, ordered gift",
            "2026-06-02 15:00  gift succeeded: ordered push",
            "2026-06-02 15:00  event hello (a duplicate): nothing came of it",
            "2026-06-01 00:00  event paid (late): nothing came of it",
            "2026-06-02 15:00  time: moved to done, ended at done");
  }

  @Test
  void qualifiesTheNamesOfSeveralCampaigns() {
    // when
    Verdict verdict =
        run(
            "[ { event: hello }, { event: drink, then: { at: greet/wait, ended: cup } } ]",
            GREET,
            TEA);
    // then
    assertThat(verdict).isEqualTo(new Verdict.Passed());
  }

  @Test
  void tellsAllNamesThatMeanNothing() {
    // when
    List<String> problems =
        new Rehearsal(Books.of(GREET, TEA), List.of(GREET, TEA))
                .problems(
                    scenario(
                        """
                    [ { actions: { gifd: fails } }, { event: hello, then: { at: wait, ended: greet/cup,
                        orders: { tea/gift: }, refused: [ { te: limit }, limits ] } } ]
                    """))
                .stream()
                .map(Violation::message)
                .toList();
    // then
    assertThat(problems)
        .containsExactly(
            "Expected an action of the campaign, but got 'gifd'.",
            "Expected a node of the campaign, but 'wait' may be greet/wait or tea/wait.",
            "Expected a node of the campaign, but got 'greet/cup'.",
            "Expected an action of the campaign, but got 'tea/gift'.",
            "Expected a campaign of the scenario, but got 'te'.",
            "Expected a reason of refusal, but got 'limits'.");
  }

  @Test
  void endsWhereTheAllowanceOfSeveralScenariosIsSpent() {
    // given
    var rehearsal = new Rehearsal(Books.of(GREET), List.of(GREET));
    Scenario scenario = scenario("[ { event: nothing, times: 3, then: { at: nowhere } } ]");
    var allowance = new Allowance(5);
    // when
    Verdict first = rehearsal.run(scenario, allowance);
    boolean spent = allowance.isSpent();
    Verdict second = rehearsal.run(scenario, allowance);
    // then
    assertThat(first).isEqualTo(new Verdict.Passed());
    assertThat(spent).isFalse();
    assertThat(second)
        .isInstanceOfSatisfying(
            Verdict.Failed.class,
            failed -> assertThat(failed.complaints().getFirst()).contains("at most 5 things"));
    assertThat(allowance.isSpent()).isTrue();
  }

  private static Verdict run(String steps, CampaignGraph... campaigns) {
    var rehearsal = new Rehearsal(Books.of(campaigns), List.of(campaigns));
    Scenario scenario = scenario(steps);
    assertThat(rehearsal.problems(scenario)).isEmpty();
    return rehearsal.run(scenario);
  }

  private static Scenario scenario(String steps) {
    String text = "scenario: a\nsteps: " + steps.indent(2).strip();
    return switch (new ScenarioReader(new SnakeYamlTreeParser()).read(text)) {
      case Told.Read(var file) -> file.scenarios().getFirst();
      case Told.Refused refused -> throw new AssertionError(refused.violations().toString());
    };
  }
}
