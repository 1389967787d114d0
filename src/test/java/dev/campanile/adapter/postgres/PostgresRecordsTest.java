package dev.campanile.adapter.postgres;

import static dev.campanile.testkit.Samples.NOON;
import static dev.campanile.testkit.Samples.WELCOME;
import static dev.campanile.testkit.Samples.ended;
import static dev.campanile.testkit.Samples.event;
import static dev.campanile.testkit.Samples.order;
import static dev.campanile.testkit.Samples.state;
import static dev.campanile.testkit.Samples.waiting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.campanile.adapter.json.JsonStates;
import dev.campanile.campaign.EventId;
import dev.campanile.campaign.NodeId;
import dev.campanile.campaign.UserId;
import dev.campanile.engine.state.Explanation;
import dev.campanile.engine.state.Fact;
import dev.campanile.engine.state.Fact.Reason;
import dev.campanile.engine.state.OrderKey;
import dev.campanile.engine.state.Outcome;
import dev.campanile.engine.state.Participation.Status;
import dev.campanile.engine.warehouse.DataWarehouse;
import dev.campanile.engine.warehouse.Ownership;
import dev.campanile.engine.warehouse.Records;
import dev.campanile.engine.warehouse.Records.Audit;
import dev.campanile.engine.warehouse.Records.Deed;
import dev.campanile.engine.warehouse.Records.Move;
import dev.campanile.engine.warehouse.Records.Ordered;
import dev.campanile.engine.warehouse.Records.Reasoned;
import dev.campanile.engine.warehouse.Records.Run;
import dev.campanile.engine.warehouse.Tallied;
import dev.campanile.testkit.ABatch;
import dev.campanile.testkit.TestDatabase;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PostgresRecordsTest {

  private static final Explanation WHY =
      new Explanation(
          true,
          List.of(
              new Explanation.Row(
                  true,
                  List.of(
                      new Explanation.Cell(
                          "event order.paid where price gte 20",
                          true,
                          List.of(),
                          List.of(
                              new Explanation.Row(
                                  true,
                                  List.of(
                                      new Explanation.Cell(
                                          "price gte 20",
                                          true,
                                          List.of(
                                              new Explanation.Seen(
                                                  "price", Optional.of(new BigDecimal("20.50"))),
                                              new Explanation.Seen(
                                                  "{user.limit}", Optional.empty())),
                                          List.of())))))))));

  private static final UserId ANNA = new UserId("anna");
  private static final EventId ENTERING = new EventId("shop", "e-1");
  private static final OrderKey PUSH = new OrderKey("p-1", 1, 0);

  private static TestDatabase database;

  private DataWarehouse warehouse;
  private Records records;
  private Ownership mine;

  @BeforeAll
  static void connect() {
    database = TestDatabase.schema("records");
  }

  @AfterAll
  static void disconnect() {
    database.close();
  }

  /** Anna enters by e-1, which comes twice, and leaves by e-2. */
  @BeforeEach
  void runAnnaThrough() {
    database.clear();
    warehouse = new PostgresWarehouse(database.dataSource(), new JsonStates());
    records = new PostgresRecords(database.dataSource(), new JsonStates());
    var run = waiting("p-1", WELCOME, Optional.of(NOON.plusSeconds(9)));
    var inside = state(ANNA, 1, run);
    List<Fact> entry =
        List.of(
            new Fact.Moved(
                WELCOME,
                "p-1",
                "welcome@1/entry-1",
                Optional.empty(),
                new NodeId("thank"),
                1,
                NOON,
                Optional.of(ENTERING),
                Optional.of(WHY)),
            new Fact.Refused(
                WELCOME,
                "welcome@1/entry-2",
                Reason.LIMIT,
                "1 entries of 1.",
                NOON,
                Optional.of(ENTERING),
                Optional.empty()));
    Fact leaving =
        new Fact.Ended(WELCOME, "p-1", new NodeId("thank"), Status.COMPLETED, NOON.plusSeconds(3));
    mine =
        ABatch.at(warehouse.claim(5, "test"))
            .judged(
                event(ANNA, "e-1", NOON),
                ABatch.step(inside, List.of(order(ANNA, PUSH)), entry, List.of()))
            .commit(warehouse);
    mine =
        ABatch.at(mine)
            .loaded(inside)
            .classed(event(ANNA, "e-1", NOON), Outcome.DUPLICATE)
            .judged(
                event(ANNA, "e-2", NOON.plusNanos(1)),
                ABatch.step(state(ANNA, 2), List.of(), List.of(leaving), List.of(ended(run))))
            .dead("no signal")
            .commit(warehouse);
  }

  @Test
  void tellsWhyAUserMovedAndWasRefused() {
    // when
    List<Reasoned> reasons = records.reasons(ANNA, WELCOME.id(), 9);
    // then
    assertThat(reasons)
        .containsExactlyInAnyOrder(
            new Reasoned(
                WELCOME,
                "welcome@1/entry-1",
                Optional.empty(),
                Optional.of(new NodeId("thank")),
                Optional.empty(),
                "",
                NOON,
                Optional.of(ENTERING),
                Optional.of(WHY)),
            new Reasoned(
                WELCOME,
                "welcome@1/entry-2",
                Optional.empty(),
                Optional.empty(),
                Optional.of(Reason.LIMIT),
                "1 entries of 1.",
                NOON,
                Optional.of(ENTERING),
                Optional.empty()));
    assertThat(records.reasons(ANNA, WELCOME.id(), 1)).hasSize(1);
    assertThat(records.reasons(new UserId("ben"), WELCOME.id(), 9)).isEmpty();
  }

  @Test
  void tellsWhyAGoalWasReachedAndAnExitTaken() {
    // given
    var ben = new UserId("ben");
    var thank = new NodeId("thank");
    var cause = Optional.of(new EventId("", "e-3"));
    List<Fact> facts =
        List.of(
            new Fact.Reached(
                WELCOME,
                "p-2",
                "welcome@1/goal",
                thank,
                NOON.plusSeconds(5),
                cause,
                Optional.of(WHY)),
            new Fact.Ended(
                WELCOME,
                "p-2",
                thank,
                Status.EXITED,
                NOON.plusSeconds(6),
                cause,
                Optional.of(WHY)));
    // when
    ABatch.at(mine)
        .judged(event(ben, "e-3", NOON), ABatch.step(state(ben, 1), List.of(), facts, List.of()))
        .commit(warehouse);
    // then
    assertThat(records.reasons(ben, WELCOME.id(), 2))
        .extracting(Reasoned::rule, Reasoned::from, Reasoned::to, Reasoned::detail, Reasoned::why)
        .containsExactly(
            tuple(
                "welcome@1/exit",
                Optional.of(thank),
                Optional.empty(),
                "ended by the exit",
                Optional.of(WHY)),
            tuple(
                "welcome@1/goal",
                Optional.of(thank),
                Optional.empty(),
                "reached the goal",
                Optional.of(WHY)));
  }

  @Test
  void tellsWhatAnEventDid() {
    // when
    Deed deed = records.deed(5, 0).orElseThrow();
    // then
    assertThat(deed.user()).isEqualTo(ANNA);
    assertThat(deed.id()).isEqualTo(ENTERING);
    assertThat(deed.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(deed.moves())
        .containsExactly(
            new Move(
                WELCOME,
                "p-1",
                Optional.of("welcome@1/entry-1"),
                Optional.empty(),
                Optional.of(new NodeId("thank")),
                Optional.empty(),
                NOON,
                Optional.of(ENTERING)));
    assertThat(deed.refusals())
        .containsExactly(
            new Records.Refusal(
                WELCOME, "welcome@1/entry-2", Reason.LIMIT, "1 entries of 1.", NOON));
    assertThat(deed.orders())
        .extracting(Ordered::key, Ordered::kind, Ordered::status)
        .containsExactly(tuple(PUSH, "push", "NEW"));
  }

  @Test
  void tellsAllSightingsOfAnEventId() {
    // when
    List<Deed> deeds = records.deeds(ANNA, ENTERING);
    // then
    assertThat(deeds)
        .extracting(Deed::offset, Deed::outcome)
        .containsExactly(tuple(0L, Outcome.APPLIED), tuple(1L, Outcome.DUPLICATE));
    assertThat(deeds.get(1).moves()).isEmpty();
    assertThat(records.deeds(ANNA, new EventId("", "e-1"))).isEmpty();
  }

  @Test
  void keepsTheTimeOfAnEventToTheNanosecond() {
    assertThat(records.deed(5, 2).orElseThrow().time()).isEqualTo(NOON.plusNanos(1));
  }

  @Test
  void tellsNothingOfOffsetsWithoutAnEvent() {
    assertThat(records.deed(5, 3)).isEmpty();
    assertThat(records.deed(5, 99)).isEmpty();
    assertThat(records.deed(6, 0)).isEmpty();
  }

  @Test
  void remembersParticipationsThatAreOver() {
    assertThat(records.runs(ANNA))
        .containsExactly(
            new Run(
                "p-1",
                WELCOME,
                Optional.empty(),
                new NodeId("thank"),
                Status.COMPLETED,
                NOON,
                NOON,
                Optional.of(NOON.plusSeconds(3)),
                2,
                Optional.empty()));
  }

  @Test
  void tellsTheMovesOfAUserInOrder() {
    assertThat(records.moves(ANNA))
        .extracting(Move::to, Move::ended)
        .containsExactly(
            tuple(Optional.of(new NodeId("thank")), Optional.empty()),
            tuple(Optional.empty(), Optional.of(Status.COMPLETED)));
  }

  @Test
  void findsEveryEventAccountedFor() {
    assertThat(records.audit())
        .isEqualTo(new Audit(2, 0, 0, new Tallied(4, 2, 0, 1, 0, 0, 1, 0, 3, 1)));
    assertThat(records.audit().sound()).isTrue();
  }

  @Test
  void findsWhatIsMissingOrDoesNotAddUp() {
    // given
    Ownership next = ABatch.at(mine).dead("no signal").commit(warehouse);
    ABatch.at(next).dead("no signal").commit(warehouse);
    // when
    database.execute("DELETE FROM ledger WHERE batch_seq = 2");
    database.execute("UPDATE ledger SET n_in = n_in + 1 WHERE batch_seq = 3");
    // then
    assertThat(records.audit().gaps()).isEqualTo(1);
    assertThat(records.audit().unbalanced()).isEqualTo(1);
    assertThat(records.audit().sound()).isFalse();
  }
}
