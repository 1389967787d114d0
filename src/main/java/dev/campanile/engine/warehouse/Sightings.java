package dev.campanile.engine.warehouse;

import dev.campanile.campaign.EventId;
import dev.campanile.campaign.UserId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The events sighted so far, for telling repetitions; a repetition leaves no sighting. Not
 * thread-safe.
 */
public final class Sightings {

  private record Name(UserId user, EventId id) {}

  private final Map<Name, List<Sighting>> sighted = new HashMap<>();

  /** Whether the event is one that was sighted before; if not, it is from now on. */
  public boolean repeats(Sighting sighting) {
    List<Sighting> earlier =
        sighted.computeIfAbsent(
            new Name(sighting.user(), sighting.id()), none -> new ArrayList<>(1));
    boolean repeated = earlier.stream().anyMatch(sighting::sameEvent);
    if (!repeated) {
      earlier.add(sighting);
    }
    return repeated;
  }
}
