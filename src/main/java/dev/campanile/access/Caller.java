package dev.campanile.access;

import java.util.Set;

/**
 * Who is asking.
 *
 * @param who the user name, or {@code key:ID} for a service: names of keys are given again, ids are
 *     not
 * @param name what others read
 * @param granted all that it may act as, see {@link Role#granted}
 */
public record Caller(String who, String name, Means by, Set<Role> granted) {

  /** Under which a caller is kept where requests are recognised. */
  public static final String IDENTITY = "caller";

  /** Whoever asks while access is open. */
  public static final Caller SOMEBODY =
      new Caller("somebody", "Somebody", Means.OPEN, Role.granted(Set.of(Role.ADMIN)));

  /** The service, where nobody asked. */
  public static final Caller SERVICE =
      new Caller("campanile", "Campanile", Means.SERVICE, Set.of());

  public Caller {
    granted = Set.copyOf(granted);
  }

  public static Caller of(Account account, Means by) {
    return new Caller(account.user(), account.name(), by, Role.granted(account.roles()));
  }

  public static Caller of(ApiKey key) {
    return new Caller("key:" + key.id(), key.name(), Means.KEY, Role.granted(key.scopes()));
  }
}
