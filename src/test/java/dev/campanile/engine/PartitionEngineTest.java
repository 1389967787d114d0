package dev.campanile.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.campanile.adapter.json.JsonSignals;
import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.Event;
import dev.campanile.campaign.EventId;
import dev.campanile.campaign.UserId;
import dev.campanile.engine.rule.Moment;
import dev.campanile.engine.rule.Rules;
import dev.campanile.engine.state.Detail;
import dev.campanile.engine.state.Outcome;
import dev.campanile.engine.state.RuleBook;
import dev.campanile.engine.state.Signal;
import dev.campanile.engine.warehouse.Fenced;
import dev.campanile.engine.warehouse.Judged;
import dev.campanile.engine.warehouse.Tallied;
import dev.campanile.testkit.Books;
import dev.campanile.testkit.InMemoryHotStore;
import dev.campanile.testkit.InMemoryWarehouse;
import dev.campanile.testkit.Languages;
import dev.campanile.testkit.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The run protocol of one partition, on the twins of its stores. */
final class PartitionEngineTest {

  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final UserId ANNA = new UserId("anna");
  private static final UserId BO = new UserId("bo");
  private static final String CAMPAIGN =
      """
      campaign: c
      entry: [ { when: [["event start"]], to: wait } ]
      nodes: { wait: {}, done: {} }
      edges: [ { from: wait, to: done, when: [["count(a) gte 2"]] } ]
      """;

  private final ManualClock clock = new ManualClock(NOW);
  private final InMemoryWarehouse warehouse = new InMemoryWarehouse(clock);
  private final InMemoryHotStore hot = new InMemoryHotStore();
  private final List<Committed> heard = new ArrayList<>();
  private RuleBook book = Books.of(Languages.campaign(CAMPAIGN));
  private RuleBook published = book;
  private PartitionEngine engine = engine();

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void judgesAnEventThatComesTwiceInABatchOnce() {
    // when
    engine.process(List.of(event(0, ANNA, "e1", "start"), event(1, ANNA, "e1", "start")));
    // then
    assertThat(outcomes()).containsExactly(Outcome.APPLIED, Outcome.DUPLICATE);
    assertThat(tallied()).matches(Tallied::balanced);
    assertThat(engine.nextOffset()).isEqualTo(2);
  }

  @Test
  void goesOnFromTheWarehouseWhenTheHotStoreIsLost() {
    // given
    engine.process(List.of(event(0, ANNA, "e1", "start"), event(1, ANNA, "e2", "a")));
    long epoch = engine.namespace().epoch();
    // when
    hot.flush();
    engine.process(List.of(event(2, ANNA, "e3", "a")));
    // then
    assertThat(warehouse.read(ANNA).participations()).isEmpty();
    assertThat(engine.namespace().epoch()).isGreaterThan(epoch);
  }

  @Test
  void writesNothingOnceAnotherHasClaimedThePartition() {
    // given
    engine.process(List.of(event(0, ANNA, "e1", "start")));
    warehouse.claim(0, "another");
    // when, then
    assertThatThrownBy(() -> engine.process(List.of(event(1, ANNA, "e2", "a"))))
        .isInstanceOf(Fenced.class);
    assertThat(warehouse.kept()).hasSize(1);
  }

  @Test
  void aRecordThatCannotBeJudgedWaitsForAPersonAndNobodyElseDoes() {
    // given
    published = failingOn("start");
    // when
    engine.process(
        List.of(
            event(0, ANNA, "e1", "start"),
            new LogRecord.Unreadable(1, "?", "no signal"),
            event(2, BO, "e2", "other")));
    // then
    assertThat(outcomes()).containsExactly(Outcome.DEAD, Outcome.NO_MATCH);
    assertThat(warehouse.dead()).hasSize(2);
    assertThat(warehouse.dead().getFirst().payload()).contains("\"id\":\"e1\"");
    assertThat(tallied()).matches(Tallied::balanced);
    assertThat(tallied().dead()).isEqualTo(2);
  }

  @Test
  void looksForAVersionThatSomeoneIsInsideOf() {
    // given
    engine.process(List.of(event(0, ANNA, "e1", "start")));
    book = Books.of();
    published = book;
    engine.process(List.of(event(1, BO, "e1", "other")));
    // when
    published = Books.of(Languages.campaign(CAMPAIGN));
    engine.process(List.of(event(2, ANNA, "e2", "a")));
    // then
    assertThat(outcomes()).last().isEqualTo(Outcome.APPLIED);
  }

  @Test
  void usesANewBookFromTheNextBatchOn() {
    // given
    engine.process(List.of(event(0, ANNA, "e1", "begin")));
    // when
    book = Books.of(Languages.campaign(CAMPAIGN.replace("event start", "event begin")));
    engine.process(List.of(event(1, ANNA, "e2", "begin")));
    // then
    assertThat(outcomes()).containsExactly(Outcome.NO_MATCH, Outcome.APPLIED);
  }

  private PartitionEngine engine() {
    var ports =
        new PartitionEngine.Ports(
            warehouse,
            hot,
            () -> book,
            () -> book = published,
            new JsonSignals(),
            signal -> Detail.NONE,
            heard::add);
    return new PartitionEngine(ports, 0, "me");
  }

  /** A book whose rules throw at a type of event. */
  private RuleBook failingOn(String type) {
    Rules rules = book.rules();
    Rules failing =
        () -> {
          Rules.Judge judge = rules.open();
          return new Rules.Judge() {

            @Override
            public List<String> judge(Moment moment) {
              if (moment.at().equals("event " + type)) {
                throw new IllegalStateException("a bug");
              }
              return judge.judge(moment);
            }

            @Override
            public void close() {
              judge.close();
            }
          };
        };
    book =
        RuleBook.of(
            book.machines(),
            book.standings(),
            book.lexicon(),
            failing,
            book.conventions(),
            "failing");
    return book;
  }

  private List<Outcome> outcomes() {
    return heard.stream().flatMap(batch -> batch.judged().stream()).map(Judged::outcome).toList();
  }

  private Tallied tallied() {
    return heard.getLast().tallied();
  }

  private static LogRecord event(long offset, UserId user, String id, String type) {
    Instant time = NOW.plus(Duration.ofSeconds(offset));
    var event = new Event(new EventId("test", id), type, user, time, new Attributes(Map.of()));
    return new LogRecord.Readable(offset, new Signal.Happened(event));
  }
}
