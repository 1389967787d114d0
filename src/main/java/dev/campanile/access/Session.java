package dev.campanile.access;

import java.time.Duration;
import java.time.Instant;

/**
 * Somebody who has signed in, for as long as the browser holds the secret.
 *
 * @param hash of the secret
 * @param stamp of the account when it began: another one now, and the session has ended
 * @param by how the person proved to be who they are
 * @param seen when it was last used, as exact as {@link #FRESH} is short
 */
public record Session(
    String hash, String user, String stamp, Means by, Instant begun, Instant seen) {

  /** Whatever happens, a day's work later one signs in again. */
  public static final Duration LONGEST = Duration.ofHours(12);

  public static final Duration LONGEST_IDLE = Duration.ofHours(2);

  /** For so long one is at home where one has signed in. */
  public static final Duration AT_HOME = Duration.ofDays(30);

  /** Use within so short a time is not written down again. */
  public static final Duration FRESH = Duration.ofMinutes(1);

  /** When it ends if it is not used any more. */
  public Instant ends() {
    Instant idle = seen.plus(LONGEST_IDLE);
    Instant latest = begun.plus(LONGEST);
    return idle.isBefore(latest) ? idle : latest;
  }

  public boolean over(Instant now) {
    return !now.isBefore(ends());
  }

  /** Whether a use now is worth writing down. */
  public boolean stale(Instant now) {
    return !now.isBefore(seen.plus(FRESH));
  }

  public Session seenAt(Instant now) {
    return new Session(hash, user, stamp, by, begun, now);
  }
}
