package dev.campanile.testkit;

import dev.campanile.campaign.UserId;
import dev.campanile.engine.state.HotStore;
import dev.campanile.engine.state.UserState;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The hot store in memory. Thread-safe. */
public final class InMemoryHotStore implements HotStore {

  private record Place(int partition, long epoch) {

    static Place of(Namespace namespace) {
      return new Place(namespace.partition(), namespace.epoch());
    }
  }

  private static final class Content {
    private long generation;
    private final Map<UserId, UserState> states = new HashMap<>();
    private final Map<UserId, Instant> wheel = new HashMap<>();

    private Content copy() {
      var copy = new Content();
      copy.generation = generation;
      copy.states.putAll(states);
      copy.wheel.putAll(wheel);
      return copy;
    }
  }

  private final Map<Place, Content> contents = new HashMap<>();

  @Override
  public synchronized Optional<Map<UserId, UserState>> read(
      Namespace namespace, Collection<UserId> users) {
    return current(namespace)
        .map(
            content -> {
              Map<UserId, UserState> found = new HashMap<>(content.states);
              found.keySet().retainAll(users);
              return found;
            });
  }

  @Override
  public synchronized boolean write(Namespace namespace, Collection<Hot> states, Instant horizon) {
    if (current(namespace).isEmpty()) {
      return false;
    }
    Content content = contents.computeIfAbsent(Place.of(namespace), place -> new Content());
    content.generation++;
    for (Hot hot : states) {
      UserId user = hot.user();
      content.states.remove(user);
      hot.state().ifPresent(state -> content.states.put(user, state));
      content.wheel.remove(user);
      hot.wakeAt().filter(at -> !at.isAfter(horizon)).ifPresent(at -> content.wheel.put(user, at));
    }
    return true;
  }

  @Override
  public synchronized List<Wake> due(Namespace namespace, Instant now, int most) {
    return current(namespace).orElseGet(Content::new).wheel.entrySet().stream()
        .filter(armed -> !armed.getValue().isAfter(now))
        .map(armed -> new Wake(armed.getKey(), armed.getValue()))
        .sorted(Comparator.comparing(Wake::at).thenComparing(Wake::user))
        .limit(most)
        .toList();
  }

  @Override
  public synchronized void arm(Namespace namespace, Collection<Wake> wakes) {
    if (current(namespace).isPresent()) {
      Content content = contents.computeIfAbsent(Place.of(namespace), place -> new Content());
      wakes.forEach(
          wake -> content.wheel.merge(wake.user(), wake.at(), (a, b) -> a.isBefore(b) ? a : b));
    }
  }

  /** Loses everything. */
  public synchronized void flush() {
    contents.clear();
  }

  /** What {@link #restore} brings back. */
  public synchronized Runnable snapshot() {
    Map<Place, Content> copy = new HashMap<>();
    contents.forEach((place, content) -> copy.put(place, content.copy()));
    return () -> restore(copy);
  }

  private synchronized void restore(Map<Place, Content> copy) {
    contents.clear();
    contents.putAll(copy);
  }

  private Optional<Content> current(Namespace namespace) {
    Content content = contents.getOrDefault(Place.of(namespace), new Content());
    return content.generation == namespace.generation() ? Optional.of(content) : Optional.empty();
  }
}
