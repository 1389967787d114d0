package dev.campanile.engine.exception;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * Decides every failure: again after a while, a person, or never.
 *
 * <p>Retries back off exponentially with full jitter, from {@link #BASE} up to {@link #CAP}, and
 * end while the other side still knows the key: a retry that it takes for a new request would be a
 * second effect. Pure: the same question has the same answer. Thread-safe.
 *
 * @see <a href="https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/">Brooker:
 *     Exponential Backoff and Jitter</a>
 */
public final class FailureJudge {

  public static final Duration BASE = Duration.ofSeconds(1);
  public static final Duration CAP = Duration.ofMinutes(5);

  /** Beyond this the doubled base would exceed any cap, and soon a long. */
  private static final int MOST_DOUBLINGS = 30;

  /**
   * Judges one failed attempt.
   *
   * @param horizon how long after the first attempt a further one is still safe
   * @param seed tells apart what fails at the same time, so that it does not come back at once
   */
  public Verdict judge(Failure failure, Past past, Duration horizon, long seed) {
    return switch (failure) {
      case Failure.Final(String reason) ->
          past.open() ? new Verdict.Park(reason, true) : new Verdict.GiveUp(reason);
      case Failure.Passing(String reason, Duration pause) ->
          retry(reason, pause, past, past.open(), horizon, seed);
      case Failure.Open(String reason, boolean repeatable) ->
          repeatable
              ? retry(reason, Duration.ZERO, past, true, horizon, seed)
              : new Verdict.Park(reason, true);
    };
  }

  private static Verdict retry(
      String reason, Duration pause, Past past, boolean open, Duration horizon, long seed) {
    Duration backoff = backoff(past.attempts(), seed);
    Duration after = backoff.compareTo(pause) > 0 ? backoff : pause;
    if (past.age().plus(after).compareTo(horizon) >= 0) {
      return new Verdict.Park(
          "%s (gave up after %d attempts)".formatted(reason, past.attempts()), open);
    }
    return new Verdict.Retry(after);
  }

  private static Duration backoff(int attempts, long seed) {
    Duration doubled = BASE.multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
    Duration ceiling = doubled.compareTo(CAP) < 0 ? doubled : CAP;
    long millis = new SplittableRandom(seed + attempts).nextLong(ceiling.toMillis() + 1);
    return Duration.ofMillis(millis);
  }
}
