package dev.campanile.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How often one may try to sign in: few times for one account from one address, more often from one
 * address, and for one account from everywhere, so that guessing from many addresses ends as well.
 *
 * <p>Each is a generic cell rate: so many at once, then one each time a share of the window has
 * passed. What was used up long ago is forgotten, so memory is bounded by the rate itself and by
 * {@link #MOST}. Thread-safe.
 *
 * @see <a href="https://en.wikipedia.org/wiki/Generic_cell_rate_algorithm">GCRA</a>
 */
public final class Attempts {

  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final int PER_ACCOUNT_AND_ADDRESS = 5;
  private static final int PER_ADDRESS = 50;
  private static final int PER_ACCOUNT = 100;

  /** Beyond it the oldest are forgotten. */
  private static final int MOST = 100_000;

  /** What is counted: by account, by address, or by both. */
  private record Counted(String account, String address, int most) {

    Duration share() {
      return WINDOW.dividedBy(most);
    }
  }

  /** When, for each, nothing would be used up any more. */
  private final Map<Counted, Instant> usedUntil = new LinkedHashMap<>();

  private final Clock clock;

  public Attempts(Clock clock) {
    this.clock = clock;
  }

  /**
   * Counts one.
   *
   * @return how long to wait, where it is one too many; then it is not counted
   */
  synchronized Optional<Duration> begin(String account, String address) {
    Instant now = clock.instant();
    forget(now);
    var counted = counted(account, address);
    Duration longest =
        counted.stream().map(one -> wait(one, now)).max(Duration::compareTo).orElseThrow();
    if (longest.isPositive()) {
      return Optional.of(longest);
    }
    counted.forEach(one -> usedUntil.put(one, until(one, now).plus(one.share())));
    return Optional.empty();
  }

  /** Whoever knew the password was not guessing: the attempt is not counted after all. */
  synchronized void succeeded(String account, String address) {
    for (Counted one : counted(account, address)) {
      usedUntil.computeIfPresent(one, (same, until) -> until.minus(one.share()));
    }
  }

  private static List<Counted> counted(String account, String address) {
    return List.of(
        new Counted(account, address, PER_ACCOUNT_AND_ADDRESS),
        new Counted("", address, PER_ADDRESS),
        new Counted(account, "", PER_ACCOUNT));
  }

  private Duration wait(Counted one, Instant now) {
    Instant full = until(one, now).plus(one.share());
    return Duration.between(now.plus(WINDOW), full);
  }

  private Instant until(Counted one, Instant now) {
    Instant until = usedUntil.getOrDefault(one, now);
    return until.isBefore(now) ? now : until;
  }

  private void forget(Instant now) {
    if (usedUntil.size() >= MOST / 2) {
      usedUntil.values().removeIf(until -> !until.isAfter(now));
    }
    var oldest = usedUntil.keySet().iterator();
    for (int tooMany = usedUntil.size() - MOST; tooMany >= 0 && oldest.hasNext(); tooMany--) {
      oldest.next();
      oldest.remove();
    }
  }
}
