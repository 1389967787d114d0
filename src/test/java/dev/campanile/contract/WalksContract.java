package dev.campanile.contract;

import static dev.campanile.testkit.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.campaign.UserId;
import dev.campanile.engine.warehouse.Walks;
import dev.campanile.engine.warehouse.Walks.State;
import dev.campanile.engine.warehouse.Walks.Walk;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every keeper of walks does. */
abstract class WalksContract {

  private static final String NAME = "backfill/welcome@1";
  private static final UserId ANNA = new UserId("änna");
  private static final Instant LATER = NOON.plusSeconds(30);
  private static final Walk BEGUN = Walk.begun(NAME, Optional.of(600), 1000, State.WALKING, NOON);

  private Walks walks;

  abstract Walks empty();

  @BeforeEach
  void begin() {
    walks = empty();
  }

  @Test
  void beginsAWalkOnce() {
    // given
    walks.begin(BEGUN);
    // when
    walks.begin(Walk.begun(NAME, Optional.empty(), 5, State.NOT_NEEDED, LATER));
    // then
    assertThat(walks.named(NAME)).contains(BEGUN);
    assertThat(walks.named("another")).isEmpty();
  }

  @Test
  void keepsHowFarItHasCome() {
    // given
    walks.begin(BEGUN);
    Walk claimed = walks.claim(NAME, "one", NOON, LATER).orElseThrow();
    // when
    Walk advanced = claimed.advanced(ANNA, 7, LATER, LATER.plusSeconds(1));
    boolean noted = walks.advance(advanced, "one", LATER.plusSeconds(30));
    // then
    assertThat(noted).isTrue();
    assertThat(walks.named(NAME)).contains(advanced);
    assertThat(advanced.done()).isEqualTo(7);
    assertThat(advanced.last()).contains(ANNA);
  }

  @Test
  void isOneOwnersAtATime() {
    // given
    walks.begin(BEGUN);
    walks.claim(NAME, "one", NOON, LATER);
    // then
    assertThat(walks.claim(NAME, "two", NOON, LATER)).isEmpty();
    assertThat(walks.advance(BEGUN, "two", LATER)).isFalse();
    assertThat(walks.claim(NAME, "one", NOON, LATER)).isPresent();
    assertThat(walks.named(NAME)).contains(BEGUN);
  }

  @Test
  void isFreeAgainWhenItsClaimHasRunOut() {
    // given
    walks.begin(BEGUN);
    walks.claim(NAME, "one", NOON, LATER);
    // when
    Optional<Walk> claimed = walks.claim(NAME, "two", LATER, LATER.plusSeconds(30));
    // then
    assertThat(claimed).contains(BEGUN);
    assertThat(walks.advance(BEGUN.advanced(ANNA, 7, LATER, LATER), "one", LATER)).isFalse();
    assertThat(walks.named(NAME)).contains(BEGUN);
  }

  @Test
  void isFreeAgainWhenReleasedByItsOwner() {
    // given
    walks.begin(BEGUN);
    walks.claim(NAME, "one", NOON, LATER);
    // when
    walks.release(NAME, "two");
    Optional<Walk> early = walks.claim(NAME, "two", NOON, LATER);
    walks.release(NAME, "one");
    // then
    assertThat(early).isEmpty();
    assertThat(walks.claim(NAME, "two", NOON, LATER)).isPresent();
  }

  @Test
  void waitsForItsRate() {
    // given
    walks.begin(BEGUN);
    walks.claim(NAME, "one", NOON, LATER);
    walks.advance(BEGUN.advanced(ANNA, 7, NOON, LATER), "one", LATER);
    walks.release(NAME, "one");
    // then
    assertThat(walks.claim(NAME, "one", LATER.minusMillis(1), LATER)).isEmpty();
    assertThat(walks.claim(NAME, "one", LATER, LATER.plusSeconds(1))).isPresent();
  }

  @Test
  void isNotClaimedWhenItIsOver() {
    // given
    walks.begin(BEGUN);
    walks.claim(NAME, "one", NOON, LATER);
    walks.advance(BEGUN.ended(State.DONE, NOON), "one", LATER);
    walks.begin(Walk.begun("unneeded", Optional.empty(), 0, State.NOT_NEEDED, NOON));
    // then
    assertThat(walks.claim(NAME, "one", LATER, LATER)).isEmpty();
    assertThat(walks.claim("unneeded", "one", LATER, LATER)).isEmpty();
    assertThat(walks.claim("never begun", "one", LATER, LATER)).isEmpty();
  }

  @Test
  void tellsWhatIsUnderWayAndWhatWasBegunLast() {
    // given
    Walk first = Walk.begun("launch/a/entry-1/x", Optional.of(60), 5, State.WALKING, NOON);
    Walk over = Walk.begun("launch/a/entry-1/y", Optional.empty(), 5, State.DONE, LATER);
    Walk other = Walk.begun("launch/a_b/entry-1/x", Optional.empty(), 5, State.WALKING, LATER);
    List.of(other, over, first, BEGUN).forEach(walks::begin);
    // then
    assertThat(walks.underWay("launch/")).containsExactly(first, other);
    assertThat(walks.underWay("launch/a/")).containsExactly(first);
    assertThat(walks.latest("launch/a/", 5)).containsExactly(over, first);
    assertThat(walks.latest("launch/", 2)).containsExactly(other, over);
    assertThat(walks.latest("none/", 2)).isEmpty();
  }

  @Test
  void isClaimedByOneOfManyAtOnce() throws Exception {
    // given
    walks.begin(BEGUN);
    List<Callable<Boolean>> claims =
        IntStream.range(0, 8)
            .<Callable<Boolean>>mapToObj(
                i -> () -> walks.claim(NAME, "owner " + i, NOON, LATER).isPresent())
            .toList();
    // when
    int claimed = 0;
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (var claim : threads.invokeAll(claims)) {
        claimed += claim.get() ? 1 : 0;
      }
    }
    // then
    assertThat(claimed).isEqualTo(1);
  }
}
