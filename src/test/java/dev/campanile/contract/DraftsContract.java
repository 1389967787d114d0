package dev.campanile.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.campaign.CampaignId;
import dev.campanile.draft.Draft;
import dev.campanile.draft.Draft.Mark;
import dev.campanile.draft.Drafts;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What everybody does who keeps drafts. */
abstract class DraftsContract {

  private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");
  private static final CampaignId HELLO = new CampaignId("hello");
  private static final CampaignId OTHER = new CampaignId("another");
  private static final Map<String, String> FILES =
      Map.of("users.csv", "hash-u", "area.geojson", "hash-a");
  private static final Mark ANNA = new Mark("anna", NOON);
  private static final Mark BEN = new Mark("ben", NOON.plusSeconds(60));

  /** Without any drafts. */
  abstract Drafts drafts();

  @Test
  void hasNoneAtFirst() {
    assertThat(drafts().all()).isEmpty();
    assertThat(drafts().of(HELLO)).isEmpty();
  }

  @Test
  void keepsWhatIsBegunAsItIs() {
    // given
    Draft begun = Draft.begun(HELLO, "campaign: [", 3, ANNA);
    // when
    Draft kept = drafts().keep(begun).orElseThrow();
    // then
    assertThat(kept).isEqualTo(begun.at(kept.revision()));
    assertThat(kept.revision()).isPositive();
    assertThat(drafts().of(HELLO)).contains(kept);
  }

  @Test
  void keepsEveryMark() {
    // given
    Draft begun = drafts().keep(Draft.begun(HELLO, "a", 0, ANNA)).orElseThrow();
    // when
    Draft submitted = drafts().mark(begun.submitted("please", FILES, ANNA), begun).orElseThrow();
    Draft rejected = drafts().mark(submitted.rejected("too loud", BEN), submitted).orElseThrow();
    // then
    assertThat(submitted.revision()).isEqualTo(begun.revision());
    assertThat(submitted.submitted()).contains(ANNA);
    assertThat(submitted.comment()).isEqualTo("please");
    assertThat(submitted.files()).isEqualTo(FILES);
    assertThat(rejected.files()).isEmpty();
    assertThat(rejected.rejected()).contains(BEN);
    assertThat(rejected.submitted()).isEmpty();
    assertThat(drafts().of(HELLO)).contains(rejected);
  }

  @Test
  void listsThemByCampaign() {
    // when
    Draft hello = drafts().keep(Draft.begun(HELLO, "a", 0, ANNA)).orElseThrow();
    Draft other = drafts().keep(Draft.begun(OTHER, "b", 0, BEN)).orElseThrow();
    // then
    assertThat(drafts().all()).containsExactly(other, hello);
  }

  @Test
  void letsTheFasterOneHaveIt() {
    // given
    Draft seen = drafts().keep(Draft.begun(HELLO, "a", 0, ANNA)).orElseThrow();
    Draft faster = drafts().keep(seen.edited("b", 0, BEN)).orElseThrow();
    // when
    Optional<Draft> slower = drafts().keep(seen.edited("c", 0, ANNA));
    Optional<Draft> anew = drafts().keep(Draft.begun(HELLO, "d", 0, ANNA));
    Optional<Draft> marked = drafts().mark(seen.submitted("", Map.of(), ANNA), seen);
    // then
    assertThat(slower).isEmpty();
    assertThat(anew).isEmpty();
    assertThat(marked).isEmpty();
    assertThat(drafts().discard(HELLO, seen.revision())).isFalse();
    assertThat(drafts().of(HELLO)).contains(faster);
  }

  @Test
  void keepsWhoHasWrittenAtIt() {
    // given
    Draft begun = drafts().keep(Draft.begun(HELLO, "a", 0, ANNA)).orElseThrow();
    // when
    Draft edited = drafts().keep(begun.edited("b", 0, BEN)).orElseThrow();
    // then
    assertThat(edited.writers()).containsExactlyInAnyOrder("anna", "ben");
    assertThat(drafts().of(HELLO)).contains(edited);
  }

  @Test
  void marksOnlyWhatNobodyHasMarkedMeanwhile() {
    // given
    Draft begun = drafts().keep(Draft.begun(HELLO, "a", 0, ANNA)).orElseThrow();
    Draft submitted = drafts().mark(begun.submitted("please", FILES, ANNA), begun).orElseThrow();
    Draft rejected = drafts().mark(submitted.rejected("too loud", BEN), submitted).orElseThrow();
    // then
    assertThat(drafts().mark(submitted.withdrawn(), submitted)).isEmpty();
    assertThat(drafts().release(submitted)).isFalse();
    assertThat(drafts().of(HELLO)).contains(rejected);
  }

  @Test
  void forgetsWhatIsReleased() {
    // given
    Draft begun = drafts().keep(Draft.begun(HELLO, "a", 0, ANNA)).orElseThrow();
    Draft submitted = drafts().mark(begun.submitted("please", FILES, ANNA), begun).orElseThrow();
    // then
    assertThat(drafts().release(submitted)).isTrue();
    assertThat(drafts().of(HELLO)).isEmpty();
  }

  @Test
  void neverGivesARevisionTwice() {
    // given
    Draft first = drafts().keep(Draft.begun(HELLO, "a", 0, ANNA)).orElseThrow();
    assertThat(drafts().discard(HELLO, first.revision())).isTrue();
    // when
    Draft second = drafts().keep(Draft.begun(HELLO, "a", 0, ANNA)).orElseThrow();
    // then
    assertThat(second.revision()).isNotEqualTo(first.revision());
    assertThat(drafts().keep(first)).isEmpty();
  }

  @Test
  void doesNotBringBackWhatIsDiscarded() {
    // given
    Draft kept = drafts().keep(Draft.begun(HELLO, "a", 0, ANNA)).orElseThrow();
    // when
    drafts().discard(HELLO, kept.revision());
    // then
    assertThat(drafts().keep(kept.edited("b", 0, BEN))).isEmpty();
    assertThat(drafts().of(HELLO)).isEmpty();
    assertThat(drafts().discard(HELLO, kept.revision())).isFalse();
  }
}
