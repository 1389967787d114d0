package dev.campanile.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.adapter.json.JsonSignals;
import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.Event;
import dev.campanile.campaign.EventId;
import dev.campanile.campaign.UserId;
import dev.campanile.engine.Committed;
import dev.campanile.engine.LogRecord;
import dev.campanile.engine.PartitionEngine;
import dev.campanile.engine.state.Detail;
import dev.campanile.engine.state.Fact;
import dev.campanile.engine.state.RuleBook;
import dev.campanile.engine.state.Signal;
import dev.campanile.engine.warehouse.DataWarehouse;
import dev.campanile.testkit.Books;
import dev.campanile.testkit.InMemoryHotStore;
import dev.campanile.testkit.Languages;
import dev.campanile.testkit.MortalWarehouse;
import dev.campanile.testkit.MortalWarehouse.Killed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A limit of all holds over all partitions, on every warehouse. */
abstract class SharedLimitContract {

  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final CampaignId GIFTS = new CampaignId("gifts");
  private static final int PARTITIONS = 8;
  private static final int DEMAND = 375;
  private static final int BATCH = 20;

  private final List<Committed> heard = new ArrayList<>();
  private DataWarehouse warehouse;

  abstract DataWarehouse emptyWarehouse();

  @BeforeEach
  void begin() {
    warehouse = emptyWarehouse();
  }

  @Test
  void letsInExactlyAsManyWhateverPartitionsAndKills() throws Exception {
    // given
    RuleBook book = upTo(1_000);
    List<Callable<Integer>> work =
        IntStream.range(0, PARTITIONS)
            .<Callable<Integer>>mapToObj(partition -> () -> serve(partition, book))
            .toList();
    int killed = 0;
    // when
    try (var threads = Executors.newFixedThreadPool(PARTITIONS)) {
      for (Future<Integer> one : threads.invokeAll(work)) {
        killed += one.get();
      }
    }
    // then
    assertThat(killed).as("engines thrown away").isGreaterThan(PARTITIONS);
    assertThat(inside(PARTITIONS, DEMAND)).isEqualTo(1_000);
    assertThat(warehouse.left(GIFTS, 1_000)).isZero();
  }

  @Test
  void countsThoseWhoEnteredBeforeThereWasALimit() {
    // given
    serve(unlimited(), 0, 3);
    // when
    serve(upTo(5), 3, 20);
    // then
    assertThat(inside(1, 20)).isEqualTo(5);
  }

  @Test
  void countsThoseWhoEnteredWhileTheLimitWasAway() {
    // given
    serve(upTo(3), 0, 5);
    serve(unlimited(), 5, 9);
    // when
    serve(upTo(3), 9, 12);
    serve(upTo(9), 12, 20);
    // then
    assertThat(inside(1, 12)).isEqualTo(7);
    assertThat(inside(1, 20)).isEqualTo(9);
  }

  @Test
  void countsThoseWhoEnterWhereTheLimitIsNotKnownYet() {
    // given
    serve(upTo(10), 0, 2);
    try (PartitionEngine behind = engine(warehouse, 1, unlimited())) {
      behind.process(records(1, 0, 6));
    }
    // when
    serve(upTo(10), 2, 20);
    // then
    assertThat(inside(2, 20)).isEqualTo(10);
  }

  @Test
  void followsALimitThatIsRaisedOrLowered() {
    // given
    serve(upTo(100), 0, 10);
    // when
    serve(upTo(12), 10, 20);
    int lowered = inside(1, 20);
    serve(upTo(11), 20, 30);
    int belowThoseInside = inside(1, 30);
    serve(upTo(15), 30, 40);
    // then
    assertThat(lowered).isEqualTo(12);
    assertThat(belowThoseInside).isEqualTo(12);
    assertThat(inside(1, 40)).isEqualTo(15);
  }

  @Test
  void takesBackWhatOthersHoldAndDoNotSpend() {
    // given
    PartitionEngine other = engine(warehouse, 1, upTo(10));
    other.process(records(1, 0, 1));
    warehouse.lease(1, GIFTS, 10);
    other.close();
    // when
    serve(upTo(10), 0, 20);
    // then
    assertThat(inside(1, 20)).isEqualTo(9);
  }

  @Test
  void saysWhatRefusedAnEntry() {
    // when
    serve(upTo(1), 0, 2);
    // then
    List<String> details =
        heard.stream()
            .flatMap(batch -> batch.judged().stream())
            .flatMap(judged -> judged.step().facts().stream())
            .filter(Fact.Refused.class::isInstance)
            .map(fact -> ((Fact.Refused) fact).reason() + ": " + ((Fact.Refused) fact).detail())
            .toList();
    assertThat(details).containsExactly("LIMIT: All 1 entries of all users have been made.");
  }

  /** Serves all records of a partition, each time with a successor when an engine is killed. */
  private int serve(int partition, RuleBook book) {
    var mortal = new MortalWarehouse(warehouse, partition);
    int killed = 0;
    for (long offset = 0; offset < DEMAND; ) {
      try (PartitionEngine engine = engine(mortal, partition, book)) {
        for (offset = engine.nextOffset(); offset < DEMAND; offset = engine.nextOffset()) {
          engine.process(records(partition, (int) offset, Math.min((int) offset + BATCH, DEMAND)));
        }
      } catch (Killed again) {
        killed++;
      }
    }
    return killed;
  }

  private void serve(RuleBook book, int from, int to) {
    try (PartitionEngine engine = engine(warehouse, 0, book)) {
      engine.process(records(0, from, to));
    }
  }

  private PartitionEngine engine(DataWarehouse on, int partition, RuleBook book) {
    var ports =
        new PartitionEngine.Ports(
            on,
            new InMemoryHotStore(),
            () -> book,
            () -> {},
            new JsonSignals(),
            signal -> Detail.NONE,
            this::hear);
    return new PartitionEngine(ports, partition, "me");
  }

  private synchronized void hear(Committed batch) {
    heard.add(batch);
  }

  private int inside(int partitions, int users) {
    return (int)
        IntStream.range(0, partitions)
            .boxed()
            .flatMap(partition -> IntStream.range(0, users).mapToObj(i -> user(partition, i)))
            .filter(user -> !warehouse.read(user).participations().isEmpty())
            .count();
  }

  private static RuleBook unlimited() {
    return Books.of(Languages.campaign(campaign("")));
  }

  private static RuleBook upTo(int count) {
    return Books.of(
        Languages.campaign(
            campaign("participation: { limits: [ { count: %d, of: all } ] }".formatted(count))));
  }

  private static String campaign(String rest) {
    return """
        campaign: gifts
        entry: [ { when: [["event start"]], to: wait } ]
        nodes: { wait: {}, done: {} }
        edges: [ { from: wait, to: done, when: [["event end"]] } ]
        """
        + rest;
  }

  private static List<LogRecord> records(int partition, int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> start(partition, i)).toList();
  }

  private static LogRecord start(int partition, int offset) {
    var event =
        new Event(
            new EventId("test", "start"),
            "start",
            user(partition, offset),
            NOW.plusSeconds(offset),
            new Attributes(Map.of()));
    return new LogRecord.Readable(offset, new Signal.Happened(event));
  }

  private static UserId user(int partition, int number) {
    return new UserId(partition + "-" + number);
  }
}
