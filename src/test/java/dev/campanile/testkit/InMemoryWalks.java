package dev.campanile.testkit;

import dev.campanile.engine.warehouse.Walks;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Walks in memory. Thread-safe. */
public final class InMemoryWalks implements Walks {

  private record Claim(String owner, Instant until) {}

  private final Map<String, Walk> walks = new HashMap<>();
  private final Map<String, Claim> claims = new HashMap<>();

  @Override
  public synchronized void begin(Walk walk) {
    walks.putIfAbsent(walk.name(), walk);
  }

  @Override
  public synchronized Optional<Walk> named(String name) {
    return Optional.ofNullable(walks.get(name));
  }

  @Override
  public synchronized List<Walk> underWay(String beginning) {
    return walks.values().stream()
        .filter(walk -> walk.name().startsWith(beginning) && !walk.over())
        .sorted(Comparator.comparing(Walk::name))
        .toList();
  }

  @Override
  public synchronized List<Walk> latest(String beginning, int most) {
    return walks.values().stream()
        .filter(walk -> walk.name().startsWith(beginning))
        .sorted(Comparator.comparing(Walk::begunAt).thenComparing(Walk::name).reversed())
        .limit(most)
        .toList();
  }

  @Override
  public synchronized Optional<Walk> claim(String name, String owner, Instant now, Instant until) {
    Optional<Walk> free =
        named(name)
            .filter(walk -> !walk.over() && !walk.resumesAt().isAfter(now))
            .filter(walk -> !taken(name, owner, now));
    free.ifPresent(walk -> claims.put(name, new Claim(owner, until)));
    return free;
  }

  @Override
  public synchronized boolean advance(Walk walk, String owner, Instant until) {
    Claim claim = claims.get(walk.name());
    if (claim == null || !claim.owner().equals(owner)) {
      return false;
    }
    walks.put(walk.name(), walk);
    claims.put(walk.name(), new Claim(owner, until));
    return true;
  }

  @Override
  public synchronized void release(String name, String owner) {
    claims.computeIfPresent(name, (n, claim) -> claim.owner().equals(owner) ? null : claim);
  }

  private boolean taken(String name, String owner, Instant now) {
    Claim claim = claims.get(name);
    return claim != null && !claim.owner().equals(owner) && claim.until().isAfter(now);
  }
}
