package dev.campanile.engine.time;

import dev.campanile.campaign.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The warehouse's own knowledge of who is to be woken when: the truth behind the wheel. */
public interface WakeUps {

  /**
   * A user with an active participation in a campaign that is not paused, or with entries that wait
   * for time, and an instant that it waits for.
   */
  record Waiting(UserId user, Instant at) {}

  /**
   * Up to {@code most} wake-ups of a partition that are before {@code until}, earliest first, those
   * of one instant by user; a user may have several.
   *
   * @param after only those that come after this one in that order
   */
  List<Waiting> next(int partition, Optional<Waiting> after, Instant until, int most);
}
