package dev.campanile.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.campaign.CampaignGraph;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The two conditions with which everything began, told by the engine and by the reference. */
final class ExamplesTest {

  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

  private static final String ENTERING =
      """
      campaign: paid
      entry:
        - to: thank
          when:
            - - event order.paid where (productId == 1 || productId == 1) && (cityId == 2) && (price >= 20)
      nodes: { thank: {} }
      """;

  private static final String MOVING =
      """
      campaign: active
      entry: [ { to: wait, when: [["event start"]] } ]
      nodes: { wait: {}, done: {} }
      edges:
        - from: wait
          to: done
          when: '("sum(amount of order.paid) gte 20" || "count(order.paid) gte 5") && "count(post.created) gte 10"'
      """;

  private static Stage stage;

  @BeforeAll
  static void open(@TempDir Path cache) {
    stage = new Stage(cache);
  }

  @Test
  void entersByProductCityAndPrice() {
    // given
    List<Log.Item> items =
        List.of(
            paid(1, Map.of("productId", 2, "cityId", 2, "price", 20)),
            paid(2, Map.of("productId", 1, "cityId", 3, "price", 20)),
            paid(3, Map.of("productId", 1, "cityId", 2, "price", new BigDecimal("19.99"))),
            paid(4, Map.of("productId", 1, "cityId", 2)),
            paid(5, Map.of("productId", 1, "cityId", 2, "price", new BigDecimal("20.00"))));
    // when
    List<String> arrivals = arrivals(ENTERING, items);
    // then
    assertThat(arrivals).containsExactly("thank after 5 min");
  }

  @Test
  void movesByTheTotalSpentAndPosts() {
    // given
    List<Log.Item> items = new ArrayList<>(posts(10));
    items.add(paid(11, Map.of("amount", new BigDecimal("19.99"))));
    items.add(paid(12, Map.of("amount", new BigDecimal("0.01"))));
    // when
    List<String> arrivals = arrivals(MOVING, started(items));
    // then
    assertThat(arrivals).containsExactly("wait after 0 min", "done after 12 min");
  }

  @Test
  void movesByFiveOrdersAndPosts() {
    // given
    List<Log.Item> items = new ArrayList<>(posts(9));
    IntStream.rangeClosed(10, 14).forEach(minute -> items.add(paid(minute, Map.of("amount", 1))));
    items.add(item(15, "post.created", Map.of()));
    // when
    List<String> arrivals = arrivals(MOVING, started(items));
    // then
    assertThat(arrivals).containsExactly("wait after 0 min", "done after 15 min");
  }

  @Test
  void waitsForTheTenthPostWhateverWasSpent() {
    // given
    List<Log.Item> items = new ArrayList<>(posts(9));
    items.add(paid(10, Map.of("amount", 1000)));
    // when
    List<String> arrivals = arrivals(MOVING, started(items));
    // then
    assertThat(arrivals).containsExactly("wait after 0 min");
  }

  private static List<Log.Item> started(List<Log.Item> items) {
    var all = new ArrayList<Log.Item>();
    all.add(item(0, "start", Map.of()));
    all.addAll(items);
    return all;
  }

  private static List<Log.Item> posts(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(minute -> item(minute, "post.created", Map.of()))
        .toList();
  }

  private static Log.Item paid(int minute, Map<String, Object> properties) {
    return item(minute, "order.paid", properties);
  }

  private static Log.Item item(int minute, String type, Map<String, Object> properties) {
    return new Log.Item(START.plus(Duration.ofMinutes(minute)), type, properties);
  }

  /** What both tell. */
  private static List<String> arrivals(String yaml, List<Log.Item> items) {
    CampaignGraph campaign = stage.read(yaml).orElseThrow();
    var log = new Log(START, Map.of(), List.of(), items);
    List<Step> byEngine = Told.byEngine(stage.book(List.of(campaign)), log);
    List<Step> byReference = Told.byReference(List.of(campaign), log);
    assertThat(Course.of(campaign, byEngine)).isEqualTo(Course.of(campaign, byReference));
    return byReference.stream()
        .filter(Step.Arrived.class::isInstance)
        .map(Step.Arrived.class::cast)
        .map(a -> a.node() + " after " + Duration.between(START, a.at()).toMinutes() + " min")
        .toList();
  }
}
