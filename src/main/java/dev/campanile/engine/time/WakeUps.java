package dev.campanile.engine.time;

import dev.campanile.campaign.UserId;
import java.time.Instant;
import java.util.List;

/** The warehouse's own knowledge of who is to be woken when: the truth behind the wheel. */
public interface WakeUps {

  /**
   * A user with an active participation in a campaign that is not paused, and the first instant it
   * waits for.
   */
  record Waiting(UserId user, Instant at) {}

  /**
   * Up to {@code most} users of a partition whose wake-up is before {@code until}, earliest first.
   */
  List<Waiting> before(int partition, Instant until, int most);
}
