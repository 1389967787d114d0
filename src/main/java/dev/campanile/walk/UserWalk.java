package dev.campanile.walk;

import dev.campanile.campaign.UserId;
import dev.campanile.engine.LogUnavailable;
import dev.campanile.engine.LogWriter;
import dev.campanile.engine.state.Signal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Walks over users in chunks and tells each of them something through the log: endings lead out by
 * it, backfills let in. Thread-safe.
 */
public final class UserWalk {

  /** Over whom a walk goes. */
  @FunctionalInterface
  interface Way {

    /** The next users in order, up to {@code most}; none at the end. */
    List<UserId> next(Optional<UserId> after, int most);
  }

  /** Hears of each chunk once the log has it, and says whether to go on. */
  @FunctionalInterface
  interface Chunk {

    boolean told(List<UserId> users);
  }

  private static final int MOST = 1_000;

  private final LogWriter log;
  private final Clock clock;

  public UserWalk(LogWriter log, Clock clock) {
    this.log = log;
    this.clock = clock;
  }

  /**
   * Walks on from after a user; true where it came to the end of the way.
   *
   * @param told what a user is told, at an instant
   * @param most how many users a chunk may have
   * @throws LogUnavailable where the log does not take a chunk: what came before it is told
   */
  boolean walk(
      Way way,
      Optional<UserId> from,
      int most,
      BiFunction<UserId, Instant, Signal> told,
      Chunk chunk) {
    int size = Math.min(most, MOST);
    Optional<UserId> last = from;
    for (List<UserId> users = way.next(last, size);
        !users.isEmpty();
        users = way.next(last, size)) {
      Instant now = clock.instant();
      log.append(users.stream().map(user -> told.apply(user, now)).toList());
      last = Optional.of(users.getLast());
      if (!chunk.told(users)) {
        return false;
      }
    }
    return true;
  }
}
