package dev.campanile.engine.action;

import dev.campanile.campaign.Attributes;
import dev.campanile.engine.action.Outbox.Parked;
import dev.campanile.engine.action.Outbox.Pending;
import dev.campanile.engine.action.Outbox.Retry;
import dev.campanile.engine.action.Outbox.Settlement;
import dev.campanile.engine.exception.Failure;
import dev.campanile.engine.exception.FailureJudge;
import dev.campanile.engine.exception.Past;
import dev.campanile.engine.exception.Verdict;
import dev.campanile.engine.state.Order;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** What an attempt means for its order. Pure. */
final class Assessment {

  private final FailureJudge judge;

  Assessment(FailureJudge judge) {
    this.judge = judge;
  }

  Note of(Pending pending, Attempt attempt, Channel.Outside channel, Instant now) {
    return switch (attempt) {
      case Attempt.Succeeded(Attributes result) -> settled(pending.order(), true, result, now);
      case Attempt.Refused(String reason) ->
          failed(pending, new Failure.Final(reason), channel, now);
      case Attempt.Failed(String reason, Duration pause) ->
          failed(pending, new Failure.Passing(reason, pause), channel, now);
      case Attempt.Unknown(String reason) ->
          failed(pending, new Failure.Open(reason, channel.trust().repeatable()), channel, now);
    };
  }

  private Note failed(Pending pending, Failure failure, Channel.Outside channel, Instant now) {
    Order order = pending.order();
    Instant first = pending.firstAttempt().orElse(now);
    Past past =
        new Past(
            pending.attempts() + 1, Duration.between(first, now), openBefore(pending, channel));
    Duration horizon = channel.keyLifetime().minus(FailureJudge.CAP);
    return switch (judge.judge(failure, past, horizon, order.key().hashCode())) {
      case Verdict.Retry(Duration after) ->
          new Note.Again(
              order,
              new Retry(
                  order.key(),
                  now,
                  now.plus(after),
                  past.open() || failure instanceof Failure.Open,
                  failure.reason()));
      case Verdict.Park(String reason, boolean open) ->
          new Note.Aside(new Parked(order, open, reason));
      case Verdict.GiveUp(String reason) ->
          settled(order, false, new Attributes(Map.of("reason", reason)), now);
    };
  }

  /** With a channel that must not be asked twice, a further attempt implies that none is open. */
  private static boolean openBefore(Pending pending, Channel.Outside channel) {
    return pending.sent() && channel.trust().repeatable();
  }

  /** An order may be dated a little ahead of this clock; what settles it is not dated before it. */
  private static Note settled(Order order, boolean succeeded, Attributes result, Instant now) {
    Instant at = now.isBefore(order.at()) ? order.at() : now;
    return new Note.Settle(new Settlement(order, succeeded, result, at));
  }
}
