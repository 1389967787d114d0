package dev.campanile.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.campaign.CampaignId;
import dev.campanile.engine.warehouse.ScenarioStore;
import dev.campanile.engine.warehouse.ScenarioStore.Kept;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every store of scenarios promises. */
abstract class ScenarioStoreContract {

  private static final CampaignId MUG = new CampaignId("mug");
  private static final CampaignId TEA = new CampaignId("tea");
  private static final Kept FIRST = new Kept("a", "first", Instant.parse("2026-07-01T12:00:00Z"));
  private static final Kept SECOND = new Kept("B", "second", Instant.parse("2026-07-02T12:00:00Z"));
  private static final Kept OTHER = new Kept("a", "other", Instant.parse("2026-07-03T12:00:00Z"));

  /** An empty store. */
  abstract ScenarioStore store();

  @Test
  void keepsFilesByNameInTheOrderOfTheirBytes() {
    // when
    store().keep(MUG, FIRST);
    store().keep(MUG, SECOND);
    // then
    assertThat(store().of(MUG)).containsExactly(SECOND, FIRST);
    assertThat(store().of(TEA)).isEmpty();
    assertThat(store().named(MUG, "a")).contains(FIRST);
    assertThat(store().named(TEA, "a")).isEmpty();
  }

  @Test
  void saysWhetherAFileIsNew() {
    // when // then
    assertThat(store().keep(MUG, FIRST)).isTrue();
    assertThat(store().keep(MUG, OTHER)).isFalse();
    assertThat(store().of(MUG)).containsExactly(OTHER);
  }

  @Test
  void forgetsAFileOnce() {
    // given
    store().keep(MUG, FIRST);
    store().keep(TEA, FIRST);
    // when // then
    assertThat(store().forget(MUG, "a")).isTrue();
    assertThat(store().forget(MUG, "a")).isFalse();
    assertThat(store().of(TEA)).containsExactly(FIRST);
  }
}
