package dev.campanile.access;

import java.time.Instant;
import java.util.Optional;

/** Keeps sessions: a port. Thread-safe. */
public interface Sessions {

  void begin(Session session);

  Optional<Session> find(String hash);

  /** Notes a use. */
  void seen(String hash, Instant now);

  void end(String hash);

  /** Forgets those that are over. */
  void sweep(Instant now);
}
