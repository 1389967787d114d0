package dev.campanile.campaign;

import java.util.regex.Pattern;

/**
 * The alphabet of names in a campaign file: a letter or digit, then up to 63 letters, digits,
 * {@code -} and {@code _}.
 *
 * <p>Names stand in rule names, order keys and URLs, so nothing that needs escaping is allowed in
 * them.
 */
public final class Names {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

  private Names() {}

  public static boolean valid(String text) {
    return NAME.matcher(text).matches();
  }

  static void require(String what, String text) {
    if (!valid(text)) {
      throw new IllegalArgumentException(
          "Expected a %s of letters, digits, '-' and '_' (at most 64), but got '%s'."
              .formatted(what, text));
    }
  }
}
