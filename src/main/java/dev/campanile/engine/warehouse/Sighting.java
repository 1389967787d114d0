package dev.campanile.engine.warehouse;

import dev.campanile.campaign.EventId;
import dev.campanile.campaign.UserId;
import java.time.Duration;
import java.time.Instant;

/**
 * An event id as it was seen in the log. Two sightings of one user and id are of one event where
 * their event times are at most {@link #WINDOW} apart.
 */
public record Sighting(UserId user, EventId id, Instant time, long offset) {

  public static final Duration WINDOW = Duration.ofDays(7);

  public boolean sameEvent(Sighting other) {
    return user.equals(other.user)
        && id.equals(other.id)
        && Duration.between(time, other.time).abs().compareTo(WINDOW) <= 0;
  }
}
