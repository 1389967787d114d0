package dev.campanile.contract;

import static dev.campanile.testkit.Orders.anOrder;
import static dev.campanile.testkit.Orders.orders;
import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.campaign.Attributes;
import dev.campanile.engine.action.CouponPools;
import dev.campanile.engine.action.CouponPools.Added;
import dev.campanile.engine.action.CouponPools.Stock;
import dev.campanile.engine.action.Outbox;
import dev.campanile.engine.action.Outbox.Parked;
import dev.campanile.engine.action.Outbox.Pending;
import dev.campanile.engine.action.Outbox.Retry;
import dev.campanile.engine.action.Outbox.Settlement;
import dev.campanile.engine.state.Delivery;
import dev.campanile.engine.state.Order;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every outbox and its coupon pools promise. */
abstract class OutboxContract {

  private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");
  private static final Set<Integer> MINE = Set.of(1);
  private static final int ALL = 1_000;

  private static final Order WEBHOOK =
      anOrder()
          .key("anna-1:1:0")
          .of("webhook")
          .with("url", "https://example.org/é")
          .with("body", Map.of("amount", new BigDecimal("19.90"), "tags", List.of("a", "b")))
          .at(NOON)
          .build();
  private static final Order COUPON =
      anOrder().key("anna-1:1:1").of("coupon").with("pool", "WELCOME").at(NOON).build();

  abstract Outbox outbox();

  abstract CouponPools pools();

  /** What the commit of a batch does. */
  abstract void commit(int partition, Collection<Order> orders);

  // ---- due

  @Test
  void givesAnOrderAsItWasCommitted() {
    // given
    commit(1, List.of(WEBHOOK));
    // when
    var due = due("webhook", NOON);
    // then
    assertThat(due).containsExactly(Pending.fresh(WEBHOOK));
  }

  @Test
  void givesOrdersOfOwnedPartitionsAlone() {
    // given
    commit(1, List.of(WEBHOOK));
    commit(2, List.of(anOrder().key("ben-1:1:0").of("webhook").build()));
    // when
    var due = outbox().due("webhook", Set.of(2, 3), NOON, ALL, Set.of());
    // then
    assertThat(due).extracting(Pending::order).extracting(Order::key).hasToString("[ben-1:1:0]");
  }

  @Test
  void givesTheLongestDueFirstAndNoMoreThanAskedFor() {
    // given
    commit(1, List.of(webhookAt("late:1:0", 30), webhookAt("early:1:0", 10)));
    commit(2, List.of(webhookAt("middle:1:0", 20)));
    // when
    var due = outbox().due("webhook", Set.of(1, 2), NOON.plusSeconds(60), 2, Set.of());
    // then
    assertThat(due)
        .extracting(pending -> pending.order().key().toString())
        .containsExactly("early:1:0", "middle:1:0");
  }

  @Test
  void leavesOutWhatIsUnderWay() {
    // given
    commit(1, List.of(WEBHOOK, webhookAt("ben-1:1:0", 0)));
    // when
    var due = outbox().due("webhook", MINE, NOON, ALL, Set.of(WEBHOOK.key()));
    // then
    assertThat(due).extracting(pending -> pending.order().key()).hasToString("[ben-1:1:0]");
  }

  @Test
  void givesAHeldOrderFromItsReleaseOn() {
    // given
    var held = anOrder().of("webhook").at(NOON).heldUntil(NOON.plusSeconds(60)).build();
    // when
    commit(1, List.of(held));
    // then
    assertThat(outbox().due("webhook", MINE, NOON.plusSeconds(59), ALL, Set.of())).isEmpty();
    assertThat(outbox().due("webhook", MINE, NOON.plusSeconds(60), ALL, Set.of()))
        .containsExactly(Pending.fresh(held));
  }

  @Test
  void settlesFromTheBeginningWhatIsWithheld() {
    // given
    var control = anOrder().at(NOON).withheld(Delivery.Cause.CONTROL).build();
    var quiet = anOrder().key("anna-1:1:1").at(NOON).withheld(Delivery.Cause.QUIET).build();
    // when
    commit(1, List.of(control, quiet));
    // then
    var reason = new Attributes(Map.of("reason", "quiet"));
    assertThat(outbox().unreported(MINE, ALL))
        .containsExactlyInAnyOrder(
            new Settlement(control, true, Attributes.NONE, NOON),
            new Settlement(quiet, false, reason, NOON));
    assertThat(outbox().kinds()).isEmpty();
    assertThat(outbox().settle(List.of(new Settlement(quiet, true, reason, NOON)))).isEmpty();
  }

  @Test
  void knowsTheKindsOfOpenOrders() {
    // given
    commit(1, List.of(WEBHOOK, COUPON, anOrder().key("anna-1:1:2").of("log").build()));
    outbox().settle(List.of(succeeded(WEBHOOK)));
    outbox().park(List.of(new Parked(COUPON, false, "later")));
    // when
    var kinds = outbox().kinds();
    // then
    assertThat(kinds).containsExactly("log");
  }

  // ---- settle and report

  @Test
  void settlesOnce() {
    // given
    commit(1, List.of(WEBHOOK));
    outbox().settle(List.of(succeeded(WEBHOOK)));
    // when
    var again = outbox().settle(List.of(failed(WEBHOOK)));
    // then
    assertThat(again).isEmpty();
    assertThat(due("webhook", NOON)).isEmpty();
    assertThat(unreported()).containsExactly(succeeded(WEBHOOK));
  }

  @Test
  void settlesOnceUnderConcurrentSettlements() throws Exception {
    // given
    List<Order> all = orders(50, "webhook", Map.of());
    commit(1, all);
    List<Settlement> settlements = all.stream().map(OutboxContract::succeeded).toList();
    // when
    List<Settlement> settled =
        atOnce(10, i -> outbox().settle(i % 2 == 0 ? settlements : settlements.reversed()));
    // then
    assertThat(settled).hasSize(50).doesNotHaveDuplicates();
  }

  @Test
  void ignoresSettlementsOfUnknownOrders() {
    // when
    var settled = outbox().settle(List.of(succeeded(WEBHOOK)));
    // then
    assertThat(settled).isEmpty();
  }

  @Test
  void keepsTheResultOfAFailure() {
    // given
    commit(1, List.of(WEBHOOK));
    // when
    outbox().settle(List.of(failed(WEBHOOK)));
    // then
    assertThat(unreported()).containsExactly(failed(WEBHOOK));
  }

  @Test
  void forgetsWhatWasReported() {
    // given
    commit(1, List.of(WEBHOOK, COUPON));
    outbox().settle(List.of(succeeded(WEBHOOK), succeeded(COUPON)));
    // when
    outbox().reported(List.of(WEBHOOK.key()));
    // then
    assertThat(unreported()).containsExactly(succeeded(COUPON));
    assertThat(outbox().unreported(Set.of(2), ALL)).isEmpty();
  }

  // ---- sending, retry

  @Test
  void notesSendingOnce() {
    // given
    commit(1, List.of(WEBHOOK));
    // when
    boolean first = outbox().sending(WEBHOOK.key());
    boolean second = outbox().sending(WEBHOOK.key());
    // then
    assertThat(first).isTrue();
    assertThat(second).isFalse();
    assertThat(due("webhook", NOON))
        .containsExactly(new Pending(WEBHOOK, 0, Optional.empty(), true));
  }

  @Test
  void letsOneOfManySend() throws Exception {
    // given
    commit(1, List.of(WEBHOOK));
    Settlement sent = succeeded(WEBHOOK);
    // when
    var senders =
        atOnce(20, i -> outbox().sending(WEBHOOK.key()) ? List.of(sent) : List.<Settlement>of());
    // then
    assertThat(senders).hasSize(1);
  }

  @Test
  void notesNoSendingOfASettledOrder() {
    // given
    commit(1, List.of(WEBHOOK));
    outbox().settle(List.of(succeeded(WEBHOOK)));
    // when
    boolean noted = outbox().sending(WEBHOOK.key());
    // then
    assertThat(noted).isFalse();
  }

  @Test
  void givesARetriedOrderWhenItsTimeHasCome() {
    // given
    commit(1, List.of(WEBHOOK));
    Instant next = NOON.plusSeconds(30);
    // when
    outbox().retry(List.of(new Retry(WEBHOOK.key(), NOON, next, false, "503")));
    // then
    assertThat(due("webhook", next.minusMillis(1))).isEmpty();
    assertThat(due("webhook", next))
        .containsExactly(new Pending(WEBHOOK, 1, Optional.of(NOON), false));
  }

  @Test
  void countsAttemptsFromTheFirst() {
    // given
    commit(1, List.of(WEBHOOK));
    Instant later = NOON.plusSeconds(30);
    // when
    outbox().retry(List.of(new Retry(WEBHOOK.key(), NOON, later, false, "503")));
    outbox().retry(List.of(new Retry(WEBHOOK.key(), later, later, true, "no answer")));
    // then
    assertThat(due("webhook", later))
        .containsExactly(new Pending(WEBHOOK, 2, Optional.of(NOON), true));
  }

  @Test
  void forgetsSendingWhereTheAttemptCertainlyFailed() {
    // given
    commit(1, List.of(WEBHOOK));
    outbox().sending(WEBHOOK.key());
    // when
    outbox().retry(List.of(new Retry(WEBHOOK.key(), NOON, NOON, false, "refused")));
    // then
    assertThat(outbox().sending(WEBHOOK.key())).isTrue();
  }

  @Test
  void retriesNothingThatIsSettled() {
    // given
    commit(1, List.of(WEBHOOK));
    outbox().settle(List.of(succeeded(WEBHOOK)));
    // when
    outbox().retry(List.of(new Retry(WEBHOOK.key(), NOON, NOON, false, "503")));
    // then
    assertThat(due("webhook", NOON)).isEmpty();
  }

  // ---- park

  @Test
  void parksForAPerson() {
    // given
    commit(1, List.of(WEBHOOK, COUPON));
    // when
    outbox().park(List.of(new Parked(WEBHOOK, true, "no answer")));
    // then
    assertThat(due("webhook", NOON)).isEmpty();
    assertThat(outbox().parked(ALL)).containsExactly(new Parked(WEBHOOK, true, "no answer"));
  }

  @Test
  void settlesAParkedOrder() {
    // given
    commit(1, List.of(WEBHOOK));
    outbox().park(List.of(new Parked(WEBHOOK, true, "no answer")));
    // when
    var settled = outbox().settle(List.of(succeeded(WEBHOOK)));
    // then
    assertThat(settled).containsExactly(succeeded(WEBHOOK));
    assertThat(outbox().parked(ALL)).isEmpty();
  }

  @Test
  void releasesAParkedOrderOnce() {
    // given
    commit(1, List.of(WEBHOOK));
    outbox().park(List.of(new Parked(WEBHOOK, true, "no answer")));
    // when
    int first = outbox().release(List.of(WEBHOOK.key()), NOON);
    int second = outbox().release(List.of(WEBHOOK.key()), NOON);
    // then
    assertThat(first).isEqualTo(1);
    assertThat(second).isZero();
    assertThat(due("webhook", NOON)).extracting(Pending::sent).containsExactly(false);
  }

  @Test
  void parksNothingThatIsSettled() {
    // given
    commit(1, List.of(WEBHOOK));
    outbox().settle(List.of(succeeded(WEBHOOK)));
    // when
    outbox().park(List.of(new Parked(WEBHOOK, true, "no answer")));
    // then
    assertThat(outbox().parked(ALL)).isEmpty();
  }

  // ---- coupons

  @Test
  void issuesACode() {
    // given
    commit(1, List.of(COUPON));
    pools().add("WELCOME", List.of("A1"), NOON);
    // when
    var settled = outbox().keep(List.of(COUPON), NOON.plusSeconds(1));
    // then
    var result = new Attributes(Map.of("code", "A1", "pool", "WELCOME"));
    assertThat(settled).containsExactly(new Settlement(COUPON, true, result, NOON.plusSeconds(1)));
    assertThat(unreported()).isEqualTo(settled);
    assertThat(pools().stock("WELCOME")).contains(new Stock("WELCOME", 0, 1));
  }

  @Test
  void givesAnOrderItsCodeAndNoOther() {
    // given
    commit(1, List.of(COUPON));
    pools().add("WELCOME", List.of("A1", "A2"), NOON);
    var first = outbox().keep(List.of(COUPON), NOON);
    // when
    var again = outbox().keep(List.of(COUPON), NOON);
    // then
    assertThat(again).isEmpty();
    assertThat(unreported()).isEqualTo(first);
    assertThat(pools().stock("WELCOME")).contains(new Stock("WELCOME", 1, 1));
  }

  @Test
  void issuesTheLastCodesOnceEachAmongConcurrentClaimants() throws Exception {
    // given
    List<Order> claims = orders(20, "coupon", Map.of("pool", "WELCOME"));
    commit(1, claims);
    pools().add("WELCOME", List.of("A1", "A2", "A3", "A4", "A5"), NOON);
    // when
    var settled = atOnce(20, i -> outbox().keep(List.of(claims.get(i)), NOON));
    // then
    assertThat(settled)
        .extracting(one -> one.result().values().get("code"))
        .containsExactlyInAnyOrder("A1", "A2", "A3", "A4", "A5");
    assertThat(outbox().parked(ALL)).hasSize(15);
    assertThat(pools().stock("WELCOME")).contains(new Stock("WELCOME", 0, 5));
  }

  @Test
  void issuesOneCodeToAnOrderThatManyClaimFor() throws Exception {
    // given
    commit(1, List.of(COUPON));
    pools().add("WELCOME", List.of("A1", "A2", "A3"), NOON);
    // when
    var settled = atOnce(20, i -> outbox().keep(List.of(COUPON), NOON));
    // then
    assertThat(settled).hasSize(1);
    assertThat(pools().stock("WELCOME")).contains(new Stock("WELCOME", 2, 1));
  }

  @Test
  void parksWhatFindsNoCodeAndTakesItUpOnceThereAreSome() {
    // given
    List<Order> claims = orders(3, "coupon", Map.of("pool", "WELCOME"));
    commit(1, claims);
    outbox().keep(claims, NOON);
    var parked = outbox().parked(ALL);
    // when
    pools().add("WELCOME", List.of("A1", "A2"), NOON.plusSeconds(5));
    // then
    assertThat(parked)
        .hasSize(3)
        .allMatch(one -> !one.outcomeOpen() && one.reason().contains("'WELCOME'"));
    assertThat(due("coupon", NOON.plusSeconds(5))).hasSize(2);
    assertThat(outbox().parked(ALL)).hasSize(1);
  }

  @Test
  void leavesWhatAPersonMustDecideWhenCodesAreAdded() {
    // given
    commit(1, List.of(COUPON));
    outbox().park(List.of(new Parked(COUPON, false, "stopped by hand")));
    // when
    pools().add("WELCOME", List.of("A1"), NOON);
    // then
    assertThat(outbox().parked(ALL)).hasSize(1);
  }

  @Test
  void losesNoClaimBetweenAnEmptyPoolAndItsRefill() throws Exception {
    // given
    List<Order> claims = orders(20, "coupon", Map.of("pool", "WELCOME"));
    commit(1, claims);
    // when
    atOnce(
        20,
        i -> {
          pools().add("WELCOME", List.of("A" + i), NOON);
          return outbox().keep(List.of(claims.get(i)), NOON);
        });
    keepAllThatIsDue();
    // then
    assertThat(pools().stock("WELCOME")).contains(new Stock("WELCOME", 0, 20));
    assertThat(unreported()).hasSize(20);
  }

  @Test
  void servesSeveralPoolsAtOnce() {
    // given
    Order spring = anOrder().key("ben-1:1:0").of("coupon").with("pool", "SPRING").build();
    commit(1, List.of(COUPON, spring));
    pools().add("WELCOME", List.of("W"), NOON);
    pools().add("SPRING", List.of("S"), NOON);
    // when
    var settled = outbox().keep(List.of(COUPON, spring), NOON);
    // then
    assertThat(settled)
        .extracting(one -> one.result().values().get("code"))
        .containsExactlyInAnyOrder("W", "S");
  }

  @Test
  void passesOverDuplicateCodesOfAnyPool() {
    // given
    pools().add("WELCOME", List.of("A1", "A2"), NOON);
    // when
    var added = pools().add("SPRING", List.of("A2", "A3"), NOON);
    // then
    assertThat(added).isEqualTo(new Added(1, 1));
    assertThat(pools().stocks())
        .containsExactly(new Stock("SPRING", 1, 0), new Stock("WELCOME", 2, 0));
  }

  @Test
  void knowsNoPoolThatWasNeverFilled() {
    // when
    var stock = pools().stock("NOWHERE");
    // then
    assertThat(stock).isEmpty();
  }

  @Test
  void opensAPoolWithoutCodes() {
    // when
    pools().add("LATER", List.of(), NOON);
    // then
    assertThat(pools().stock("LATER")).contains(new Stock("LATER", 0, 0));
  }

  // ---- words

  private List<Pending> due(String kind, Instant now) {
    return outbox().due(kind, MINE, now, ALL, Set.of());
  }

  private List<Settlement> unreported() {
    return outbox().unreported(MINE, ALL);
  }

  private void keepAllThatIsDue() {
    outbox().keep(due("coupon", NOON).stream().map(Pending::order).toList(), NOON);
  }

  private static Order webhookAt(String key, int second) {
    return anOrder().key(key).of("webhook").at(NOON.plus(Duration.ofSeconds(second))).build();
  }

  private static Settlement succeeded(Order order) {
    var result = new Attributes(Map.of("status", new BigDecimal("200")));
    return new Settlement(order, true, result, NOON.plusSeconds(1));
  }

  private static Settlement failed(Order order) {
    var result = new Attributes(Map.of("reason", "Expected 2xx, but got 400."));
    return new Settlement(order, false, result, NOON.plusSeconds(1));
  }

  private interface Claim {
    List<Settlement> by(int claimant) throws Exception;
  }

  private static List<Settlement> atOnce(int claimants, Claim claim) throws Exception {
    try (var threads = Executors.newFixedThreadPool(claimants)) {
      List<Callable<List<Settlement>>> claims = new ArrayList<>();
      IntStream.range(0, claimants).forEach(i -> claims.add(() -> claim.by(i)));
      List<Settlement> all = new ArrayList<>();
      for (Future<List<Settlement>> one : threads.invokeAll(claims)) {
        all.addAll(one.get());
      }
      return all;
    }
  }
}
