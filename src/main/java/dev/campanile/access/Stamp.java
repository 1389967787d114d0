package dev.campanile.access;

import java.util.UUID;

/** Tells one state of an account's access from the next; it need only differ, not be secret. */
final class Stamp {

  private Stamp() {}

  static String next() {
    return UUID.randomUUID().toString();
  }
}
