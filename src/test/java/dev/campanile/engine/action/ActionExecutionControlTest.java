package dev.campanile.engine.action;

import static dev.campanile.testkit.Orders.anOrder;
import static dev.campanile.testkit.Orders.orders;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.campanile.adapter.channel.CouponChannel;
import dev.campanile.campaign.Attributes;
import dev.campanile.engine.action.ActionExecutionControl.Limits;
import dev.campanile.engine.action.ActionExecutionControl.Load;
import dev.campanile.engine.action.Outbox.Parked;
import dev.campanile.engine.action.Outbox.Pending;
import dev.campanile.engine.exception.FailureJudge;
import dev.campanile.engine.state.Delivery;
import dev.campanile.engine.state.Order;
import dev.campanile.engine.state.Signal;
import dev.campanile.testkit.FailingOutbox;
import dev.campanile.testkit.InMemoryOutbox;
import dev.campanile.testkit.ManualClock;
import dev.campanile.testkit.RecordingReports;
import dev.campanile.testkit.ScriptedChannel;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ActionExecutionControlTest {

  private static final int PARTITION = 3;
  private static final Set<Integer> MINE = Set.of(PARTITION);
  private static final Limits LIMITS = new Limits(4, 10, Duration.ofSeconds(5));
  private static final Duration LONG = Duration.ofMinutes(10);

  private final ManualClock clock = ManualClock.atNoon();
  private final InMemoryOutbox outbox = new InMemoryOutbox();
  private final RecordingReports reports = new RecordingReports();
  private final ScriptedChannel idempotent = new ScriptedChannel("hook", Trust.IDEMPOTENT);
  private final ScriptedChannel atMostOnce = new ScriptedChannel("call", Trust.AT_MOST_ONCE);
  private final List<ActionExecutionControl> controls = new ArrayList<>();
  private final Order hook = anOrder().of("hook").build();
  private final Order call = anOrder().of("call").build();

  @AfterEach
  void close() {
    idempotent.go();
    atMostOnce.go();
    controls.forEach(ActionExecutionControl::close);
  }

  // ---- performing

  @Test
  void performsSettlesAndReports() {
    // given
    idempotent.then(new Attempt.Succeeded(new Attributes(Map.of("id", "7"))));
    // when
    handOver(control(), hook);
    // then
    await().until(() -> reports.settled().size() == 1);
    assertThat(reports.settled())
        .containsExactly(
            new Signal.Settled(
                hook.user(),
                hook.key(),
                hook.action(),
                true,
                new Attributes(Map.of("id", "7")),
                clock.instant()));
    await().until(() -> outbox.unreported(MINE, 10).isEmpty());
  }

  @Test
  void settlesNoOrderBeforeItWasOrdered() {
    // given
    var early = anOrder().of("hook").at(clock.instant().plusSeconds(90)).build();
    // when
    handOver(control(), early);
    // then
    await().until(() -> reports.settled().size() == 1);
    assertThat(reports.settled().getFirst().at()).isEqualTo(early.at());
  }

  @Test
  void performsWhatItFindsInTheOutbox() {
    // given
    outbox.commit(PARTITION, List.of(hook));
    // when
    control().sweep(MINE);
    // then
    await().until(() -> reports.settled().size() == 1);
  }

  @Test
  void reportsWhatIsWithheldAndPerformsItNever() {
    // given
    var capped = anOrder().of("hook").withheld(Delivery.Cause.CAPPED).build();
    var control = control();
    // when
    handOver(control, capped);
    control.sweep(MINE);
    // then
    await().until(() -> outbox.unreported(MINE, 10).isEmpty());
    assertThat(reports.settled())
        .containsOnly(
            new Signal.Settled(
                capped.user(),
                capped.key(),
                capped.action(),
                false,
                new Attributes(Map.of("reason", "capped")),
                capped.at()));
    assertThat(idempotent.performed()).isEmpty();
  }

  @Test
  void performsAHeldOrderFromItsReleaseOn() {
    // given
    var held = anOrder().of("hook").heldUntil(clock.instant().plus(LONG)).build();
    var control = control();
    handOver(control, held);
    control.sweep(MINE);
    int before = idempotent.performed().size();
    // when
    clock.tick(LONG);
    control.sweep(MINE);
    // then
    await().until(() -> reports.settled().size() == 1);
    assertThat(before).isZero();
    assertThat(idempotent.performed()).containsExactly(held.key());
  }

  @Test
  void leavesOtherPartitionsAlone() {
    // given
    outbox.commit(PARTITION + 1, List.of(anOrder().key("ben-1:1:0").of("hook").build()));
    outbox.commit(PARTITION, List.of(hook));
    // when
    control().sweep(MINE);
    // then
    await().until(() -> reports.settled().size() == 1);
    assertThat(idempotent.performed()).containsExactly(hook.key());
  }

  @Test
  void doesNotPerformTwiceWhatIsUnderWay() {
    // given
    var control = control();
    idempotent.hold();
    handOver(control, hook);
    await().until(() -> idempotent.inside() == 1);
    // when
    control.submit(List.of(hook));
    control.sweep(MINE);
    idempotent.go();
    // then
    await().until(() -> control.load().stream().allMatch(load -> load.depth() == 0));
    assertThat(idempotent.performed()).hasSize(1);
  }

  @Test
  void boundsTheCallsAtATime() {
    // given
    idempotent.hold();
    // when
    handOver(control(), orders(10, "hook", Map.of()).toArray(Order[]::new));
    await().until(() -> idempotent.inside() == LIMITS.concurrency());
    idempotent.go();
    // then
    await().until(() -> reports.settled().size() == 10);
    assertThat(idempotent.mostInside()).isEqualTo(LIMITS.concurrency());
  }

  @Test
  void leavesInTheOutboxWhatFindsNoRoomAndComesBackForIt() {
    // given
    var control = control();
    control.sweep(MINE);
    idempotent.hold();
    // when
    handOver(control, orders(50, "hook", Map.of()).toArray(Order[]::new));
    var load = control.load();
    idempotent.go();
    // then
    assertThat(load).contains(new Load("hook", LIMITS.room(), LIMITS.room()));
    await().until(() -> reports.settled().size() == 50);
    assertThat(idempotent.performed()).hasSize(50).doesNotHaveDuplicates();
  }

  @Test
  void doesNotLetOneChannelHoldUpAnother() {
    // given
    var control = control();
    idempotent.hold();
    outbox.commit(PARTITION, orders(50, "hook", Map.of()));
    outbox.commit(PARTITION, List.of(call));
    // when
    control.sweep(MINE);
    // then
    await().until(() -> reports.settled().size() == 1);
    assertThat(reports.settled().getFirst().order()).isEqualTo(call.key());
  }

  @Test
  void parksAnOrderWithoutAChannel() {
    // given
    var push = anOrder().of("psh").build();
    // when
    handOver(control(), push);
    // then
    await().until(() -> outbox.parked(10).size() == 1);
    assertThat(outbox.parked(10))
        .containsExactly(
            new Parked(push, false, "Expected a channel of call, coupon, hook, but got 'psh'."));
  }

  @Test
  void takesAChannelThatThrowsForAnOpenOutcome() {
    // given
    var broken = new BrokenChannel();
    var control = control(outbox, broken);
    // when
    handOver(control, anOrder().of("broken").build());
    // then
    await().until(() -> outbox.parked(10).size() == 1);
    assertThat(outbox.parked(10).getFirst().outcomeOpen()).isTrue();
  }

  // ---- failures

  @Test
  void triesAgainWithTheSameKeyOnceItsTimeHasCome() {
    // given
    var control = control();
    idempotent.then(new Attempt.Failed("503", Duration.ofSeconds(30)));
    handOver(control, hook);
    await().until(() -> control.load().stream().allMatch(load -> load.depth() == 0));
    control.sweep(MINE);
    assertThatNothingIsUnderWay(control);
    // when
    clock.tick(Duration.ofSeconds(30));
    control.sweep(MINE);
    // then
    await().until(() -> reports.settled().size() == 1);
    assertThat(idempotent.performed()).containsExactly(hook.key(), hook.key());
  }

  @Test
  void doesNotLetAnEarlyRetryWaitForTheNextSweep() {
    // given
    var control = control(Clock.systemUTC());
    control.sweep(MINE);
    idempotent.then(new Attempt.Failed("503"));
    // when
    handOver(control, hook);
    // then
    await().until(() -> reports.settled().size() == 1);
    assertThat(idempotent.performed()).hasSize(2);
  }

  @Test
  void doesNotPerformAgainWhatTheSweepFoundBeforeItWasHandedOver() {
    // given
    var control = control();
    outbox.commit(PARTITION, List.of(hook));
    control.sweep(MINE);
    await().until(() -> reports.settled().size() == 1);
    await().until(() -> control.load().stream().allMatch(load -> load.depth() == 0));
    // when
    control.submit(List.of(hook));
    // then
    assertThatNothingIsUnderWay(control);
    assertThat(idempotent.performed()).hasSize(1);
  }

  @Test
  void repeatsAnOpenOutcomeOfAChannelThatKnowsTheKey() {
    // given
    var control = control();
    idempotent.then(new Attempt.Unknown("no answer"));
    handOver(control, hook);
    await().until(() -> control.load().stream().allMatch(load -> load.depth() == 0));
    // when
    clock.tick(LONG);
    control.sweep(MINE);
    // then
    await().until(() -> reports.settled().size() == 1);
    assertThat(idempotent.performed()).containsExactly(hook.key(), hook.key());
  }

  @Test
  void parksAnOpenOutcomeOfAChannelThatMustNotBeAskedTwice() {
    // given
    atMostOnce.then(new Attempt.Unknown("no answer"));
    // when
    handOver(control(), call);
    // then
    await().until(() -> outbox.parked(10).size() == 1);
    assertThat(outbox.parked(10)).containsExactly(new Parked(call, true, "no answer"));
  }

  @Test
  void asksAgainWhereTheFirstCallCertainlyFailed() {
    // given
    var control = control();
    atMostOnce.then(new Attempt.Failed("refused"));
    handOver(control, call);
    await().until(() -> control.load().stream().allMatch(load -> load.depth() == 0));
    // when
    clock.tick(LONG);
    control.sweep(MINE);
    // then
    await().until(() -> reports.settled().size() == 1);
  }

  @Test
  void settlesAPermanentFailureSoThatOthersMayTakeItsPlace() {
    // given
    idempotent.then(new Attempt.Refused("400"));
    // when
    handOver(control(), hook);
    // then
    await().until(() -> reports.settled().size() == 1);
    assertThat(reports.settled().getFirst().succeeded()).isFalse();
    assertThat(reports.settled().getFirst().result())
        .isEqualTo(new Attributes(Map.of("reason", "400")));
  }

  @Test
  void stopsBeforeTheKeyIsForgotten() {
    // given
    var control = control();
    for (int i = 0; i < 3; i++) {
      idempotent.then(new Attempt.Failed("503"));
    }
    handOver(control, hook);
    // when
    for (Duration step : List.of(Duration.ofHours(12), Duration.ofHours(12))) {
      await().until(() -> control.load().stream().allMatch(load -> load.depth() == 0));
      clock.tick(step);
      control.sweep(MINE);
    }
    // then
    await().until(() -> outbox.parked(10).size() == 1);
    assertThat(outbox.parked(10))
        .containsExactly(new Parked(hook, false, "503 (gave up after 3 attempts)"));
  }

  // ---- crashes

  @Test
  void performsAgainWithTheSameKeyWhatACrashLeftUnsettled() {
    // given
    var failing = new FailingOutbox(outbox);
    failing.failSettling();
    handOver(control(failing), hook);
    await().until(() -> failing.failures() > 0);
    // when
    var successor = control();
    successor.sweep(MINE);
    // then
    await().until(() -> reports.settled().size() == 1);
    assertThat(idempotent.performed()).containsExactly(hook.key(), hook.key());
  }

  @Test
  void asksAPersonAboutWhatACrashLeftBeingSent() {
    // given
    var failing = new FailingOutbox(outbox);
    failing.failSettling();
    handOver(control(failing), call);
    await().until(() -> failing.failures() > 0);
    // when
    control().sweep(MINE);
    // then
    await().until(() -> outbox.parked(10).size() == 1);
    assertThat(outbox.parked(10).getFirst().outcomeOpen()).isTrue();
    assertThat(atMostOnce.performed()).hasSize(1);
  }

  @Test
  void doesNotSendWhatAnotherProcessIsSending() {
    // given
    outbox.commit(PARTITION, List.of(call));
    outbox.sending(call.key());
    var control = control();
    // when
    control.submit(List.of(call));
    // then
    await().until(() -> control.load().stream().allMatch(load -> load.depth() == 0));
    assertThat(atMostOnce.performed()).isEmpty();
  }

  @Test
  void keepsAnOutcomeUntilTheOutboxAnswers() {
    // given
    var failing = new FailingOutbox(outbox);
    failing.failEverything();
    handOver(control(failing), hook);
    await().until(() -> failing.failures() > 0);
    // when
    failing.recover();
    // then
    await().until(() -> reports.settled().size() == 1);
    assertThat(idempotent.performed()).hasSize(1);
  }

  @Test
  void parksTheOneOutcomeThatCannotBeWrittenAndWritesTheOthers() {
    // given
    var failing = new FailingOutbox(outbox);
    var all = orders(10, "hook", Map.of());
    failing.failSettlingOf(all.get(6).key());
    // when
    handOver(control(failing), all.toArray(Order[]::new));
    // then
    await().until(() -> reports.settled().size() == 9);
    await().until(() -> outbox.parked(10).size() == 1);
    assertThat(outbox.parked(10).getFirst().order()).isEqualTo(all.get(6));
    assertThat(outbox.parked(10).getFirst().outcomeOpen()).isTrue();
  }

  // ---- reporting

  @Test
  void reportsAgainWhatTheLogDidNotAcknowledge() {
    // given
    var control = control();
    reports.reachable(false);
    handOver(control, hook);
    await().until(() -> outbox.unreported(MINE, 10).size() == 1);
    // when
    reports.reachable(true);
    // then
    await()
        .until(
            () -> {
              control.sweep(MINE);
              return outbox.unreported(MINE, 10).isEmpty();
            });
    assertThat(reports.settled()).isNotEmpty().allMatch(one -> one.order().equals(hook.key()));
    assertThat(idempotent.performed()).hasSize(1);
  }

  // ---- what Campanile keeps itself

  @Test
  void issuesCoupons() {
    // given
    outbox.add("WELCOME", List.of("A1", "A2", "A3"), clock.instant());
    // when
    handOver(control(), orders(3, "coupon", Map.of("pool", "WELCOME")).toArray(Order[]::new));
    // then
    await().until(() -> reports.settled().size() == 3);
    assertThat(outbox.issued()).containsOnlyKeys("A1", "A2", "A3");
    assertThat(new HashSet<>(outbox.issued().values())).hasSize(3);
  }

  @Test
  void takesUpCouponsAgainOnceThereAreCodes() {
    // given
    var control = control();
    handOver(control, orders(2, "coupon", Map.of("pool", "WELCOME")).toArray(Order[]::new));
    await().until(() -> outbox.parked(10).size() == 2);
    // when
    outbox.add("WELCOME", List.of("A1", "A2"), clock.instant());
    control.sweep(MINE);
    // then
    await().until(() -> reports.settled().size() == 2);
  }

  // ---- closing

  @Test
  void finishesWhatItIsPerformingAndLeavesTheRest() {
    // given
    var control = control();
    idempotent.hold();
    handOver(control, orders(10, "hook", Map.of()).toArray(Order[]::new));
    await().until(() -> idempotent.inside() == LIMITS.concurrency());
    // when
    var closing = Thread.ofVirtual().start(control::close);
    await().until(() -> control.closing());
    idempotent.go();
    await().until(() -> !closing.isAlive());
    // then
    assertThat(idempotent.performed()).hasSize(LIMITS.concurrency());
    assertThat(reports.settled()).hasSize(LIMITS.concurrency());
    assertThat(due("hook")).hasSize(10 - LIMITS.concurrency());
  }

  @Test
  void takesOnNothingOnceClosed() {
    // given
    var control = control();
    control.close();
    outbox.commit(PARTITION, List.of(hook));
    // when
    control.submit(List.of(hook));
    control.sweep(MINE);
    // then
    assertThatNothingIsUnderWay(control);
    assertThat(idempotent.performed()).isEmpty();
  }

  @Test
  void doesNotWaitForeverForWhatHangs() {
    // given
    var control = control(outbox, Duration.ofMillis(100));
    atMostOnce.hold();
    handOver(control, call);
    await().until(() -> atMostOnce.inside() == 1);
    // when
    control.close();
    // then
    assertThat(due("call").stream().allMatch(Pending::sent)).isTrue();
  }

  // ---- words

  private ActionExecutionControl control() {
    return control(outbox);
  }

  private ActionExecutionControl control(Outbox over, Channel... more) {
    return control(over, LIMITS, more);
  }

  private ActionExecutionControl control(Outbox over, Duration drain) {
    return control(over, new Limits(LIMITS.concurrency(), LIMITS.room(), drain));
  }

  private ActionExecutionControl control(Clock realTime) {
    return control(outbox, LIMITS, realTime);
  }

  private ActionExecutionControl control(Outbox over, Limits limits, Channel... more) {
    return control(over, limits, clock, more);
  }

  private ActionExecutionControl control(Outbox over, Limits limits, Clock time, Channel... more) {
    List<Channel> channels = new ArrayList<>(List.of(more));
    channels.addAll(List.of(idempotent, atMostOnce, new CouponChannel(pool -> true)));
    var control =
        new ActionExecutionControl(
            over, reports, new Channels(channels), new FailureJudge(), limits, time);
    control.start();
    controls.add(control);
    return control;
  }

  private void handOver(ActionExecutionControl control, Order... orders) {
    outbox.commit(PARTITION, List.of(orders));
    control.submit(List.of(orders));
  }

  private List<Pending> due(String kind) {
    return outbox.due(kind, MINE, clock.instant(), 100, Set.of());
  }

  private static void assertThatNothingIsUnderWay(ActionExecutionControl control) {
    assertThat(control.load()).allMatch(load -> load.depth() == 0);
  }

  private static final class BrokenChannel implements Channel.Outside {

    @Override
    public String kind() {
      return "broken";
    }

    @Override
    public Trust trust() {
      return Trust.AT_MOST_ONCE;
    }

    @Override
    public List<String> problems(Attributes parameters) {
      return List.of();
    }

    @Override
    public List<Parameter> parameters() {
      return List.of();
    }

    @Override
    public Set<String> results() {
      return Set.of();
    }

    @Override
    public Attempt perform(Order order) {
      throw new IllegalStateException("a bug");
    }
  }
}
