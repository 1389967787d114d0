package dev.campanile.engine.state;

import dev.campanile.campaign.Position;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where a user is known to be.
 *
 * @param seen the last position that an event carried, and when on the user's clock
 * @param stays the areas that some campaign asks how long one has been in: since when, by name
 */
public record Whereabouts(Optional<Seen> seen, Map<String, Instant> stays) {

  /** A position at an instant. */
  public record Seen(Position position, Instant at) {}

  public static final Whereabouts UNKNOWN = new Whereabouts(Optional.empty(), Map.of());

  public Whereabouts {
    stays = Collections.unmodifiableMap(new TreeMap<>(stays));
  }

  public Optional<Position> position() {
    return seen.map(Seen::position);
  }

  /** Since when the user has been in an area; empty outside of it. */
  Optional<Instant> since(Haunt haunt) {
    Instant entered = stays.get(haunt.name());
    return entered != null
        ? Optional.of(entered)
        : seen.filter(last -> haunt.fence().contains(last.position())).map(Seen::at);
  }

  /** The user is seen at a position. */
  Whereabouts at(Position position, Instant now, Iterable<Haunt> haunts) {
    Map<String, Instant> stays = new HashMap<>();
    for (Haunt haunt : haunts) {
      if (haunt.fence().contains(position)) {
        stays.put(haunt.name(), since(haunt).orElse(now));
      }
    }
    return new Whereabouts(Optional.of(new Seen(position, now)), stays);
  }
}
