package dev.campanile.api.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.campanile.api.http.Problem;
import dev.campanile.api.http.ProblemException;
import dev.campanile.api.intake.EventParser.Request;
import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.Event;
import dev.campanile.campaign.EventId;
import dev.campanile.campaign.UserId;
import dev.campanile.engine.Asked;
import dev.campanile.engine.LogWriter;
import dev.campanile.engine.state.Outcome;
import dev.campanile.engine.state.RuleBook;
import dev.campanile.engine.state.Signal;
import dev.campanile.engine.state.Step;
import dev.campanile.engine.state.UserState;
import dev.campanile.engine.warehouse.Judged;
import dev.campanile.testkit.Books;
import dev.campanile.testkit.InMemoryWarehouse;
import dev.campanile.testkit.Languages;
import dev.campanile.testkit.ManualClock;
import dev.campanile.testkit.ScriptedLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class DecisionDeskTest {

  private static final RuleBook BOOK =
      Books.of(
          Languages.campaign(
              """
              campaign: hello
              entry: [ { when: [["event order.paid"]], to: greet } ]
              nodes: { greet: { actions: [ {log: {text: "{event.n}"}} ] } }
              """),
          limited("few", "order.paid"),
          limited("others", "order.sent"));

  private final ManualClock clock = ManualClock.atNoon();
  private final Event event =
      new Event(
          new EventId("shop", "o-1"),
          "order.paid",
          new UserId("anna"),
          clock.instant(),
          Attributes.NONE);
  private final InMemoryWarehouse warehouse = new InMemoryWarehouse(clock);
  private final ScriptedLog log = new ScriptedLog();
  private final CompletableFuture<Judged> answer = new CompletableFuture<>();
  private final Set<Event> seen = new HashSet<>();
  private final Asked asked = new Asked();
  private Runnable whenAwaited = () -> {};
  private final DecisionDesk desk =
      new DecisionDesk(
          new LogWriter(log, Duration.ofSeconds(1)),
          position -> {
            whenAwaited.run();
            return answer;
          },
          asked,
          warehouse,
          seen::contains,
          () -> BOOK,
          clock,
          Duration.ofMillis(50));

  @Test
  void answersWhatTheEventDid() {
    // given
    var unchanged = UserState.unknown(event.user());
    var step = Step.unchanged(unchanged, Outcome.DUPLICATE);
    answer.complete(new Judged(0, new Signal.Happened(event), step));
    // when
    Decision decision = desk.decide(new Request(event, false, false));
    // then
    assertThat(decision)
        .isEqualTo(
            new Decision("duplicate", false, List.of(), List.of(), List.of(), Optional.empty()));
    assertThat(log.kept()).containsExactly(new Signal.Happened(event));
  }

  @Test
  void saysThatTheEventIsAcceptedWhereTheAnswerIsLate() {
    // when
    Problem problem =
        catchThrowableOfType(
                ProblemException.class, () -> desk.decide(new Request(event, false, false)))
            .problem();
    // then
    assertThat(problem.status()).isEqualTo(504);
    assertThat(problem.members()).containsEntry("event", "o-1").containsEntry("source", "shop");
    assertThat(log.kept()).hasSize(1);
  }

  @Test
  void stopsAskingOnceNobodyWaits() {
    // when
    catchThrowableOfType(
        ProblemException.class, () -> desk.decide(new Request(event, false, false)));
    // then
    assertThat(answer).isCancelled();
  }

  @Test
  void judgesADryRunAndChangesNothing() {
    // when
    Decision decision = desk.decide(new Request(event, true, false));
    // then
    assertThat(decision.dryRun()).isTrue();
    assertThat(decision.edges()).extracting(Decision.Edge::to).contains("greet");
    assertThat(log.kept()).isEmpty();
    assertThat(warehouse.read(event.user()).version()).isZero();
  }

  @Test
  void asksForWhatIsLeftOnlyWhereADryRunNeedsIt() {
    // when
    Decision decision = desk.decide(new Request(event, true, false));
    // then
    assertThat(decision.edges())
        .extracting(Decision.Edge::campaign)
        .containsExactly("few", "hello");
    assertThat(warehouse.askedForLeft()).containsExactly(new CampaignId("few"));
  }

  @Test
  void tellsWhyWhereSomebodyAsks() {
    // when
    Decision decision = desk.decide(new Request(event, true, true));
    // then
    Reasons entry = decision.reasons().orElseThrow().getFirst();
    assertThat(entry.verdict()).isEqualTo("followed");
    assertThat(entry.rows().getFirst().getFirst().text()).isEqualTo("event order.paid");
    assertThat(entry.rows().getFirst().getFirst().holds()).isTrue();
  }

  @Test
  void asksForTheReasonsOfAnEventUntilItIsJudged() {
    // given
    var unchanged = UserState.unknown(event.user());
    List<Boolean> whileWaiting = new ArrayList<>();
    whenAwaited = () -> whileWaiting.add(asked.contains(event));
    answer.complete(
        new Judged(0, new Signal.Happened(event), Step.unchanged(unchanged, Outcome.NO_MATCH)));
    // when
    desk.decide(new Request(event, false, true));
    // then
    assertThat(whileWaiting).containsExactly(true);
    assertThat(asked.contains(event)).isFalse();
  }

  @Test
  void aDryRunKnowsWhatWasSeenBefore() {
    // given
    seen.add(event);
    // when
    Decision decision = desk.decide(new Request(event, true, false));
    // then
    assertThat(decision.outcome()).isEqualTo("duplicate");
  }

  private static CampaignGraph limited(String id, String type) {
    return Languages.campaign(
        """
        campaign: %s
        participation: { limits: [ { count: 1, of: all } ] }
        entry: [ { when: [["event %s"]], to: in } ]
        nodes: { in: {} }
        """
            .formatted(id, type));
  }
}
