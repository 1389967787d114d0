package dev.campanile.adapter.channel;

import static dev.campanile.testkit.Orders.anOrder;
import static dev.campanile.testkit.Orders.orders;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.campanile.adapter.json.JsonValues;
import dev.campanile.engine.action.ActionExecutionControl;
import dev.campanile.engine.action.ActionExecutionControl.Limits;
import dev.campanile.engine.action.Channels;
import dev.campanile.engine.action.Outbox;
import dev.campanile.engine.exception.FailureJudge;
import dev.campanile.engine.state.Order;
import dev.campanile.engine.state.Signal;
import dev.campanile.testkit.FailingOutbox;
import dev.campanile.testkit.InMemoryOutbox;
import dev.campanile.testkit.ManualClock;
import dev.campanile.testkit.RecordingReports;
import dev.campanile.testkit.WebhookListener;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Orders on their whole way to a real listener. */
class DeliveryTest {

  private static final int PARTITION = 3;
  private static final Set<Integer> MINE = Set.of(PARTITION);
  private static final Duration LONG = Duration.ofMinutes(10);

  private final ManualClock clock = ManualClock.atNoon();
  private final InMemoryOutbox outbox = new InMemoryOutbox();
  private final RecordingReports reports = new RecordingReports();
  private final WebhookListener listener = WebhookListener.start();
  private final WebhookChannel webhook =
      new WebhookChannel(new WebhookTargets(List.of("loopback")), new JsonValues(), clock);
  private final List<ActionExecutionControl> controls = new ArrayList<>();
  private final Order order = anOrder().of("webhook").with("url", listener.url()).build();

  @AfterEach
  void close() {
    listener.close();
    controls.forEach(ActionExecutionControl::close);
    webhook.close();
  }

  @Test
  void deliversOnce() {
    // when
    handOver(control(outbox), List.of(order));
    // then
    await().until(() -> reports.settled().size() == 1);
    assertThat(listener.keys()).containsExactly(order.key().toString());
    assertThat(reports.settled().getFirst().result().values())
        .isEqualTo(Map.of("status", new BigDecimal(200)));
  }

  @Test
  void deliversManyOnceEach() {
    // given
    var many = orders(500, "webhook", Map.of("url", listener.url()));
    // when
    handOver(control(outbox), many);
    // then
    await().until(() -> reports.settled().size() == 500);
    assertThat(listener.keys()).hasSize(500).doesNotHaveDuplicates();
  }

  @Test
  void comesAgainAfterAnErrorWithTheSameKey() {
    // given
    listener.thenStatus(500).thenStatus(429, "Retry-After", "60");
    var control = control(outbox);
    handOver(control, List.of(order));
    // when
    for (int attempt = 2; attempt <= 3; attempt++) {
      awaitIdle(control);
      clock.tick(LONG);
      control.sweep(MINE);
    }
    // then
    await().until(() -> reports.settled().size() == 1);
    assertThat(reports.settled().getFirst().succeeded()).isTrue();
    assertThat(listener.keys()).hasSize(3).containsOnly(order.key().toString());
  }

  @Test
  void comesAgainAfterSilenceWithTheSameKey() {
    // given
    listener.thenSilence().thenDrop();
    var control = control(outbox);
    var impatient =
        anOrder().of("webhook").with(order.parameters().values()).with("timeout", "PT1S");
    handOver(control, List.of(impatient.build()));
    // when
    for (int attempt = 2; attempt <= 3; attempt++) {
      awaitIdle(control);
      clock.tick(LONG);
      control.sweep(MINE);
    }
    // then
    await().until(() -> reports.settled().size() == 1);
    assertThat(listener.keys()).hasSize(3).containsOnly(order.key().toString());
  }

  @Test
  void settlesARefusalAsNotSucceeded() {
    // given
    listener.thenStatus(400);
    // when
    handOver(control(outbox), List.of(order));
    // then
    await().until(() -> reports.settled().size() == 1);
    assertThat(reports.settled()).extracting(Signal.Settled::succeeded).containsExactly(false);
    assertThat(listener.keys()).hasSize(1);
  }

  @Test
  void comesAgainWithTheSameKeyWhereTheProcessDiedBetweenCallAndSettlement() {
    // given
    var dying = new FailingOutbox(outbox);
    dying.failSettling();
    handOver(control(dying), List.of(order));
    await().until(() -> dying.failures() > 0);
    // when
    control(outbox).sweep(MINE);
    // then
    await().until(() -> reports.settled().size() == 1);
    assertThat(listener.keys()).containsExactly(order.key().toString(), order.key().toString());
  }

  @Test
  void deliversEachThatWasInterruptedByAnOrderlyStop() {
    // given
    var many = orders(200, "webhook", Map.of("url", listener.url()));
    var first = control(outbox);
    handOver(first, many);
    await().until(() -> !reports.settled().isEmpty());
    first.close();
    // when
    control(outbox).sweep(MINE);
    // then
    await().until(() -> reports.settled().size() == 200);
    assertThat(listener.keys()).hasSize(200).doesNotHaveDuplicates();
    assertThat(new HashSet<>(listener.keys())).hasSize(200);
  }

  private ActionExecutionControl control(Outbox over) {
    var control =
        new ActionExecutionControl(
            over,
            reports,
            new Channels(List.of(webhook)),
            new FailureJudge(),
            new Limits(8, 100, Duration.ofSeconds(5)),
            clock);
    control.start();
    control.sweep(MINE);
    controls.add(control);
    return control;
  }

  private void handOver(ActionExecutionControl control, List<Order> orders) {
    outbox.commit(PARTITION, orders);
    control.submit(orders);
  }

  private static void awaitIdle(ActionExecutionControl control) {
    await().until(() -> control.load().stream().allMatch(load -> load.depth() == 0));
  }
}
