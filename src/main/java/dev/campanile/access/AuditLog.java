package dev.campanile.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Records who changed what, and forgets nothing: a port. Thread-safe. */
public interface AuditLog {

  /**
   * A change that somebody made.
   *
   * @param action such as {@code campaign.publish}
   * @param subject what it was done to, such as {@code welcome-coupon}
   * @param before what it was, and {@code after}, what it is: as JSON or text, no secrets
   */
  record Change(
      Instant at,
      String who,
      Means by,
      String action,
      String subject,
      @Nullable String before,
      @Nullable String after) {}

  /** A change in its place. */
  record Entry(long id, Change change) {}

  /**
   * What is looked for; the latest first.
   *
   * @param before only entries with a lower id, to go on from
   */
  record Search(Optional<Long> before, int limit, Optional<String> subject, Optional<String> who) {}

  void record(Change change);

  /**
   * Does something of which the changes in the store and the entries about them are kept together,
   * or neither where it fails. What others are told of it, they are told once it is done.
   */
  <T> T whole(Supplier<T> deed);

  List<Entry> search(Search search);
}
