package dev.campanile.engine.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.campanile.engine.state.Delivery.Cause;
import dev.campanile.testkit.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class ArbitrationTest {

  private static final int CAMPAIGNS = 50;

  @Test
  void givesTheHighestPrioritiesWhatTheCapsAllow() {
    // given
    var scenario =
        Scenario.given(
                IntStream.rangeClosed(1, CAMPAIGNS)
                    .mapToObj(i -> campaign(i, i * 7 % 53, i % 2 == 0 ? "log" : "webhook", "promo"))
                    .toArray(String[]::new))
            .capped(
                "caps: [ {channel: log, count: 2, per: day}, {tag: promo, count: 5, per: P7D} ]");
    // when
    scenario.happens("start", Map.of());
    // then
    List<Order> delivered = scenario.orders().stream().filter(delivered()).toList();
    assertThat(scenario.orders()).hasSize(CAMPAIGNS);
    assertThat(delivered).hasSize(5);
    assertThat(delivered.stream().filter(order -> order.kind().equals("log"))).hasSizeLessThan(3);
    assertThat(bestFirst(scenario.orders(), "log", 2, 5))
        .containsExactlyInAnyOrderElementsOf(delivered);
  }

  @Test
  void leavesEqualPrioritiesInTheOrderOfTheirOrders() {
    // given
    var scenario =
        Scenario.given(campaign(1, 0, "log", "a"), campaign(2, 0, "log", "a"))
            .capped("caps: [ {channel: log, count: 1, per: day} ]");
    // when
    scenario.happens("start", Map.of());
    // then
    assertThat(scenario.orders())
        .extracting(order -> order.campaign().id().text(), Order::delivery)
        .containsExactly(
            tuple("c-1", Delivery.NOW), tuple("c-2", new Delivery.Withheld(Cause.CAPPED)));
  }

  @Test
  void countsANewCapFromItsPublishingOn() {
    // given
    var scenario = Scenario.given(campaign(1, 0, "log", "a"));
    scenario.happens("start", Map.of());
    // when
    scenario.capped("caps: [ {channel: log, count: 1, per: P7D} ]");
    scenario.happens("start", Map.of());
    scenario.happens("start", Map.of());
    // then
    assertThat(scenario.orders()).filteredOn(delivered()).hasSize(2);
    assertThat(scenario.state().contacts()).hasSize(1);
  }

  @Test
  void forgetsWhatNoCapCanCountAnyMore() {
    // given
    var scenario =
        Scenario.given(campaign(1, 0, "log", "a"))
            .capped("caps: [ {channel: log, count: 9, per: PT1H} ]");
    scenario.happens("start", Map.of());
    // when
    scenario.elapse(Duration.ofDays(4));
    scenario.happens("start", Map.of());
    // then
    assertThat(scenario.state().contacts()).hasSize(1);
  }

  @Property(tries = 60)
  void neverDeliversMoreThanTheCapsAllow(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int count) {
    // given
    var chance = new Random(seed);
    String[] campaigns =
        IntStream.rangeClosed(1, 8)
            .mapToObj(
                i ->
                    campaign(
                        i,
                        chance.nextInt(3),
                        chance.nextBoolean() ? "log" : "webhook",
                        chance.nextBoolean() ? "promo" : "news"))
            .toArray(String[]::new);
    var scenario =
        Scenario.given(campaigns)
            .capped(
                "caps: [ {channel: log, count: %d, per: PT6H}, {tag: promo, count: %d, per: PT30H} ]"
                    .formatted(count, count + 1));
    // when
    for (int i = 0; i < 12; i++) {
      scenario.elapse(Duration.ofMinutes(chance.nextInt(600)));
      scenario.happens("start", Map.of());
    }
    // then
    List<Order> all = scenario.orders();
    List<Order> log = all.stream().filter(order -> order.kind().equals("log")).toList();
    assertThat(most(log, Duration.ofHours(6))).isLessThanOrEqualTo(count);
    assertThat(all.stream().filter(capped()).allMatch(order -> isFull(order, all))).isTrue();
  }

  /** Where one was withheld, one that is no less important was delivered not long before. */
  private static boolean isFull(Order withheld, List<Order> all) {
    return all.stream()
        .filter(delivered())
        .anyMatch(
            order ->
                !order.at().isAfter(withheld.at())
                    && order.at().isAfter(withheld.at().minus(Duration.ofHours(30))));
  }

  private static long most(List<Order> orders, Duration window) {
    return orders.stream()
        .filter(delivered())
        .mapToLong(last -> within(orders, last.at(), window))
        .max()
        .orElse(0);
  }

  private static long within(List<Order> orders, Instant end, Duration window) {
    return orders.stream()
        .filter(delivered())
        .filter(one -> !one.at().isAfter(end) && one.at().isAfter(end.minus(window)))
        .count();
  }

  /** By hand: the best first, as long as there is room. */
  private static List<Order> bestFirst(List<Order> orders, String kind, int ofKind, int ofAll) {
    List<Order> best = new ArrayList<>();
    orders.stream()
        .sorted((one, other) -> priority(other) - priority(one))
        .forEach(
            order -> {
              long same = best.stream().filter(o -> o.kind().equals(kind)).count();
              if (best.size() < ofAll && (!order.kind().equals(kind) || same < ofKind)) {
                best.add(order);
              }
            });
    return best;
  }

  private static int priority(Order order) {
    return Integer.parseInt(order.campaign().id().text().substring(2)) * 7 % 53;
  }

  private static Predicate<Order> delivered() {
    return order -> order.delivery() instanceof Delivery.Now;
  }

  private static Predicate<Order> capped() {
    return order -> order.delivery().equals(new Delivery.Withheld(Cause.CAPPED));
  }

  private static String campaign(int number, int priority, String kind, String tag) {
    return """
        campaign: c-%d
        tags: [%s]
        priority: %d
        participation: { mode: parallel }
        entry: [ { when: [["event start"]], to: told } ]
        nodes: { told: { actions: [ { %s: { id: m%d } } ] } }
        """
        .formatted(number, tag, priority, kind, number);
  }
}
