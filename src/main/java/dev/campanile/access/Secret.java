package dev.campanile.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * 256 random bits as text, known to their holder alone: what is kept of them is their hash. A plain
 * hash is enough, since nobody can try 2^256 of them.
 */
public record Secret(String text) {

  private static final int BYTES = 32;

  /**
   * A new one.
   *
   * @param random not to be foreseen
   */
  public static Secret draw(RandomGenerator random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** What is kept of it. */
  public String hash() {
    return HexFormat.of().formatHex(digest(text));
  }

  /** Another secret that only a holder of this one can tell, and that does not tell this one. */
  public Secret derived(String purpose) {
    return new Secret(
        Base64.getUrlEncoder().withoutPadding().encodeToString(digest(purpose + ":" + text)));
  }

  /** In a time that does not tell how much of it is right. */
  public boolean matches(String said) {
    return MessageDigest.isEqual(digest(text), digest(said));
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public String toString() {
    return "Secret[…]";
  }
}
