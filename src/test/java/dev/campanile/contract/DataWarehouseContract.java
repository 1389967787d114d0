package dev.campanile.contract;

import static dev.campanile.testkit.Samples.NOON;
import static dev.campanile.testkit.Samples.SPRING;
import static dev.campanile.testkit.Samples.WELCOME;
import static dev.campanile.testkit.Samples.ended;
import static dev.campanile.testkit.Samples.event;
import static dev.campanile.testkit.Samples.full;
import static dev.campanile.testkit.Samples.state;
import static dev.campanile.testkit.Samples.waiting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.Event;
import dev.campanile.campaign.EventId;
import dev.campanile.campaign.UserId;
import dev.campanile.engine.state.Outcome;
import dev.campanile.engine.state.RuleBook.Status;
import dev.campanile.engine.state.Signal;
import dev.campanile.engine.state.UserState;
import dev.campanile.engine.state.Whereabouts;
import dev.campanile.engine.time.WakeUps;
import dev.campanile.engine.time.WakeUps.Waiting;
import dev.campanile.engine.warehouse.CampaignStore;
import dev.campanile.engine.warehouse.DataWarehouse;
import dev.campanile.engine.warehouse.Fenced;
import dev.campanile.engine.warehouse.Ownership;
import dev.campanile.engine.warehouse.Sighting;
import dev.campanile.engine.warehouse.Unavailable;
import dev.campanile.engine.warehouse.Unwritable;
import dev.campanile.testkit.ABatch;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every data warehouse does, and what it refuses. */
abstract class DataWarehouseContract {

  static final UserId ANNA = new UserId("anna \"😀\"");
  static final UserId BEN = new UserId("ben");
  static final int PARTITION = 3;

  private static final Duration WINDOW = Sighting.WINDOW;

  private DataWarehouse warehouse;
  private WakeUps wakeUps;
  private CampaignStore campaigns;
  private Ownership mine;

  /** Empty. */
  abstract DataWarehouse emptyWarehouse();

  /** Of the warehouse that was made last. */
  abstract WakeUps wakeUps();

  abstract CampaignStore campaigns();

  @BeforeEach
  void claim() {
    warehouse = emptyWarehouse();
    wakeUps = wakeUps();
    campaigns = campaigns();
    mine = warehouse.claim(PARTITION, "first");
  }

  @Test
  void beginsANewPartitionAtOffsetZero() {
    assertThat(mine).isEqualTo(new Ownership(PARTITION, 1, 0));
  }

  @Test
  void keepsTheOffsetWhenAnotherClaims() {
    // given
    ABatch.at(mine).judged(event(ANNA, "e-1", NOON), state(ANNA, 1)).commit(warehouse);
    // when
    Ownership next = warehouse.claim(PARTITION, "second");
    // then
    assertThat(next).isEqualTo(new Ownership(PARTITION, 2, 1));
  }

  @Test
  void fencesTheFormerOwner() {
    // given
    warehouse.claim(PARTITION, "second");
    // then
    assertThatThrownBy(() -> warehouse.begin(mine)).isInstanceOf(Fenced.class);
  }

  @Test
  void doesNotFenceTheOwnersOfOtherPartitions() {
    // given
    Ownership other = warehouse.claim(PARTITION + 1, "second");
    // when
    Ownership next =
        ABatch.at(other).judged(event(ANNA, "e-1", NOON), state(ANNA, 1)).commit(warehouse);
    // then
    assertThat(next.nextOffset()).isEqualTo(1);
    assertThat(ABatch.at(mine).commit(warehouse)).isEqualTo(mine);
  }

  @Test
  void fencesAFormerOwnerInTheMiddleOfABatch() {
    // given
    var batch = warehouse.begin(mine);
    // when
    Ownership next = warehouse.claim(PARTITION, "second");
    // then
    var writes = ABatch.at(mine).judged(event(ANNA, "e-1", NOON), state(ANNA, 1)).writes();
    Throwable refused =
        catchThrowable(
            () -> {
              batch.write(writes);
              batch.commit();
            });
    assertThat(refused).isInstanceOfAny(Fenced.class, Unavailable.class);
    batch.close();
    assertThat(next).isEqualTo(new Ownership(PARTITION, 2, 0));
    assertThat(warehouse.read(ANNA)).isEqualTo(UserState.unknown(ANNA));
  }

  @Test
  void refusesABatchFromAnotherOffset() {
    // given
    ABatch.at(mine).judged(event(ANNA, "e-1", NOON), state(ANNA, 1)).commit(warehouse);
    // then
    assertThatThrownBy(() -> warehouse.begin(mine)).isInstanceOf(Fenced.class);
    assertThatThrownBy(() -> warehouse.begin(new Ownership(PARTITION, mine.epoch(), 2)))
        .isInstanceOf(Fenced.class);
  }

  @Test
  void refusesAPartitionThatNobodyClaimed() {
    assertThatThrownBy(() -> warehouse.begin(new Ownership(99, 1, 0))).isInstanceOf(Fenced.class);
  }

  @Test
  void keepsNothingOfABatchThatIsClosedUncommitted() {
    // when
    try (var batch = warehouse.begin(mine)) {
      batch.write(ABatch.at(mine).judged(event(ANNA, "e-1", NOON), full(ANNA, 1)).writes());
    }
    // then
    assertThat(warehouse.read(ANNA)).isEqualTo(UserState.unknown(ANNA));
    try (var batch = warehouse.begin(mine)) {
      assertThat(batch.seen(List.of(sighting("e-1", NOON)))).isEmpty();
    }
  }

  @Test
  void bringsBackWhateverAStateCanHold() {
    // given
    UserState anna = full(ANNA, 1);
    // when
    ABatch.at(mine).judged(event(ANNA, "e-1", NOON), anna).commit(warehouse);
    // then
    assertThat(warehouse.read(ANNA)).isEqualTo(anna);
    assertThat(loaded(mine, 1, ANNA, BEN))
        .isEqualTo(Map.of(ANNA, anna, BEN, UserState.unknown(BEN)));
  }

  @Test
  void bringsBackAStateWithNothingInIt() {
    // given
    UserState empty =
        new UserState(
            ANNA,
            1,
            Attributes.NONE,
            Optional.empty(),
            Instant.EPOCH,
            0,
            List.of(),
            Map.of(),
            Whereabouts.UNKNOWN,
            Map.of(),
            List.of());
    // when
    ABatch.at(mine).judged(event(ANNA, "e-1", NOON), empty).commit(warehouse);
    // then
    assertThat(warehouse.read(ANNA)).isEqualTo(empty);
  }

  @Test
  void keepsTheLastOfSeveralStatesOfOneBatch() {
    // when
    ABatch.at(mine)
        .judged(event(ANNA, "e-1", NOON), full(ANNA, 1))
        .judged(event(ANNA, "e-2", NOON), state(ANNA, 2))
        .commit(warehouse);
    // then
    assertThat(warehouse.read(ANNA)).isEqualTo(state(ANNA, 2));
  }

  @Test
  void replacesWhatHasChanged() {
    // given
    UserState before = full(ANNA, 1);
    Ownership next = ABatch.at(mine).judged(event(ANNA, "e-1", NOON), before).commit(warehouse);
    var moved = waiting("z-first", SPRING, Optional.of(NOON.plusSeconds(7)));
    UserState after =
        state(
            ANNA,
            2,
            moved,
            before.participations().get(1),
            waiting("third", WELCOME, Optional.empty()));
    // when
    ABatch.at(next).loaded(before).judged(event(ANNA, "e-2", NOON), after).commit(warehouse);
    // then
    assertThat(warehouse.read(ANNA)).isEqualTo(after);
  }

  @Test
  void forgetsWhatIsOver() {
    // given
    var run = waiting("p-1", WELCOME, Optional.of(NOON));
    UserState before = state(ANNA, 1, run);
    Ownership next = ABatch.at(mine).judged(event(ANNA, "e-1", NOON), before).commit(warehouse);
    // when
    ABatch.at(next)
        .loaded(before)
        .judged(
            event(ANNA, "e-2", NOON),
            ABatch.step(state(ANNA, 2), List.of(), List.of(), List.of(ended(run))))
        .commit(warehouse);
    // then
    assertThat(warehouse.read(ANNA)).isEqualTo(state(ANNA, 2));
    assertThat(first(NOON.plusSeconds(60), 9)).isEmpty();
  }

  @Test
  void fencesWhoeverHasNotLoadedTheStateThatIsStored() {
    // given
    Ownership next =
        ABatch.at(mine)
            .judged(event(ANNA, "e-1", NOON), state(ANNA, 5))
            .judged(event(BEN, "e-1", NOON), state(BEN, 5))
            .commit(warehouse);
    // when
    ABatch stale =
        ABatch.at(next)
            .loaded(state(ANNA, 5))
            .loaded(state(BEN, 4))
            .judged(event(ANNA, "e-2", NOON), state(ANNA, 6))
            .judged(event(BEN, "e-2", NOON), state(BEN, 5));
    ABatch unloaded = ABatch.at(next).judged(event(ANNA, "e-2", NOON), state(ANNA, 1));
    // then
    assertThatThrownBy(() -> stale.commit(warehouse)).isInstanceOf(Fenced.class);
    assertThatThrownBy(() -> unloaded.commit(warehouse)).isInstanceOf(Fenced.class);
    assertThat(warehouse.read(ANNA)).isEqualTo(state(ANNA, 5));
  }

  @Test
  void tellsWhatCannotBeStored() {
    // when
    ABatch poison = ABatch.at(mine).judged(event(ANNA, "with a NUL: \0", NOON), state(ANNA, 1));
    // then
    assertThatThrownBy(() -> poison.commit(warehouse)).isInstanceOf(Unwritable.class);
    assertThat(ABatch.at(mine).dead("with a NUL: \0").commit(warehouse).nextOffset()).isEqualTo(1);
  }

  @Test
  void sightsAnEventAgainWithinSevenDaysOfItsTime() {
    // given
    ABatch.at(mine).classed(event(ANNA, "e-1", NOON), Outcome.NO_MATCH).commit(warehouse);
    Sighting same = sighting("e-1", NOON);
    Sighting latest = sighting("e-1", NOON.plus(WINDOW));
    Sighting earliest = sighting("e-1", NOON.minus(WINDOW));
    Sighting tooLate = sighting("e-1", NOON.plus(WINDOW).plusNanos(1));
    Sighting tooEarly = sighting("e-1", NOON.minus(WINDOW).minusNanos(1));
    // then
    assertThat(seen(1, same, latest, earliest, tooLate, tooEarly))
        .containsExactlyInAnyOrder(same, latest, earliest);
  }

  @Test
  void remembersTheEventsThatCountedInTheOrderOfTheLog() {
    // given
    Event late = happened(ANNA, "e-2", "order.paid", NOON.minusSeconds(60));
    Event first = happened(ANNA, "e-1", "order.paid", NOON.plusNanos(123_456_789));
    Event other = happened(BEN, "e-1", "order.paid", NOON);
    ABatch.at(mine)
        .judged(new Signal.Happened(first), state(ANNA, 1))
        .classed(new Signal.Happened(other), Outcome.NO_MATCH)
        .classed(happenedTo(ANNA, "e-3"), Outcome.LATE)
        .classed(happenedTo(ANNA, "e-4"), Outcome.DUPLICATE)
        .classed(happenedTo(ANNA, "e-5"), Outcome.DEAD)
        .classed(new Signal.WakeUp(ANNA, NOON), Outcome.NO_MATCH)
        .classed(new Signal.Happened(happened(ANNA, "e-6", "page.seen", NOON)), Outcome.NO_MATCH)
        .classed(new Signal.Happened(late), Outcome.NO_MATCH)
        .commit(warehouse);
    // then
    assertThat(past(Set.of(ANNA), "order.paid")).containsExactly(first, late);
    assertThat(past(Set.of(ANNA, BEN), "order.paid")).containsExactly(first, other, late);
    assertThat(past(Set.of(ANNA), "page.seen", "never"))
        .extracting(Event::id)
        .containsExactly(new EventId("shop", "e-6"));
    assertThat(past(Set.of(), "order.paid")).isEmpty();
    assertThat(past(Set.of(ANNA))).isEmpty();
  }

  @Test
  void showsTheEventsOfEarlierBatchesWithinABatch() {
    // given
    Event earlier = happened(ANNA, "e-1", "order.paid", NOON);
    Event undone = happened(ANNA, "e-2", "order.paid", NOON);
    Ownership next =
        ABatch.at(mine).judged(new Signal.Happened(earlier), state(ANNA, 1)).commit(warehouse);
    try (var batch = warehouse.begin(next)) {
      batch.write(ABatch.at(next).classed(new Signal.Happened(undone), Outcome.NO_MATCH).writes());
    }
    // when
    List<Event> seen = new ArrayList<>();
    try (var batch = warehouse.begin(next)) {
      batch.history().each(Set.of(ANNA), Set.of("order.paid"), seen::add);
    }
    // then
    assertThat(seen).containsExactly(earlier);
  }

  @Test
  void tellsUsersSourcesAndIdsApart() {
    // given
    ABatch.at(mine).classed(event(ANNA, "e-1", NOON), Outcome.APPLIED).commit(warehouse);
    // then
    assertThat(
            seen(
                1,
                sighting("e-2", NOON),
                new Sighting(BEN, new EventId("shop", "e-1"), NOON, 9),
                new Sighting(ANNA, new EventId("", "e-1"), NOON, 9)))
        .isEmpty();
  }

  @Test
  void measuresDuplicatesAgainstWhatCounted() {
    // given
    ABatch.at(mine)
        .classed(event(ANNA, "e-1", NOON), Outcome.LATE)
        .classed(event(ANNA, "e-1", NOON.plus(WINDOW)), Outcome.DUPLICATE)
        .classed(event(ANNA, "e-2", NOON), Outcome.DEAD)
        .commit(warehouse);
    // then
    assertThat(seen(3, sighting("e-1", NOON.plus(WINDOW).plusSeconds(1)), sighting("e-2", NOON)))
        .isEmpty();
  }

  @Test
  void wakesUsersInTheOrderOfTheirFirstWakeUp() {
    // given
    ABatch.at(mine)
        .judged(
            event(ANNA, "e-1", NOON),
            state(
                ANNA,
                1,
                waiting("a-1", WELCOME, Optional.of(NOON.plusSeconds(30))),
                waiting("a-2", SPRING, Optional.of(NOON.plusSeconds(20)))))
        .judged(
            event(BEN, "e-1", NOON),
            state(BEN, 1, waiting("b-1", WELCOME, Optional.of(NOON.plusSeconds(10)))))
        .commit(warehouse);
    // then
    Waiting ben = new Waiting(BEN, NOON.plusSeconds(10));
    Waiting anna = new Waiting(ANNA, NOON.plusSeconds(20));
    Waiting annaLater = new Waiting(ANNA, NOON.plusSeconds(30));
    assertThat(first(NOON.plusSeconds(60), 9)).containsExactly(ben, anna, annaLater);
    assertThat(first(NOON.plusSeconds(60), 1)).containsExactly(ben);
    assertThat(first(NOON.plusSeconds(20), 9)).containsExactly(ben);
    assertThat(wakeUps.next(PARTITION + 1, Optional.empty(), NOON.plusSeconds(60), 9)).isEmpty();
  }

  @Test
  void wakesPageByPage() {
    // given
    List<UserId> users = IntStream.range(0, 7).mapToObj(i -> new UserId("user-" + i)).toList();
    ABatch batch = ABatch.at(mine);
    for (UserId user : users) {
      Instant at = NOON.plusSeconds(user.text().equals("user-0") ? 9 : 5);
      batch.judged(
          event(user, "e-1", NOON),
          state(user, 1, waiting("run-" + user, WELCOME, Optional.of(at))));
    }
    batch.commit(warehouse);
    // when
    List<UserId> woken = new ArrayList<>();
    List<Waiting> page = first(NOON.plusSeconds(60), 2);
    while (!page.isEmpty()) {
      page.forEach(one -> woken.add(one.user()));
      page = wakeUps.next(PARTITION, Optional.of(page.getLast()), NOON.plusSeconds(60), 2);
    }
    // then
    List<UserId> expected = new ArrayList<>(users.subList(1, 7));
    expected.add(users.getFirst());
    assertThat(woken).isEqualTo(expected);
  }

  @Test
  void wakesNobodyEarly() {
    // given
    Instant exact = NOON.plusNanos(1);
    ABatch.at(mine)
        .judged(event(ANNA, "e-1", NOON), state(ANNA, 1, waiting("a", WELCOME, Optional.of(exact))))
        .commit(warehouse);
    // when
    var waiting = first(NOON.plusSeconds(1), 9);
    // then
    assertThat(waiting)
        .singleElement()
        .satisfies(one -> assertThat(one.at()).isBetween(exact, exact.plusNanos(1_000)));
  }

  @Test
  void letsPausedCampaignsSleep() {
    // given
    campaigns.publish(WELCOME.id(), "yaml", Map.of(), "hash", NOON);
    ABatch.at(mine)
        .judged(
            event(ANNA, "e-1", NOON),
            state(
                ANNA,
                1,
                waiting("a-1", WELCOME, Optional.of(NOON)),
                waiting("a-2", SPRING, Optional.of(NOON.plusSeconds(5)))))
        .commit(warehouse);
    // when
    campaigns.status(WELCOME.id(), Status.PAUSED, NOON);
    var whilePaused = first(NOON.plusSeconds(60), 9);
    campaigns.status(WELCOME.id(), Status.RUNNING, NOON);
    var afterwards = first(NOON.plusSeconds(60), 9);
    // then
    assertThat(whilePaused).containsExactly(new Waiting(ANNA, NOON.plusSeconds(5)));
    assertThat(afterwards)
        .containsExactly(new Waiting(ANNA, NOON), new Waiting(ANNA, NOON.plusSeconds(5)));
  }

  private List<Waiting> first(Instant until, int most) {
    return wakeUps.next(PARTITION, Optional.empty(), until, most);
  }

  private Set<Sighting> seen(long offset, Sighting... sightings) {
    try (var batch = warehouse.begin(new Ownership(PARTITION, mine.epoch(), offset))) {
      return batch.seen(List.of(sightings));
    }
  }

  private Map<UserId, UserState> loaded(Ownership from, long offset, UserId... users) {
    try (var batch = warehouse.begin(new Ownership(PARTITION, from.epoch(), offset))) {
      return batch.load(Set.of(users));
    }
  }

  private static Sighting sighting(String id, Instant time) {
    return new Sighting(ANNA, new EventId("shop", id), time, 9);
  }

  private List<Event> past(Set<UserId> users, String... types) {
    List<Event> seen = new ArrayList<>();
    warehouse.history().each(users, Set.of(types), seen::add);
    return seen;
  }

  private static Signal happenedTo(UserId user, String id) {
    return new Signal.Happened(happened(user, id, "order.paid", NOON));
  }

  private static Event happened(UserId user, String id, String type, Instant time) {
    var properties = new Attributes(Map.of("amount", new BigDecimal("20.10"), "q", "😀 \"x\""));
    return new Event(new EventId("shop", id), type, user, time, properties);
  }
}
