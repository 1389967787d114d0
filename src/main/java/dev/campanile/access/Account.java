package dev.campanile.access;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A person who may sign in.
 *
 * @param user what is typed to sign in, see {@link #user(String)}
 * @param name what others read
 * @param password its hash; none where another service vouches for the person
 * @param stamp drawn anew whenever access changes, so that sessions begun before it end
 */
public record Account(
    String user,
    String name,
    Set<Role> roles,
    boolean disabled,
    @Nullable String password,
    String stamp,
    Instant since) {

  public static final int LONGEST_NAME = 100;

  private static final Pattern USER = Pattern.compile("[a-z0-9][a-z0-9._@+-]{0,63}");

  public Account {
    if (!valid(user)) {
      throw new IllegalArgumentException("Expected a user name, but got '" + user + "'.");
    }
    if (!Role.ofPeople().containsAll(roles)) {
      throw new IllegalArgumentException("Expected roles of people, but got " + roles + ".");
    }
    roles = Set.copyOf(roles);
  }

  /** A new one, enabled. */
  public static Account of(
      String user, String name, Set<Role> roles, @Nullable String password, Instant now) {
    return new Account(user, name, roles, false, password, Stamp.next(), now);
  }

  /** A user name as it is kept: however it is typed, case does not tell people apart. */
  public static String user(String typed) {
    return typed.strip().toLowerCase(Locale.ROOT);
  }

  /** Whether it can be a user name: letters, digits and {@code . _ @ + -}, at most 64. */
  public static boolean valid(String user) {
    return USER.matcher(user).matches();
  }

  /** Whether this one can let others in. */
  public boolean administers() {
    return !disabled && roles.contains(Role.ADMIN);
  }

  /** Whether another service vouches for the person. */
  public boolean vouchedFor() {
    return password == null;
  }

  public Account named(String other) {
    return new Account(user, other, roles, disabled, password, stamp, since);
  }

  public Account with(Set<Role> others) {
    return others.equals(roles)
        ? this
        : new Account(user, name, others, disabled, password, Stamp.next(), since);
  }

  public Account disabled(boolean now) {
    return now == disabled
        ? this
        : new Account(user, name, roles, now, password, Stamp.next(), since);
  }

  public Account withPassword(String hash) {
    return new Account(user, name, roles, disabled, hash, Stamp.next(), since);
  }

  /** Neither hash nor stamp is for logs. */
  @Override
  public String toString() {
    return "%s %s%s".formatted(user, roles, disabled ? " disabled" : "");
  }
}
