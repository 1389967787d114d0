package dev.campanile.access;

import dev.campanile.access.AuditLog.Change;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;

/**
 * Writes down who was not let in: the first time within a quarter of an hour at once, then each
 * time there are ten times as many, for so many accounts and networks at most. So an attack is
 * seen, and nobody fills the audit by one. What was typed is not written: it may be a password in
 * the wrong place. Thread-safe.
 */
public final class Refusals {

  /** Why somebody was not let in. */
  public enum Why {
    WRONG_PASSWORD("wrong password"),
    WRONG_OLD_PASSWORD("wrong old password"),
    DISABLED("disabled"),
    TOO_MANY_ATTEMPTS("too many attempts"),
    NOT_VOUCHED_FOR("no role, disabled, or an account with a password");

    private final String text;

    Why(String text) {
      this.text = text;
    }
  }

  /** In the place of a name, where it is none of an account. */
  public static final String NOBODY = "?";

  private static final String ACTION = "session.refused";
  private static final Duration WINDOW = Duration.ofMinutes(15);

  /** Beyond it all others are counted as one. */
  private static final int MOST = 50;

  private static final Network MANY = new Network("many");

  /** What is counted. */
  private record Counted(String account, Network from, Means by, Why why) {}

  private final Map<Counted, Long> counts = new HashMap<>();
  private final AuditLog log;
  private final Executor writer;
  private final Clock clock;
  private Instant since = Instant.MIN;

  /**
   * @param writer so that how long an answer takes does not tell whether something was written
   */
  public Refusals(AuditLog log, Executor writer, Clock clock) {
    this.log = log;
    this.writer = writer;
    this.clock = clock;
  }

  /**
   * Counts one.
   *
   * @param account the name of an account, or {@link #NOBODY}
   */
  public synchronized void note(String account, Network from, Means by, Why why) {
    Instant now = clock.instant();
    if (!now.isBefore(since.plus(WINDOW))) {
      counts.clear();
      since = now;
    }
    var counted = known(new Counted(account, from, by, why));
    long times = counts.merge(counted, 1L, Long::sum);
    if (powerOfTen(times)) {
      Change change = change(counted, times, now);
      writer.execute(() -> log.record(change));
    }
  }

  private Counted known(Counted counted) {
    return counts.containsKey(counted) || counts.size() < MOST
        ? counted
        : new Counted(NOBODY, MANY, counted.by(), counted.why());
  }

  private static boolean powerOfTen(long times) {
    long power = 1;
    while (power < times) {
      power *= 10;
    }
    return power == times;
  }

  private Change change(Counted counted, long times, Instant now) {
    String after =
        """
        {"from": "%s", "why": "%s", "times": %d, "since": "%s"}"""
            .formatted(counted.from().text(), counted.why().text, times, since);
    return new Change(now, NOBODY, counted.by(), ACTION, counted.account(), null, after);
  }
}
