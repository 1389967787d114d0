package dev.campanile.adapter.drools;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256. */
final class Digests {

  static final int LENGTH = 32;

  private Digests() {}

  static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Expected every Java to have SHA-256.", impossible);
    }
  }
}
