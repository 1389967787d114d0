package dev.campanile.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.engine.warehouse.CampaignStore;
import dev.campanile.engine.warehouse.CapsStore;
import dev.campanile.engine.warehouse.CapsStore.Version;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every store of frequency caps promises. */
abstract class CapsStoreContract {

  private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");
  private static final Instant LATER = NOON.plusSeconds(60);

  /** An empty store. */
  abstract CapsStore store();

  /** The one whose revision it moves. */
  abstract CampaignStore campaigns();

  @Test
  void hasNoneAtFirst() {
    assertThat(store().latest()).isEmpty();
    assertThat(store().versions()).isEmpty();
  }

  @Test
  void countsVersionsFromOne() {
    // when
    store().publish("a", "hash-a", NOON);
    store().publish("b", "hash-b", LATER);
    // then
    var first = new Version(1, "a", "hash-a", NOON);
    var second = new Version(2, "b", "hash-b", LATER);
    assertThat(store().latest()).contains(second);
    assertThat(store().versions()).isEqualTo(List.of(second, first));
  }

  @Test
  void answersTheSameVersionForTheSameContent() {
    // given
    Version first = store().publish("a", "hash-a", NOON);
    long revision = campaigns().revision();
    // when
    Version again = store().publish("a", "hash-a", LATER);
    // then
    assertThat(again).isEqualTo(first);
    assertThat(campaigns().revision()).isEqualTo(revision);
  }

  @Test
  void takesAFormerContentForANewVersion() {
    // given
    store().publish("a", "hash-a", NOON);
    store().publish("b", "hash-b", NOON);
    // when
    Version third = store().publish("a", "hash-a", LATER);
    // then
    assertThat(third).isEqualTo(new Version(3, "a", "hash-a", LATER));
  }

  @Test
  void movesTheRevision() {
    // given
    long revision = campaigns().revision();
    // when
    store().publish("a", "hash-a", NOON);
    // then
    assertThat(campaigns().revision()).isGreaterThan(revision);
  }
}
