package dev.campanile.engine.warehouse;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Published frequency caps: immutable versions, of which the latest is in force. Publishing moves
 * the revision of the {@link CampaignStore}. Thread-safe.
 */
public interface CapsStore {

  /**
   * A published version, counted from 1.
   *
   * @param yaml the file in canonical form
   * @param hash SHA-256 of it, in hex
   */
  record Version(int version, String yaml, String hash, Instant publishedAt) {}

  /** The one in force. */
  Optional<Version> latest();

  /** All of them, the latest first. */
  List<Version> versions();

  /** Stores a new version; where the latest has this hash already, answers that one. */
  Version publish(String yaml, String hash, Instant now, Witness<Version> witness);

  /** The same, unseen. */
  default Version publish(String yaml, String hash, Instant now) {
    return publish(yaml, hash, now, Witness.nobody());
  }
}
