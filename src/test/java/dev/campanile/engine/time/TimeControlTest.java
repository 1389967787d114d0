package dev.campanile.engine.time;

import static dev.campanile.testkit.Samples.NOON;
import static dev.campanile.testkit.Samples.WELCOME;
import static dev.campanile.testkit.Samples.event;
import static dev.campanile.testkit.Samples.state;
import static dev.campanile.testkit.Samples.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.campaign.UserId;
import dev.campanile.engine.state.HotStore.Hot;
import dev.campanile.engine.state.HotStore.Namespace;
import dev.campanile.engine.state.Progress;
import dev.campanile.engine.state.RuleBook;
import dev.campanile.engine.state.RuleBook.Standing;
import dev.campanile.engine.state.RuleBook.Status;
import dev.campanile.engine.state.Signal;
import dev.campanile.engine.state.UserState;
import dev.campanile.engine.warehouse.Ownership;
import dev.campanile.testkit.ABatch;
import dev.campanile.testkit.Books;
import dev.campanile.testkit.InMemoryHotStore;
import dev.campanile.testkit.InMemoryWarehouse;
import dev.campanile.testkit.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TimeControlTest {

  private static final int PARTITION = 3;
  private static final Duration HORIZON = Duration.ofMinutes(15);

  private final ManualClock clock = new ManualClock(NOON);
  private final InMemoryWarehouse warehouse =
      new InMemoryWarehouse(clock, campaign -> book().paused().isEmpty());
  private final InMemoryHotStore hot = new InMemoryHotStore();
  private RuleBook book = book(Status.RUNNING);
  private final TimeControl time = new TimeControl(hot, warehouse, this::book, clock, HORIZON);
  private Ownership mine = warehouse.claim(PARTITION, "test");
  private Namespace namespace = new Namespace(PARTITION, mine.epoch(), 0);

  @Test
  void wakesAtTheInstantAndNotBefore() {
    // given
    store(1, NOON.plusSeconds(60));
    assertThat(time.tick(namespace)).isEmpty();
    // when
    clock.tick(Duration.ofSeconds(60).minusNanos(1));
    List<Signal> before = time.tick(namespace);
    clock.tick(Duration.ofNanos(1));
    List<Signal> at = time.tick(namespace);
    // then
    assertThat(before).isEmpty();
    assertThat(at).containsExactly(new Signal.WakeUp(user(0), NOON.plusSeconds(60)));
  }

  @Test
  void wakesAgainOnlyWhereNothingHasComeOfIt() {
    // given
    store(1, NOON.plusSeconds(1));
    clock.tick(Duration.ofSeconds(1));
    // when
    List<Signal> first = time.tick(namespace);
    List<Signal> atOnce = time.tick(namespace);
    clock.tick(Duration.ofSeconds(6));
    List<Signal> later = time.tick(namespace);
    // then
    assertThat(first).hasSize(1);
    assertThat(atOnce).isEmpty();
    assertThat(later).isEqualTo(first);
  }

  @Test
  void wakesNoMoreAtOnceThanLeaveRoomForEvents() {
    // given
    store(Room.FIRST + 10, NOON);
    // when
    List<Signal> first = time.tick(namespace);
    List<Signal> whileUnderWay = time.tick(namespace);
    first.subList(0, 7).forEach(this::done);
    List<Signal> afterwards = time.tick(namespace);
    // then
    assertThat(first).hasSize(Room.FIRST);
    assertThat(whileUnderWay).isEmpty();
    assertThat(afterwards).hasSize(7).doesNotContainAnyElementsOf(first);
  }

  @Test
  void wakesEachOnceWherePagesFollowEachOther() {
    // given
    int users = TimeControl.AHEAD + 2 * Room.FIRST;
    store(users, NOON);
    List<Signal> woken = new ArrayList<>();
    // when
    for (List<Signal> next = time.tick(namespace); !next.isEmpty(); next = time.tick(namespace)) {
      woken.addAll(next);
      next.forEach(this::done);
    }
    // then
    assertThat(woken).hasSize(users).doesNotHaveDuplicates();
  }

  @Test
  void whatIsLostUnderWayTakesNobodysPlaceForLong() {
    // given
    store(Room.FIRST + 1, NOON);
    List<Signal> lost = time.tick(namespace);
    // when
    clock.tick(Duration.ofSeconds(5));
    List<Signal> again = time.tick(namespace);
    List<Signal> others = time.tick(namespace);
    // then
    assertThat(again).isEqualTo(lost);
    assertThat(others).hasSize(1).doesNotContainAnyElementsOf(lost);
  }

  @Test
  void oneWhoIsStillDueAfterBeingJudgedIsPutOff() {
    // given
    store(1, NOON);
    List<Signal> failing = time.tick(namespace);
    // when
    time.judged((Signal.WakeUp) failing.getFirst());
    List<Signal> atOnce = time.tick(namespace);
    clock.tick(Duration.ofSeconds(6));
    List<Signal> later = time.tick(namespace);
    // then
    assertThat(atOnce).isEmpty();
    assertThat(later).isEqualTo(failing);
  }

  @Test
  void fillsTheWheelPageByPage() {
    // given
    int users = 2 * TimeControl.PAGE + 1;
    store(users, NOON.plusSeconds(60));
    for (int page = 0; page < 3; page++) {
      time.tick(namespace);
      clock.tick(Duration.ofSeconds(1));
    }
    // when
    clock.tick(Duration.ofSeconds(60));
    // then
    assertThat(hot.due(namespace, clock.instant(), users + 1)).hasSize(users);
  }

  @Test
  void thoseWhoCannotBeJudgedAreInNobodysWay() {
    // given
    store(Room.FIRST, NOON);
    List<Signal> failing = time.tick(namespace);
    store(Room.FIRST, 1, NOON.plusMillis(1));
    // when
    clock.tick(Duration.ofSeconds(11));
    List<Signal> again = time.tick(namespace);
    List<Signal> others = time.tick(namespace);
    clock.tick(Duration.ofSeconds(6));
    List<Signal> soon = time.tick(namespace);
    // then
    assertThat(again).containsAll(failing);
    assertThat(others).containsExactly(new Signal.WakeUp(user(Room.FIRST), NOON.plusMillis(1)));
    assertThat(soon).doesNotContainAnyElementsOf(failing);
  }

  @Test
  void fillsTheWheelAnewWhenACampaignGoesOn() {
    // given
    book = book(Status.PAUSED);
    time.tick(namespace);
    store(1, NOON.plusSeconds(30));
    clock.tick(Duration.ofSeconds(2));
    time.tick(namespace);
    // when
    book = book(Status.RUNNING);
    time.tick(namespace);
    clock.tick(Duration.ofSeconds(28));
    // then
    assertThat(time.tick(namespace)).hasSize(1);
  }

  @Test
  void findsInTheWarehouseWhatTheWheelHasLost() {
    // given
    store(1, NOON.plusSeconds(30));
    time.tick(namespace);
    // when
    hot.flush();
    clock.tick(Duration.ofSeconds(36));
    // then
    assertThat(time.tick(namespace)).hasSize(1);
  }

  @Test
  void sweepsPastThoseWhoStayDueAndPutsThemOff() {
    // given
    time.tick(namespace);
    store(TimeControl.AHEAD + 1, NOON);
    Map<UserId, Integer> woken = new HashMap<>();
    // when
    for (int tick = 0; tick < 590; tick++) {
      clock.tick(Duration.ofMillis(100));
      time.tick(namespace).forEach(signal -> judgedInVain(signal, woken));
    }
    // then
    assertThat(woken.size()).isEqualTo(TimeControl.AHEAD + 1);
    assertThat(Collections.max(woken.values())).isBetween(2, 5);
  }

  @Test
  void fillsTheWheelOfANewEpochFromTheBeginning() {
    // given
    store(1, NOON.plusSeconds(30));
    time.tick(namespace);
    mine = warehouse.claim(PARTITION, "test");
    namespace = new Namespace(PARTITION, mine.epoch(), 0);
    // when
    clock.tick(Duration.ofSeconds(2));
    time.tick(namespace);
    // then
    assertThat(hot.due(namespace, NOON.plusSeconds(30), 9)).hasSize(1);
  }

  @Test
  void aClockThatIsSetBackWakesNobodyAndForgetsNobody() {
    // given
    store(1, NOON.plusSeconds(30));
    time.tick(namespace);
    // when
    clock.tick(Duration.ofHours(-1));
    List<Signal> back = time.tick(namespace);
    clock.tick(Duration.ofHours(1).plusSeconds(30));
    List<Signal> forth = time.tick(namespace);
    // then
    assertThat(back).isEmpty();
    assertThat(forth).hasSize(1);
  }

  private RuleBook book() {
    return book;
  }

  private static RuleBook book(Status status) {
    RuleBook book = Books.of();
    return RuleBook.of(
        book.machines(),
        Map.of(WELCOME.id(), new Standing(1, status)),
        book.lexicon(),
        book.rules(),
        book.conventions(),
        status.name());
  }

  private void store(int users, Instant wakeAt) {
    store(0, users, wakeAt);
  }

  private void store(int from, int users, Instant wakeAt) {
    ABatch batch = ABatch.at(mine);
    IntStream.range(from, from + users)
        .forEach(i -> batch.judged(event(user(i), "e", NOON), waitingFor(user(i), wakeAt)));
    mine = batch.commit(warehouse);
  }

  private void done(Signal signal) {
    judged(signal, new Hot(state(signal.user(), 2), Optional.empty(), Progress.NONE));
  }

  /** What the warehouse has stays due. */
  private void judgedInVain(Signal signal, Map<UserId, Integer> woken) {
    woken.merge(signal.user(), 1, Integer::sum);
    judged(signal, Hot.cold(signal.user(), Optional.empty()));
  }

  private void judged(Signal signal, Hot after) {
    hot.write(namespace, List.of(after), clock.instant().plus(HORIZON));
    namespace = namespace.next();
    time.judged((Signal.WakeUp) signal);
  }

  private static UserState waitingFor(UserId user, Instant wakeAt) {
    return state(user, 1, waiting("run-" + user, WELCOME, Optional.of(wakeAt)));
  }

  private static UserId user(int number) {
    return new UserId("user-%05d".formatted(number));
  }
}
