package dev.campanile.engine.state;

import static dev.campanile.testkit.Scenario.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.campaign.Attributes;
import dev.campanile.engine.monitor.ExplanationText;
import dev.campanile.testkit.Books;
import dev.campanile.testkit.Languages;
import dev.campanile.testkit.Scenario;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each kind of cell, as people read it. */
final class ExplainingTest {

  private static final Map<String, ?> INSIDE = at(10, 20);
  private static final Map<String, ?> OUTSIDE = at(11, 20);

  @Test
  void showsEachValueThatAnEventIsComparedWith() {
    // given
    Scenario anna = waiting("[[\"event paid where [[amount gte 20, vip eq true], [city eq 2]]\"]]");
    // when
    anna.happens("paid", Map.of("amount", number("19.50"), "city", number("2")));
    // then
    assertThat(lines(anna))
        .containsExactly(
            "[ ] event paid where [[amount gte 20, vip eq true], [city eq 2]]",
            "    [ ] one of",
            "        [ ] amount gte 20 (amount is 19.50)",
            "        [ ] vip eq true (vip is missing)",
            "    [x] city eq 2 (city is 2)");
  }

  @Test
  void saysThatAnotherEventCame() {
    // given
    Scenario anna = waiting("[[\"event paid\"]]");
    // when
    anna.happens("seen", Map.of());
    // then
    assertThat(lines(anna)).containsExactly("[ ] event paid (event is 'seen')");
  }

  @Test
  void showsWhatHasLatched() {
    // given
    Scenario anna = waiting("[[\"event paid\"], [\"event sent\"]]");
    anna.happens("paid", Map.of());
    // when
    anna.happens("seen", Map.of());
    // then
    assertThat(lines(anna))
        .containsExactly(
            "[x] event paid (has occurred since the arrival: yes)",
            "[ ] event sent (event is 'seen')");
  }

  @Test
  void showsWhatReferencesStandFor() {
    // given
    Scenario anna =
        waiting("[[\"event paid where code eq {entry.code}\", \"count(paid) gte {user.goal}\"]]");
    // when
    anna.happens("paid", Map.of("code", "B"));
    // then
    assertThat(lines(anna))
        .containsExactly(
            "[ ] one of",
            "    [ ] event paid where code eq {entry.code}",
            "        [ ] code eq {entry.code} (code is 'B', {entry.code} is 'A')",
            "    [ ] count(paid) gte {user.goal} (count(paid) is 1, {user.goal} is missing)");
  }

  @Test
  void showsWhatAWindowCounts() {
    // given
    Scenario anna = waiting("[[\"sum(x of paid) gte 20 within P1D\", \"avg(x of sent) gt 1\"]]");
    anna.happens("paid", Map.of("x", number("9")));
    anna.elapse(Duration.ofHours(20));
    anna.happens("paid", Map.of("x", number("10.5")));
    anna.elapse(Duration.ofHours(5));
    // when
    anna.happens("paid", Map.of("x", number("2")));
    // then
    assertThat(lines(anna))
        .containsExactly(
            "[ ] one of",
            "    [ ] sum(x of paid) gte 20 within P1D (sum(x of paid) within P1D is 12.5)",
            "    [ ] avg(x of sent) gt 1 (avg(x of sent) is missing)");
  }

  @Test
  void showsWhenADeadlineFallsDueOnTheUsersClock() {
    // given
    Scenario anna =
        waiting(Map.of("timezone", "Asia/Shanghai"), "[[\"after P3D\"], [\"user.vip eq true\"]]");
    // when
    anna.happens("seen", Map.of());
    List<String> early = lines(anna);
    anna.elapse(Duration.ofDays(4));
    anna.happens("seen", Map.of());
    // then
    assertThat(early).first().isEqualTo("[ ] after P3D (due at: 2026-03-05T08:00+08:00)");
    assertThat(lines(anna)).first().isEqualTo("[x] after P3D (due since: 2026-03-05T08:00+08:00)");
  }

  @Test
  void showsWhetherSomebodyDwells() {
    // given
    Scenario anna = waiting("[[\"dwell PT2H 10 20 1km\"], [\"user.vip eq true\"]]");
    // when
    anna.happens("seen", OUTSIDE);
    List<String> outside = lines(anna);
    anna.happens("seen", INSIDE);
    List<String> inside = lines(anna);
    anna.elapse(Duration.ofHours(3));
    anna.happens("seen", OUTSIDE);
    // then
    assertThat(outside).first().isEqualTo("[ ] dwell PT2H 10 20 1km (known to be in the area: no)");
    assertThat(inside).first().isEqualTo("[ ] dwell PT2H 10 20 1km (due at: 2026-03-02T02:00Z)");
    assertThat(lines(anna)).first().isEqualTo("[x] dwell PT2H 10 20 1km (fallen due: yes)");
  }

  @Test
  void showsPositions() {
    // given
    Scenario anna =
        waiting("[[\"enter 10 20 1km\"], [\"inside 10 20 1km\"], [\"exit 10 20 1km\"]]");
    anna.happens("seen", OUTSIDE);
    // when
    anna.happens("seen", INSIDE);
    // then
    assertThat(lines(anna))
        .containsExactly(
            "[x] enter 10 20 1km (position before: 11 20, position now: 10 20)",
            "[x] inside 10 20 1km (last known position: 10 20)",
            "[ ] exit 10 20 1km (position before: 11 20, position now: 10 20)");
  }

  @Test
  void showsTheUsersLot() {
    // given
    Scenario anna = waiting("[[\"split 10%\"], [\"always\"]]");
    // when
    anna.happens("seen", Map.of());
    // then
    assertThat(lines(anna))
        .containsExactly(
            "[ ] split 10% (the user's lot in percent: 19.1774, part from: 0, part to: 10)",
            "[x] always");
  }

  @Test
  void showsHowAnActionSettled() {
    // given
    Scenario anna =
        Scenario.given(
            """
            campaign: c
            entry: [ { when: [["event start"]], to: wait } ]
            nodes: { wait: { actions: [ { log: { id: hint, text: "hi" } } ] }, done: {} }
            edges: [ { from: wait, to: done, when: [["action hint failed"]] } ]
            """);
    anna.happens("start", Map.of());
    // when
    anna.course();
    // then
    assertThat(lines(anna)).containsExactly("[ ] action hint failed (action hint succeeded: yes)");
  }

  private static Scenario waiting(String when) {
    return waiting(Map.of(), when);
  }

  /** Who stands at a node with one way out. */
  private static Scenario waiting(Map<String, ?> profile, String when) {
    var book =
        Books.of(
            Languages.campaign(
                """
                campaign: c
                entry: [ { when: [["event start"]], to: wait } ]
                nodes: { wait: {}, done: {} }
                edges: [ { from: wait, to: done, when: %s } ]
                """
                    .formatted(when)));
    var scenario = new Scenario(book, Attributes.NONE.with(profile), START);
    scenario.happens("start", Map.of("code", "A"));
    return scenario;
  }

  /** Why the way out holds or does not at the latest signal. */
  private static List<String> lines(Scenario scenario) {
    return scenario.judgments().stream()
        .filter(judgment -> judgment.from().isPresent())
        .findFirst()
        .map(judgment -> ExplanationText.of(judgment.explanation()))
        .orElseThrow();
  }

  private static Map<String, ?> at(int latitude, int longitude) {
    return Map.of("lat", BigDecimal.valueOf(latitude), "lon", BigDecimal.valueOf(longitude));
  }

  private static BigDecimal number(String digits) {
    return new BigDecimal(digits);
  }
}
