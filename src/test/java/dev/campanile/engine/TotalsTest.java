package dev.campanile.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.campaign.CampaignId;
import dev.campanile.engine.state.RuleBook;
import dev.campanile.testkit.Books;
import dev.campanile.testkit.InMemoryWarehouse;
import dev.campanile.testkit.Languages;
import dev.campanile.testkit.ManualClock;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class TotalsTest {

  private static final CampaignId GIFTS = new CampaignId("gifts");

  private final InMemoryWarehouse warehouse = new InMemoryWarehouse(ManualClock.atNoon());

  @Test
  void doesNotAskAnewForWhatIsExhaustedUnderAnotherBook() {
    // given
    Totals totals = new Totals(warehouse, 0, upTo(1, "one"));
    boolean before = isAll(totals);
    lease(totals);
    lease(totals);
    // when
    Totals same = totals.under(upTo(1, "another"));
    Totals raised = totals.under(upTo(2, "another"));
    // then
    assertThat(before).isFalse();
    assertThat(isAll(same)).isTrue();
    assertThat(isAll(raised)).isFalse();
  }

  private static void lease(Totals totals) {
    totals.lacks(Set.of(GIFTS));
    totals.lease();
  }

  private boolean isAll(Totals totals) {
    try (var batch = warehouse.begin(warehouse.claim(0, "me"))) {
      return totals.permits(batch).left().get(GIFTS).isAll();
    }
  }

  private static RuleBook upTo(int count, String name) {
    return Books.of(
        Languages.campaign(
            """
            campaign: gifts
            name: %s
            participation: { limits: [ { count: %d, of: all } ] }
            entry: [ { when: [["event start"]], to: in } ]
            nodes: { in: {} }
            """
                .formatted(name, count)));
  }
}
