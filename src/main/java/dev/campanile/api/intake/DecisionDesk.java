package dev.campanile.api.intake;

import dev.campanile.api.http.Problem;
import dev.campanile.api.http.ProblemException;
import dev.campanile.api.intake.EventParser.Request;
import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.Event;
import dev.campanile.engine.Asked;
import dev.campanile.engine.CatchingUp;
import dev.campanile.engine.Decisions;
import dev.campanile.engine.EventLog.Position;
import dev.campanile.engine.LogWriter;
import dev.campanile.engine.state.Detail;
import dev.campanile.engine.state.Outcome;
import dev.campanile.engine.state.Permits;
import dev.campanile.engine.state.RuleBook;
import dev.campanile.engine.state.Signal;
import dev.campanile.engine.state.StateControl;
import dev.campanile.engine.state.Step;
import dev.campanile.engine.state.UserState;
import dev.campanile.engine.warehouse.DataWarehouse;
import dev.campanile.engine.warehouse.Judged;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Answers what an event did, or would do. Thread-safe. */
public final class DecisionDesk {

  private final LogWriter log;
  private final Decisions decisions;
  private final Asked asked;
  private final DataWarehouse warehouse;
  private final Predicate<Event> seen;
  private final Supplier<RuleBook> book;
  private final Clock clock;
  private final Duration patience;

  /**
   * @param seen whether an event has been judged before
   * @param patience how long a caller waits for the event to be judged
   */
  public DecisionDesk(
      LogWriter log,
      Decisions decisions,
      Asked asked,
      DataWarehouse warehouse,
      Predicate<Event> seen,
      Supplier<RuleBook> book,
      Clock clock,
      Duration patience) {
    this.log = log;
    this.decisions = decisions;
    this.asked = asked;
    this.warehouse = warehouse;
    this.seen = seen;
    this.book = book;
    this.clock = clock;
    this.patience = patience;
  }

  Decision decide(Request request) {
    return request.dryRun()
        ? dryRun(request.event(), request.explain())
        : send(request.event(), request.explain());
  }

  private Decision send(Event event, boolean explain) {
    if (explain) {
      asked.ask(event);
    }
    try {
      Position position = log.append(List.of(new Signal.Happened(event))).getFirst();
      return Decision.of(judged(position, event).step(), false, explain);
    } finally {
      asked.forget(event);
    }
  }

  /** Judges the event on the stored state as it is. */
  private Decision dryRun(Event event, boolean explain) {
    RuleBook rules = book.get();
    UserState state =
        CatchingUp.complete(warehouse.read(event.user()), rules.lifetime(), warehouse.history());
    if (seen.test(event)) {
      return Decision.of(Step.unchanged(state, Outcome.DUPLICATE), true, explain);
    }
    try (var control = new StateControl(rules)) {
      Detail detail = explain ? Detail.ALL : Detail.NONE;
      Instant now = clock.instant();
      Step step =
          withPermits(
              rules,
              permits -> control.step(state, new Signal.Happened(event), now, detail, permits));
      return Decision.of(step, true, explain);
    }
  }

  /** As many as there are, wherever they are leased to; of those campaigns alone that lack some. */
  private Step withPermits(RuleBook rules, Function<Permits, Step> judging) {
    Map<CampaignId, Permits.Left> left = new HashMap<>();
    Step step = judging.apply(Permits.NONE);
    while (!step.lacking().isEmpty()) {
      Map<CampaignId, Integer> totals = rules.totals();
      for (CampaignId campaign : step.lacking()) {
        long count = warehouse.left(campaign, totals.get(campaign));
        left.put(campaign, new Permits.Left(count, true));
      }
      step = judging.apply(Permits.of(left));
    }
    return step;
  }

  private Judged judged(Position position, Event event) {
    CompletableFuture<Judged> answer = decisions.await(position);
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw late(event);
    } catch (ExecutionException | TimeoutException e) {
      throw late(event);
    } finally {
      answer.cancel(false); // nobody waits any more
    }
  }

  private ProblemException late(Event event) {
    return Problem.of(
            504,
            "not-judged-yet",
            "The event is accepted, but not judged yet",
            "Event '%s' of user '%s' is in the log and will be judged; the answer took longer than %s."
                .formatted(event.id().id(), event.user(), patience))
        .with("event", event.id().id())
        .with("source", event.id().source())
        .exception();
  }
}
