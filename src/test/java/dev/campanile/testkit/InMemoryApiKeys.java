package dev.campanile.testkit;

import dev.campanile.access.ApiKey;
import dev.campanile.access.ApiKeys;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Service keys in memory. Thread-safe. */
public final class InMemoryApiKeys implements ApiKeys {

  private final Map<String, ApiKey> keys = new TreeMap<>();

  /** None yet. */
  public InMemoryApiKeys() {}

  @Override
  public synchronized List<ApiKey> all() {
    return keys.values().stream().sorted(Comparator.comparing(ApiKey::created).reversed()).toList();
  }

  @Override
  public synchronized Optional<ApiKey> find(String hash) {
    return keys.values().stream().filter(key -> key.hash().equals(hash)).findFirst();
  }

  @Override
  public synchronized boolean add(ApiKey key) {
    boolean taken =
        keys.values().stream()
            .anyMatch(one -> one.name().equals(key.name()) && one.revoked() == null);
    if (!taken) {
      keys.put(key.id(), key);
    }
    return !taken;
  }

  @Override
  public synchronized Optional<ApiKey> revoke(String id, Instant now) {
    return Optional.ofNullable(
        keys.computeIfPresent(id, (same, key) -> key.revoked() == null ? key.revokedAt(now) : key));
  }

  @Override
  public synchronized void used(String id, Instant now) {
    keys.computeIfPresent(id, (same, key) -> key.usedAt(now));
  }
}
