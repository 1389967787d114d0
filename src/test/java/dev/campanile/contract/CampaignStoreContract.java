package dev.campanile.contract;

import static dev.campanile.testkit.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.engine.state.Pause;
import dev.campanile.engine.state.RuleBook.Status;
import dev.campanile.engine.warehouse.CampaignStore;
import dev.campanile.engine.warehouse.CampaignStore.Listing;
import dev.campanile.engine.warehouse.CampaignStore.Shelf;
import dev.campanile.engine.warehouse.CampaignStore.Version;
import dev.campanile.engine.warehouse.Witness;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every campaign store does. */
abstract class CampaignStoreContract {

  static final CampaignId WELCOME = new CampaignId("welcome");
  static final CampaignId SPRING = new CampaignId("spring");
  static final Instant LATER = NOON.plusSeconds(60);

  private CampaignStore store;

  abstract CampaignStore emptyStore();

  /** Lets someone be inside a version. */
  abstract void enter(CampaignKey campaign);

  @BeforeEach
  void begin() {
    store = emptyStore();
  }

  @Test
  void beginsEmpty() {
    assertThat(store.shelf()).isEqualTo(new Shelf(0, List.of(), List.of()));
    assertThat(store.version(new CampaignKey(WELCOME, 1))).isEmpty();
    assertThat(store.status(WELCOME, Status.PAUSED, NOON)).isFalse();
    assertThat(store.revision()).isZero();
  }

  @Test
  void opensWhatIsPublished() {
    // given
    Map<String, String> files = Map.of("users.csv", "hash-u", "area.geojson", "hash-a");
    // when
    CampaignKey key = store.publish(WELCOME, "campaign: wélcome\n", files, "hash-1", NOON);
    // then
    Version version = new Version(key, "campaign: wélcome\n", files, "hash-1", NOON, false);
    assertThat(key).isEqualTo(new CampaignKey(WELCOME, 1));
    assertThat(store.shelf())
        .isEqualTo(
            new Shelf(1, List.of(new Listing(WELCOME, 1, Status.RUNNING, NOON)), List.of(version)));
    assertThat(store.version(key)).contains(version);
  }

  @Test
  void listsTheVersionsOfACampaignTheLatestFirst() {
    // given
    CampaignKey first = store.publish(WELCOME, "a", Map.of(), "hash-a", NOON);
    CampaignKey second = store.publish(WELCOME, "b", Map.of(), "hash-b", LATER);
    store.publish(SPRING, "a", Map.of(), "hash-a", NOON);
    enter(first);
    // then
    assertThat(store.versions(WELCOME)).extracting(Version::key).containsExactly(second, first);
    assertThat(store.versions(WELCOME)).extracting(Version::inUse).containsExactly(false, true);
    assertThat(store.versions(new CampaignId("none"))).isEmpty();
  }

  @Test
  void publishesTheSameOnlyOnce() {
    // given
    CampaignKey first = store.publish(WELCOME, "a", Map.of(), "hash-a", NOON);
    Shelf shelf = store.shelf();
    // when
    CampaignKey second = store.publish(WELCOME, "a", Map.of(), "hash-a", LATER);
    // then
    assertThat(second).isEqualTo(first);
    assertThat(store.shelf()).isEqualTo(shelf);
  }

  @Test
  void tellsAWitnessWhatWasAndWhatIs() {
    // given
    List<String> seen = new ArrayList<>();
    Witness<CampaignKey> keys = (before, after) -> seen.add(before + " " + after);
    Witness<Status> steering = (before, after) -> seen.add(before.orElseThrow() + " " + after);
    // when
    store.publish(WELCOME, "a", Map.of(), "hash-a", NOON, keys);
    store.publish(WELCOME, "b", Map.of(), "hash-b", NOON, keys);
    store.publish(WELCOME, "b", Map.of(), "hash-b", NOON, keys);
    store.status(WELCOME, Status.PAUSED, NOON, steering);
    store.status(WELCOME, Status.PAUSED, NOON, steering);
    store.status(SPRING, Status.PAUSED, NOON, steering);
    // then
    assertThat(seen)
        .containsExactly(
            "Optional.empty welcome@1",
            "Optional[welcome@1] welcome@2",
            "Optional[welcome@2] welcome@2",
            "RUNNING PAUSED",
            "PAUSED PAUSED");
  }

  @Test
  void changesNothingWhereTheWitnessObjects() {
    // given
    store.publish(WELCOME, "a", Map.of(), "hash-a", NOON);
    Shelf shelf = store.shelf();
    var objection = new IllegalStateException("no");
    // when
    assertThatThrownBy(
            () -> store.publish(WELCOME, "b", Map.of(), "hash-b", NOON, objecting(objection)))
        .isSameAs(objection);
    assertThatThrownBy(() -> store.status(WELCOME, Status.ENDED, NOON, objecting(objection)))
        .isSameAs(objection);
    // then
    assertThat(store.shelf()).isEqualTo(shelf);
  }

  private static <T> Witness<T> objecting(RuntimeException objection) {
    return (before, after) -> {
      throw objection;
    };
  }

  @Test
  void publishesAFormerTextAsANewVersion() {
    // given
    store.publish(WELCOME, "a", Map.of(), "hash-a", NOON);
    store.publish(WELCOME, "b", Map.of(), "hash-b", NOON);
    // when
    CampaignKey third = store.publish(WELCOME, "a", Map.of(), "hash-a", LATER);
    // then
    assertThat(third.version()).isEqualTo(3);
    assertThat(store.version(new CampaignKey(WELCOME, 1)).orElseThrow().publishedAt())
        .isEqualTo(NOON);
  }

  @Test
  void shelvesWhatIsOpenOrHasSomeoneInside() {
    // given
    CampaignKey left = store.publish(WELCOME, "a", Map.of(), "hash-a", NOON);
    CampaignKey inside = store.publish(WELCOME, "b", Map.of(), "hash-b", NOON);
    CampaignKey open = store.publish(WELCOME, "c", Map.of(), "hash-c", NOON);
    CampaignKey other = store.publish(SPRING, "d", Map.of(), "hash-d", NOON);
    // when
    enter(inside);
    // then
    assertThat(store.shelf().versions())
        .extracting(Version::key)
        .containsExactly(other, inside, open);
    assertThat(store.shelf().versions())
        .extracting(Version::inUse)
        .containsExactly(false, true, false);
    assertThat(store.version(left).orElseThrow().inUse()).isFalse();
    assertThat(store.version(inside).orElseThrow().inUse()).isTrue();
  }

  @Test
  void growsItsRevisionWithEveryChange() {
    // when
    store.publish(WELCOME, "a", Map.of(), "hash-a", NOON);
    long published = store.revision();
    store.status(WELCOME, Status.PAUSED, LATER);
    // then
    assertThat(published).isPositive();
    assertThat(store.revision()).isGreaterThan(published);
    assertThat(store.shelf().campaigns())
        .containsExactly(new Listing(WELCOME, 1, Status.PAUSED, LATER));
  }

  @Test
  void remembersPausesThatAreOver() {
    // given
    store.publish(WELCOME, "a", Map.of(), "hash-a", NOON);
    store.status(WELCOME, Status.PAUSED, NOON.plusSeconds(1));
    store.status(WELCOME, Status.PAUSED, NOON.plusSeconds(2));
    store.status(WELCOME, Status.RUNNING, NOON.plusSeconds(3));
    store.status(WELCOME, Status.PAUSED, NOON.plusSeconds(4));
    store.status(WELCOME, Status.ENDED, NOON.plusSeconds(5));
    // when
    store.publish(WELCOME, "b", Map.of(), "hash-b", NOON.plusSeconds(6));
    store.status(WELCOME, Status.PAUSED, LATER);
    // then
    assertThat(store.shelf().campaigns())
        .containsExactly(
            new Listing(
                WELCOME,
                2,
                Status.PAUSED,
                LATER,
                List.of(
                    new Pause(NOON.plusSeconds(1), NOON.plusSeconds(3)),
                    new Pause(NOON.plusSeconds(4), NOON.plusSeconds(5)))));
  }

  @Test
  void leavesAPausedCampaignPausedAndStartsAnEndedOneAnew() {
    // given
    store.publish(WELCOME, "a", Map.of(), "hash-a", NOON);
    store.publish(SPRING, "a", Map.of(), "hash-a", NOON);
    store.status(WELCOME, Status.PAUSED, NOON);
    store.status(SPRING, Status.ENDED, NOON);
    // when
    store.publish(WELCOME, "b", Map.of(), "hash-b", LATER);
    store.publish(SPRING, "b", Map.of(), "hash-b", LATER);
    // then
    assertThat(store.shelf().campaigns())
        .containsExactly(
            new Listing(SPRING, 2, Status.RUNNING, LATER),
            new Listing(WELCOME, 2, Status.PAUSED, LATER));
  }

  @Test
  void publishesConcurrentlyWithoutGapOrDouble() throws Exception {
    // given
    List<Callable<CampaignKey>> publications =
        IntStream.range(0, 24)
            .<Callable<CampaignKey>>mapToObj(
                i -> () -> store.publish(WELCOME, "text " + i, Map.of(), "hash-" + i, NOON))
            .toList();
    List<Callable<CampaignKey>> repetitions =
        IntStream.range(0, 8)
            .<Callable<CampaignKey>>mapToObj(
                i -> () -> store.publish(SPRING, "same", Map.of(), "same", NOON))
            .toList();
    // when
    Set<CampaignKey> different = new TreeSet<>();
    Set<CampaignKey> same = new TreeSet<>();
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (Future<CampaignKey> one : threads.invokeAll(publications)) {
        different.add(one.get());
      }
      for (Future<CampaignKey> one : threads.invokeAll(repetitions)) {
        same.add(one.get());
      }
    }
    // then
    assertThat(different)
        .extracting(CampaignKey::version)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 24).boxed().toList());
    assertThat(same).containsExactly(new CampaignKey(SPRING, 1));
    assertThat(store.revision()).isEqualTo(25);
    assertThat(store.shelf().campaigns()).extracting(Listing::version).containsExactly(1, 24);
  }
}
