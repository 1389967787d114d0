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

  /** Notes from where somebody has signed in. */
  void cameFrom(String user, Network network, Instant now);

  /** Whether somebody has signed in from there, no longer ago than {@link Session#AT_HOME}. */
  boolean atHome(String user, Network network, Instant now);

  /** Forgets those that are over, and from where nobody has come for long. */
  void sweep(Instant now);
}
