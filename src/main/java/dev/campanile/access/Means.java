package dev.campanile.access;

import java.util.Locale;

/** How a caller proved to be who they are. */
public enum Means {
  PASSWORD,
  /** Another service vouched for them. */
  OIDC,
  KEY,
  /** Nobody had to prove anything. */
  OPEN,
  /** The service itself: at its start, and what stands in its folders. */
  SERVICE;

  public static Means named(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
