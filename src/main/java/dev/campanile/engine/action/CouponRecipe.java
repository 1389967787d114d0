package dev.campanile.engine.action;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * How codes are made: a prefix and so many letters of an alphabet in which no two look alike.
 *
 * <p>For each code there are at least {@link #SPARSENESS} others that are none, so that guessing
 * does not pay.
 */
public record CouponRecipe(String prefix, int length) {

  /** Without 0 O, 1 I L, 2 Z, 5 S, 8 B, U V. */
  public static final String ALPHABET = "34679ACDEFGHJKMNPQRTWXY";

  public static final int MOST = 1_000_000;

  static final int SPARSENESS = 1_000_000;

  private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9_-]{0,32}");
  private static final int LONGEST = 64;

  public CouponRecipe {
    if (!PREFIX.matcher(prefix).matches()) {
      throw new IllegalArgumentException(
          "Expected a prefix of letters, digits, '-' and '_' (at most 32), but got '%s'."
              .formatted(prefix));
    }
    if (length < 1 || length > LONGEST) {
      throw new IllegalArgumentException(
          "Expected a length of 1 to %d, but got %d.".formatted(LONGEST, length));
    }
  }

  /**
   * Adds {@code count} new codes to a pool.
   *
   * @param random not to be foreseen: a SecureRandom, except in tests
   */
  public void fill(CouponPools pools, String pool, int count, RandomGenerator random, Instant now) {
    requireRoom(count);
    int missing = count;
    while (missing > 0) {
      missing -= pools.add(pool, codes(missing, random), now).added();
    }
  }

  private void requireRoom(int count) {
    if (count < 1 || count > MOST) {
      throw new IllegalArgumentException(
          "Expected 1 to %d codes, but got %d.".formatted(MOST, count));
    }
    double possible = Math.pow(ALPHABET.length(), length);
    if (possible < (double) count * SPARSENESS) {
      throw new IllegalArgumentException(
          "Expected codes that cannot be guessed, but %d of length %d can.\nMaybe make them longer."
              .formatted(count, length));
    }
  }

  private Set<String> codes(int count, RandomGenerator random) {
    Set<String> codes = new LinkedHashSet<>();
    while (codes.size() < count) {
      codes.add(code(random));
    }
    return codes;
  }

  private String code(RandomGenerator random) {
    var code = new StringBuilder(prefix);
    for (int i = 0; i < length; i++) {
      code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return code.toString();
  }
}
