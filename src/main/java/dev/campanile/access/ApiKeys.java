package dev.campanile.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps service keys, those revoked too: a port. Thread-safe. */
public interface ApiKeys {

  /** All, the latest first. */
  List<ApiKey> all();

  /** By the hash of the whole key. */
  Optional<ApiKey> find(String hash);

  /**
   * Keeps a new one.
   *
   * @return false where a key of this name is not revoked yet
   */
  boolean add(ApiKey key);

  /** The key as it is now; none where there is no such one. Twice is once. */
  Optional<ApiKey> revoke(String id, Instant now);

  /** Notes a use. */
  void used(String id, Instant now);
}
