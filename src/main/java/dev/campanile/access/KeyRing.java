package dev.campanile.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Makes service keys, knows them again, and revokes them. Thread-safe. */
public final class KeyRing {

  /** Use within so short a time is not written down again. */
  private static final Duration FRESH = Duration.ofMinutes(1);

  private static final int SHOWN = ApiKey.PREFIX.length() + 8;

  /**
   * A new key.
   *
   * @param text the whole key, which nobody can be shown again
   */
  public record Made(ApiKey key, String text) {

    /** The text is not for logs. */
    @Override
    public String toString() {
      return key.toString();
    }
  }

  private final ApiKeys keys;
  private final RandomGenerator random;
  private final Clock clock;

  /**
   * @param random not to be foreseen
   */
  public KeyRing(ApiKeys keys, RandomGenerator random, Clock clock) {
    this.keys = keys;
    this.random = random;
    this.clock = clock;
  }

  public List<ApiKey> all() {
    return keys.all();
  }

  /** Makes a key; none where one of this name is not revoked yet. */
  public Optional<Made> make(
      String name, Set<Role> scopes, @Nullable Instant expires, String creator) {
    var secret = new Secret(ApiKey.PREFIX + Secret.draw(random).text());
    var key =
        new ApiKey(
            secret.text().substring(0, SHOWN),
            name,
            secret.hash(),
            scopes,
            creator,
            clock.instant(),
            expires,
            null,
            null);
    return keys.add(key) ? Optional.of(new Made(key, secret.text())) : Optional.empty();
  }

  /** The key that this text is, if it still opens. */
  public Optional<ApiKey> recognise(String text) {
    if (!text.startsWith(ApiKey.PREFIX)) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    return keys.find(new Secret(text).hash())
        .filter(key -> key.opens(now))
        .map(key -> noted(key, now));
  }

  private ApiKey noted(ApiKey key, Instant now) {
    if (key.used() != null && now.isBefore(key.used().plus(FRESH))) {
      return key;
    }
    keys.used(key.id(), now);
    return key.usedAt(now);
  }

  public Optional<ApiKey> revoke(String id) {
    return keys.revoke(id, clock.instant());
  }
}
