package dev.campanile.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.testkit.Books;
import dev.campanile.testkit.Languages;
import dev.campanile.testkit.Scenario;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ProgressTest {

  private static final String CAMPAIGN =
      """
      campaign: c
      entry:
        - { when: [["event in"], ["event again"]], to: wait }
      nodes: { wait: {}, done: {}, other: {} }
      edges:
        - from: wait
          to: done
          when:
            - ["sum(amount of order.paid) gte 20", "count(order.paid) gte 2"]
            - ["event visited", "after P1D"]
            - ["event shared"]
        - { from: wait, to: other, when: [["event gone"]] }
      """;

  private final Scenario anna = Scenario.given(CAMPAIGN);

  @Test
  void showsTheCellsThatHoldWhileNothingHappens() {
    // given
    anna.happens("in", Map.of());
    anna.happens("again", Map.of());
    anna.happens("order.paid", Map.of("amount", 5));
    anna.happens("shared", Map.of());
    // when
    var before = progress();
    anna.happens("order.paid", Map.of("amount", 5));
    var after = progress();
    // then
    assertThat(before)
        .containsExactly(
            Map.entry(
                "c@1/wait-done",
                List.of(List.of(false, false), List.of(false, false), List.of(true))));
    assertThat(after)
        .containsExactly(
            Map.entry(
                "c@1/wait-done",
                List.of(List.of(false, true), List.of(false, false), List.of(true))));
  }

  @Test
  void showsWhatLeadsToAnEntry() {
    // when
    anna.happens("again", Map.of());
    // then
    assertThat(bystander().progress(anna.state()).entries())
        .containsExactly(Map.entry("c@1/entry-1", List.of(List.of(false), List.of(true))));
  }

  private Map<String, List<List<Boolean>>> progress() {
    return bystander().progress(anna.state()).participations().values().iterator().next();
  }

  private static Bystander bystander() {
    return new Bystander(Books.of(Languages.campaign(CAMPAIGN)));
  }
}
