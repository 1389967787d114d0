package dev.campanile.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How often one may try to sign in: few times for one account from one network, more often from one
 * network, and for one account from everywhere, so that guessing from many networks ends as well.
 *
 * <p>Each is a generic cell rate: so many at once, then one each time a share of the window has
 * passed. What was used up long ago is forgotten, so memory is bounded by the rate itself and by
 * {@link #MOST}. Thread-safe.
 *
 * @see <a href="https://en.wikipedia.org/wiki/Generic_cell_rate_algorithm">GCRA</a>
 */
public final class Attempts {

  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final int PER_ACCOUNT_AND_NETWORK = 5;
  private static final int PER_NETWORK = 50;
  private static final int PER_ACCOUNT = 100;

  /** Beyond it the oldest are forgotten. */
  private static final int MOST = 100_000;

  /** Old ones that each new one looks at: more than it can add. */
  private static final int SWEPT = 8;

  /** What is counted: by account, by network, or by both. */
  record Counted(String account, String network, int most) {

    Duration share() {
      return WINDOW.dividedBy(most);
    }
  }

  /**
   * An attempt.
   *
   * @param counted as what; nothing where it was one too many
   * @param pause how long to wait, where it was
   */
  record Attempt(List<Counted> counted, Optional<Duration> pause) {}

  /** When, for each, nothing would be used up any more; the one tried longest ago comes first. */
  private final Map<Counted, Instant> usedUntil = new LinkedHashMap<>();

  private final Clock clock;

  public Attempts(Clock clock) {
    this.clock = clock;
  }

  /** Counts one, unless it is one too many. */
  synchronized Attempt begin(String account, Network network) {
    return begin(
        List.of(
            both(account, network),
            new Counted("", network.text(), PER_NETWORK),
            new Counted(account, "", PER_ACCOUNT)));
  }

  /** The same from where the account is at home: what others try elsewhere does not count. */
  synchronized Attempt beginAtHome(String account, Network network) {
    return begin(List.of(both(account, network)));
  }

  private static Counted both(String account, Network network) {
    return new Counted(account, network.text(), PER_ACCOUNT_AND_NETWORK);
  }

  private Attempt begin(List<Counted> counted) {
    Instant now = clock.instant();
    forget(now);
    Duration longest =
        counted.stream().map(one -> wait(one, now)).max(Duration::compareTo).orElseThrow();
    if (longest.isPositive()) {
      return new Attempt(List.of(), Optional.of(longest));
    }
    counted.forEach(one -> put(one, until(one, now).plus(one.share())));
    return new Attempt(counted, Optional.empty());
  }

  /** Whoever knew the password was not guessing: the attempt is not counted after all. */
  synchronized void succeeded(Attempt attempt) {
    for (Counted one : attempt.counted()) {
      usedUntil.computeIfPresent(one, (same, until) -> until.minus(one.share()));
    }
  }

  /** How much is remembered. */
  synchronized int size() {
    return usedUntil.size();
  }

  private void put(Counted one, Instant until) {
    usedUntil.remove(one);
    usedUntil.put(one, until);
  }

  private Duration wait(Counted one, Instant now) {
    Instant full = until(one, now).plus(one.share());
    return Duration.between(now.plus(WINDOW), full);
  }

  private Instant until(Counted one, Instant now) {
    Instant until = usedUntil.getOrDefault(one, now);
    return until.isBefore(now) ? now : until;
  }

  /** A few at each attempt, so that no attempt has to look at all. */
  private void forget(Instant now) {
    var oldest = usedUntil.entrySet().iterator();
    for (int looked = 0; looked < SWEPT && oldest.hasNext(); looked++) {
      if (!oldest.next().getValue().isAfter(now) || usedUntil.size() > MOST) {
        oldest.remove();
      }
    }
  }
}
