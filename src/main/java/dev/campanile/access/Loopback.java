package dev.campanile.access;

import java.util.Set;

/**
 * The names by which a machine calls itself. What is reached by them alone, no other machine
 * reaches.
 */
public final class Loopback {

  private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

  private Loopback() {}

  public static boolean names(String host) {
    return NAMES.contains(host);
  }
}
