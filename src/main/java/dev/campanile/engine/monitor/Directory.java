package dev.campanile.engine.monitor;

import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Users as people look for them. Thread-safe. */
public interface Directory {

  /** A user with the profile. */
  record Entry(UserId user, Attributes profile, Optional<Instant> latest) {}

  /**
   * Up to {@code most} users, in order, whose id, name, email or phone begins so: ids to the
   * letter, the others in whatever case. Everybody where nothing is given.
   */
  List<Entry> search(String beginning, int most);
}
