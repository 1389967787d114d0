package dev.campanile.adapter.postgres;

import static dev.campanile.testkit.Samples.NOON;
import static dev.campanile.testkit.Samples.SPRING;
import static dev.campanile.testkit.Samples.WELCOME;
import static dev.campanile.testkit.Samples.ended;
import static dev.campanile.testkit.Samples.event;
import static dev.campanile.testkit.Samples.order;
import static dev.campanile.testkit.Samples.state;
import static dev.campanile.testkit.Samples.waiting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.campanile.adapter.json.JsonStates;
import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.EventId;
import dev.campanile.campaign.NodeId;
import dev.campanile.campaign.UserId;
import dev.campanile.engine.monitor.Timelines;
import dev.campanile.engine.monitor.Timelines.Delivered;
import dev.campanile.engine.monitor.Timelines.Kind;
import dev.campanile.engine.monitor.Timelines.Moment;
import dev.campanile.engine.monitor.Timelines.Question;
import dev.campanile.engine.state.Fact;
import dev.campanile.engine.state.Fact.Reason;
import dev.campanile.engine.state.OrderKey;
import dev.campanile.engine.state.Participation.Status;
import dev.campanile.testkit.ABatch;
import dev.campanile.testkit.TestDatabase;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class PostgresTimelinesTest {

  private static final UserId ANNA = new UserId("anna");
  private static final NodeId THANK = new NodeId("thank");
  private static final Optional<EventId> FIRST = Optional.of(new EventId("shop", "e-1"));

  private static TestDatabase database;
  private static Timelines timelines;

  /** Anna enters by e-1 and is refused, does nothing by e-2, and ends by e-3. */
  @BeforeAll
  static void runAnnaThrough() {
    database = TestDatabase.schema("timelines");
    database.clear();
    var warehouse = new PostgresWarehouse(database.dataSource(), new JsonStates());
    timelines = new PostgresTimelines(database.dataSource(), new JsonStates());
    var run = waiting("p-1", WELCOME, Optional.empty());
    List<Fact> entering =
        List.of(
            new Fact.Moved(
                WELCOME,
                "p-1",
                "welcome@1/entry-1",
                Optional.empty(),
                THANK,
                1,
                NOON,
                FIRST,
                Optional.empty()),
            new Fact.Refused(
                SPRING,
                "spring@7/entry-1",
                Reason.LIMIT,
                "1 entries of 1.",
                NOON,
                FIRST,
                Optional.empty()));
    Fact leaving = new Fact.Ended(WELCOME, "p-1", THANK, Status.EXITED, NOON.plusSeconds(3));
    ABatch.at(warehouse.claim(0, "test"))
        .judged(
            event(ANNA, "e-1", NOON),
            ABatch.step(
                state(ANNA, 1, run),
                List.of(order(ANNA, new OrderKey("p-1", 1, 0))),
                entering,
                List.of()))
        .judged(event(ANNA, "e-2", NOON.plusSeconds(1)), state(ANNA, 2, run))
        .judged(event(new UserId("ben"), "e-9", NOON), state(new UserId("ben"), 1))
        .judged(
            event(ANNA, "e-3", NOON.plusSeconds(3)),
            ABatch.step(state(ANNA, 3), List.of(), List.of(leaving), List.of(ended(run))))
        .commit(warehouse);
  }

  @AfterAll
  static void disconnect() {
    database.close();
  }

  @Test
  void tellsEverythingTheLatestFirst() {
    assertThat(moments(EnumSet.allOf(Kind.class), Optional.empty(), Optional.empty(), 99))
        .extracting(Moment::what, Moment::name)
        .containsExactly(
            tuple("ended", "exited"),
            tuple("event", "order.paid"),
            tuple("event", "order.paid"),
            tuple("order", "push"),
            tuple("entered", ""),
            tuple("refused", "limit"),
            tuple("event", "order.paid"));
  }

  @Test
  void tellsHowFarAnOrderHasCome() {
    // given
    database.execute("UPDATE orders SET status = 'FAILED', attempts = 3, reason = 'gone'");
    // when
    Moment order = moments(Set.of(Kind.ORDER), Optional.empty(), Optional.empty(), 9).getFirst();
    // then
    assertThat(order.order())
        .contains(
            new Delivered(
                "p-1:1:0",
                "failed",
                3,
                Optional.of("gone"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    assertThat(order.to()).contains("thank");
  }

  @Test
  void tellsOfOneCampaignWithTheEventsThatDidSomethingInIt() {
    assertThat(moments(EnumSet.allOf(Kind.class), Optional.of(SPRING.id()), Optional.empty(), 99))
        .extracting(Moment::what)
        .containsExactly("refused", "event");
    assertThat(moments(EnumSet.allOf(Kind.class), Optional.of(WELCOME.id()), Optional.empty(), 99))
        .extracting(Moment::what)
        .containsExactly("ended", "event", "order", "entered", "event");
  }

  @Test
  void tellsPageByPageWhatEachRecordDidAsAWhole() {
    // when
    var first = moments(EnumSet.allOf(Kind.class), Optional.empty(), Optional.empty(), 1);
    var second =
        moments(
            EnumSet.allOf(Kind.class), Optional.empty(), Optional.of(first.getLast().offset()), 2);
    // then
    assertThat(first).extracting(Moment::what).containsExactly("ended", "event");
    assertThat(second)
        .extracting(Moment::what)
        .containsExactly("event", "order", "entered", "refused", "event");
  }

  @Test
  void tellsThoseKindsAloneThatAreAskedFor() {
    assertThat(moments(Set.of(Kind.MOVE, Kind.REFUSAL), Optional.empty(), Optional.empty(), 99))
        .extracting(Moment::what)
        .containsExactly("ended", "entered", "refused");
    assertThat(moments(Set.of(), Optional.empty(), Optional.empty(), 99)).isEmpty();
  }

  private static List<Moment> moments(
      Set<Kind> kinds, Optional<CampaignId> campaign, Optional<Long> before, int least) {
    return timelines.moments(new Question(ANNA, campaign, kinds, before, least));
  }
}
