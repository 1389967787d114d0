package dev.campanile.access;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key by which a service is let in.
 *
 * @param id how the key begins, to find it again by
 * @param hash of the whole key, which is shown once and kept nowhere
 * @param creator who made it
 */
public record ApiKey(
    String id,
    String name,
    String hash,
    Set<Role> scopes,
    String creator,
    Instant created,
    @Nullable Instant expires,
    @Nullable Instant revoked,
    @Nullable Instant used) {

  /** How every key begins, so that scanners find one that was left in a repository. */
  public static final String PREFIX = "cmp_";

  public ApiKey {
    if (scopes.isEmpty() || !Role.ofKeys().containsAll(scopes)) {
      throw new IllegalArgumentException("Expected scopes of keys, but got " + scopes + ".");
    }
    scopes = Set.copyOf(scopes);
  }

  public boolean opens(Instant now) {
    return revoked == null && (expires == null || now.isBefore(expires));
  }

  public ApiKey usedAt(Instant now) {
    return new ApiKey(id, name, hash, scopes, creator, created, expires, revoked, now);
  }

  public ApiKey revokedAt(Instant now) {
    return new ApiKey(id, name, hash, scopes, creator, created, expires, now, used);
  }
}
