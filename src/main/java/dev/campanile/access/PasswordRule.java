package dev.campanile.access;

import java.util.Locale;
import java.util.Optional;

/**
 * What a password must be. Length is what counts; rules about signs only make people write it down.
 */
public final class PasswordRule {

  public static final int SHORTEST = 12;

  /** Nobody types more, and hashing it costs. */
  public static final int LONGEST = 200;

  /** A shorter user name is in many words. */
  private static final int TELLING = 4;

  private PasswordRule() {}

  /** What is wrong with it, if anything. */
  public static Optional<String> flaw(String password, String user) {
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST || length > LONGEST) {
      return Optional.of(
          "Expected a password of %d to %d characters, but it has %d. Maybe take four words that do not belong together."
              .formatted(SHORTEST, LONGEST, length));
    }
    if (user.length() >= TELLING && password.toLowerCase(Locale.ROOT).contains(user)) {
      return Optional.of("Expected a password without the user name in it, but it is there.");
    }
    if (password.codePoints().distinct().count() < 4) {
      return Optional.of("Expected at least four different characters, but there are fewer.");
    }
    return Optional.empty();
  }
}
