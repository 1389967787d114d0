package dev.campanile.engine.warehouse;

import dev.campanile.campaign.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Walks over users in chunks: how far each has come outlives a crash, and one owner at a time is at
 * it. A chunk may be walked twice, never left out. Thread-safe.
 */
public interface Walks {

  /** Where a walk stands. */
  enum State {
    WALKING,
    DONE,
    /** What it was for is over. */
    GIVEN_UP,
    /** It never began, for nobody had to be told. */
    NOT_NEEDED;

    boolean over() {
      return this != WALKING;
    }
  }

  /**
   * A walk.
   *
   * @param perMinute how many users it may come to in a minute; none: as fast as it can
   * @param last up to which user it has come
   * @param total how many users there were when it began: an estimate of the way
   * @param resumesAt when its rate lets it go on
   */
  record Walk(
      String name,
      Optional<Integer> perMinute,
      Optional<UserId> last,
      long done,
      long total,
      State state,
      Instant begunAt,
      Instant changedAt,
      Instant resumesAt) {

    /** One that has yet to come to its first user. */
    public static Walk begun(
        String name, Optional<Integer> perMinute, long total, State state, Instant now) {
      return new Walk(name, perMinute, Optional.empty(), 0, total, state, now, now, now);
    }

    public boolean over() {
      return state.over();
    }

    /** The walk when it has come to some more users. */
    public Walk advanced(UserId to, long users, Instant now, Instant resumes) {
      return new Walk(
          name, perMinute, Optional.of(to), done + users, total, state, begunAt, now, resumes);
    }

    public Walk ended(State how, Instant now) {
      return new Walk(name, perMinute, last, done, total, how, begunAt, now, resumesAt);
    }
  }

  /** Begins a walk; where one of this name has been begun before, nothing changes. */
  void begin(Walk walk);

  Optional<Walk> named(String name);

  /** Those that are not over, of all whose name begins so, in the order of their names. */
  List<Walk> underWay(String beginning);

  /** Up to {@code most} of those whose name begins so, the one begun last first. */
  List<Walk> latest(String beginning, int most);

  /**
   * The walk, for this owner alone until an instant; empty where it is over, must wait for its
   * rate, or another owner is at it.
   */
  Optional<Walk> claim(String name, String owner, Instant now, Instant until);

  /** Notes how far it has come; false, and nothing noted, where another owner is at it. */
  boolean advance(Walk walk, String owner, Instant until);

  /** Lets others claim it. */
  void release(String name, String owner);
}
