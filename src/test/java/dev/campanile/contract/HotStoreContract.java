package dev.campanile.contract;

import static dev.campanile.testkit.Samples.NOON;
import static dev.campanile.testkit.Samples.SPRING;
import static dev.campanile.testkit.Samples.WELCOME;
import static dev.campanile.testkit.Samples.full;
import static dev.campanile.testkit.Samples.state;
import static dev.campanile.testkit.Samples.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.campaign.UserId;
import dev.campanile.engine.state.HotStore;
import dev.campanile.engine.state.HotStore.Hot;
import dev.campanile.engine.state.HotStore.Namespace;
import dev.campanile.engine.state.HotStore.Wake;
import dev.campanile.engine.state.Progress;
import dev.campanile.engine.state.UserState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every hot store does, and when it owns up to being lost. */
abstract class HotStoreContract {

  static final UserId ANNA = new UserId("anna \"😀\" {x}:y");
  static final UserId BEN = new UserId("ben");
  static final Namespace NEW = new Namespace(3, 1, 0);
  static final Instant HORIZON = NOON.plus(Duration.ofMinutes(15));

  HotStore store;

  abstract HotStore emptyStore();

  abstract void flush();

  /** What brings the content back as it is now. */
  abstract Runnable snapshot();

  @BeforeEach
  void begin() {
    store = emptyStore();
  }

  @Test
  void knowsNobodyInANewNamespace() {
    assertThat(store.read(NEW, Set.of(ANNA))).contains(Map.of());
  }

  @Test
  void bringsBackWhateverAStateCanHold() {
    // given
    Namespace next = write(NEW, full(ANNA, 1), state(BEN, 4));
    // then
    assertThat(store.read(next, Set.of(ANNA, BEN, new UserId("carl"))))
        .contains(Map.of(ANNA, full(ANNA, 1), BEN, state(BEN, 4)));
    assertThat(store.read(next, Set.of())).contains(Map.of());
  }

  @Test
  void replacesAWholeState() {
    // given
    Namespace next = write(NEW, full(ANNA, 1));
    // when
    var left = state(ANNA, 2, waiting("z-first", SPRING, Optional.empty()));
    Namespace last = write(next, left);
    // then
    assertThat(store.read(last, Set.of(ANNA))).contains(Map.of(ANNA, left));
  }

  @Test
  void keepsOnlyTheWakeUpOfWhoeverIsNotExpectedSoon() {
    // given
    Namespace next = write(NEW, full(ANNA, 1), full(BEN, 1));
    // when
    var cold = List.of(Hot.cold(ANNA, Optional.of(NOON)), Hot.cold(BEN, Optional.empty()));
    assertThat(store.write(next, cold, HORIZON)).isTrue();
    // then
    assertThat(store.read(next.next(), Set.of(ANNA, BEN))).contains(Map.of());
    assertThat(store.due(next.next(), NOON, 9)).containsExactly(new Wake(ANNA, NOON));
  }

  @Test
  void movesOnWithoutStates() {
    // given
    Namespace next = write(NEW);
    // then
    assertThat(store.read(next, Set.of(ANNA))).contains(Map.of());
  }

  @Test
  void isLostAtAnotherGeneration() {
    // given
    Namespace next = write(NEW, full(ANNA, 1));
    // then
    assertThat(store.read(next.next(), Set.of(ANNA))).isEmpty();
    assertThat(store.write(next.next(), List.of(), HORIZON)).isFalse();
    assertThat(store.write(NEW, hot(state(ANNA, 9)), HORIZON)).isFalse();
    assertThat(store.read(next, Set.of(ANNA))).contains(Map.of(ANNA, full(ANNA, 1)));
  }

  @Test
  void isLostOnceItWasFlushed() {
    // given
    Namespace next = write(NEW, full(ANNA, 1));
    // when
    flush();
    // then
    assertThat(store.read(next, Set.of(ANNA))).isEmpty();
    assertThat(store.write(next, hot(full(ANNA, 2)), HORIZON)).isFalse();
    assertThat(store.due(next, HORIZON, 9)).isEmpty();
  }

  @Test
  void isLostOnceAnOlderContentIsBack() {
    // given
    Namespace first = write(NEW, state(ANNA, 1));
    Runnable older = snapshot();
    Namespace second = write(first, state(ANNA, 2));
    // when
    older.run();
    // then
    assertThat(store.read(second, Set.of(ANNA))).isEmpty();
    assertThat(store.write(second, hot(state(ANNA, 3)), HORIZON)).isFalse();
  }

  @Test
  void keepsEpochsApart() {
    // given
    Namespace zombie = write(NEW, state(ANNA, 1));
    Namespace successor = write(new Namespace(3, 2, 0), state(ANNA, 5));
    // when
    write(zombie, state(ANNA, 2));
    // then
    assertThat(store.read(successor, Set.of(ANNA))).contains(Map.of(ANNA, state(ANNA, 5)));
    assertThat(store.due(successor, HORIZON, 9)).isEmpty();
  }

  @Test
  void keepsPartitionsApart() {
    // given
    Namespace here = write(NEW, state(ANNA, 1));
    Namespace there = write(new Namespace(4, 1, 0), state(BEN, 1));
    // then
    assertThat(store.read(here, Set.of(ANNA, BEN))).contains(Map.of(ANNA, state(ANNA, 1)));
    assertThat(store.read(there, Set.of(ANNA, BEN))).contains(Map.of(BEN, state(BEN, 1)));
  }

  @Test
  void tellsWhoIsDueEarliestFirst() {
    // given
    Namespace next =
        write(NEW, sleeping(ANNA, 1, NOON.plusSeconds(90)), sleeping(BEN, 1, NOON.plusSeconds(10)));
    Wake anna = new Wake(ANNA, NOON.plusSeconds(90));
    Wake ben = new Wake(BEN, NOON.plusSeconds(10));
    // then
    assertThat(store.due(next, NOON.plusSeconds(9), 9)).isEmpty();
    assertThat(store.due(next, NOON.plusSeconds(10), 9)).containsExactly(ben);
    assertThat(store.due(next, NOON.plusSeconds(90), 9)).containsExactly(ben, anna);
    assertThat(store.due(next, NOON.plusSeconds(90), 1)).containsExactly(ben);
    assertThat(store.due(next, NOON.plusSeconds(90), 9)).containsExactly(ben, anna);
  }

  @Test
  void armsUpToTheHorizonOnly() {
    // given
    Namespace next =
        write(NEW, sleeping(ANNA, 1, HORIZON), sleeping(BEN, 1, HORIZON.plusNanos(1_000)));
    // then
    assertThat(store.due(next, HORIZON.plusSeconds(9), 9)).containsExactly(new Wake(ANNA, HORIZON));
  }

  @Test
  void disarmsWithTheState() {
    // given
    Namespace next = write(NEW, sleeping(ANNA, 1, NOON), sleeping(BEN, 1, NOON.plusSeconds(1)));
    // when
    Namespace last = write(next, state(ANNA, 2), sleeping(BEN, 2, NOON.plusSeconds(200)));
    // then
    assertThat(store.due(last, HORIZON, 9)).containsExactly(new Wake(BEN, NOON.plusSeconds(200)));
  }

  @Test
  void armsWhatTheWarehouseKnowsOf() {
    // given
    Namespace next = write(NEW, sleeping(ANNA, 1, NOON.plusSeconds(5)));
    // when
    store.arm(next, List.of(new Wake(BEN, NOON), new Wake(ANNA, NOON.plusSeconds(2))));
    // then
    assertThat(store.due(next, HORIZON, 9))
        .containsExactly(new Wake(BEN, NOON), new Wake(ANNA, NOON.plusSeconds(2)));
    assertThat(store.read(next, Set.of(BEN))).contains(Map.of());
  }

  @Test
  void keepsTheEarliestThatIsArmed() {
    // given
    Namespace next = write(NEW, sleeping(ANNA, 1, NOON.plusSeconds(5)));
    // when
    store.arm(next, List.of(new Wake(ANNA, NOON.plusSeconds(100)), new Wake(BEN, NOON)));
    store.arm(next, List.of(new Wake(BEN, NOON.plusSeconds(1))));
    // then
    assertThat(store.due(next, HORIZON, 9))
        .containsExactly(new Wake(BEN, NOON), new Wake(ANNA, NOON.plusSeconds(5)));
  }

  @Test
  void disarmsByItsStateWhatTheWarehouseHadArmed() {
    // given
    store.arm(NEW, List.of(new Wake(BEN, NOON)));
    // when
    Namespace next = write(NEW, state(BEN, 7));
    // then
    assertThat(store.due(next, HORIZON, 9)).isEmpty();
  }

  @Test
  void armsNothingThatWasReadBeforeTheLatestBatch() {
    // given
    Namespace next = write(NEW, state(ANNA, 2));
    // when
    store.arm(NEW, List.of(new Wake(ANNA, NOON)));
    // then
    assertThat(store.due(next, HORIZON, 9)).isEmpty();
  }

  @Test
  void neverLosesNorInventsAWakeUp() {
    // given
    Random random = new Random(7);
    Map<UserId, Instant> expected = new HashMap<>();
    Namespace namespace = NEW;
    // when
    for (int batch = 1; batch <= 30; batch++) {
      List<UserState> states = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        UserId user = new UserId("user-" + random.nextInt(20) + "-" + i);
        boolean sleeps = random.nextBoolean();
        Instant at = NOON.plusSeconds(random.nextInt(600));
        states.add(sleeps ? sleeping(user, batch, at) : state(user, batch));
        expected.remove(user);
        if (sleeps) {
          expected.put(user, at);
        }
      }
      namespace = write(namespace, states.toArray(UserState[]::new));
    }
    // then
    assertThat(store.due(namespace, HORIZON, 10_000))
        .containsExactlyInAnyOrderElementsOf(
            expected.entrySet().stream()
                .map(one -> new Wake(one.getKey(), one.getValue()))
                .toList());
  }

  Namespace write(Namespace namespace, UserState... states) {
    assertThat(store.write(namespace, hot(states), HORIZON)).isTrue();
    return namespace.next();
  }

  private static List<HotStore.Hot> hot(UserState... states) {
    return Arrays.stream(states).map(HotStoreContract::waking).toList();
  }

  private static HotStore.Hot waking(UserState state) {
    return new HotStore.Hot(
        state,
        state.participations().stream()
            .flatMap(one -> one.wakeAt().stream())
            .min(Instant::compareTo),
        Progress.NONE);
  }

  static UserState sleeping(UserId user, long version, Instant wakeAt) {
    return state(
        user,
        version,
        waiting(user.text().hashCode() + "-1", WELCOME, Optional.of(wakeAt)),
        waiting(user.text().hashCode() + "-2", SPRING, Optional.of(wakeAt.plusSeconds(1))));
  }
}
