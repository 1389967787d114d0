package dev.campanile.adapter.postgres;

import dev.campanile.campaign.EventId;
import dev.campanile.campaign.UserId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A number for texts, by which events are indexed: the first 8 bytes of SHA-256. Two may share it,
 * so the texts are compared as well.
 */
final class EventKey {

  private EventKey() {}

  static long of(UserId user, EventId id) {
    return of(user.text() + '\n' + id.source() + '\n' + id.id());
  }

  static long of(UserId user) {
    return of(user.text());
  }

  private static long of(String name) {
    return ByteBuffer.wrap(sha256().digest(name.getBytes(StandardCharsets.UTF_8))).getLong();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
