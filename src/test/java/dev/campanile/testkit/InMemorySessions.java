package dev.campanile.testkit;

import dev.campanile.access.Network;
import dev.campanile.access.Session;
import dev.campanile.access.Sessions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Sessions in memory. Thread-safe. */
public final class InMemorySessions implements Sessions {

  private final Map<String, Session> sessions = new ConcurrentHashMap<>();

  private final Map<List<String>, Instant> homes = new ConcurrentHashMap<>();

  /** None yet. */
  public InMemorySessions() {}

  @Override
  public void begin(Session session) {
    sessions.put(session.hash(), session);
  }

  @Override
  public Optional<Session> find(String hash) {
    return Optional.ofNullable(sessions.get(hash));
  }

  @Override
  public void seen(String hash, Instant now) {
    sessions.computeIfPresent(
        hash, (same, session) -> session.seen().isBefore(now) ? session.seenAt(now) : session);
  }

  @Override
  public void end(String hash) {
    sessions.remove(hash);
  }

  @Override
  public void cameFrom(String user, Network network, Instant now) {
    homes.put(List.of(user, network.text()), now);
  }

  @Override
  public boolean atHome(String user, Network network, Instant now) {
    Instant last = homes.getOrDefault(List.of(user, network.text()), Instant.MIN);
    return last.isAfter(now.minus(Session.AT_HOME));
  }

  @Override
  public void sweep(Instant now) {
    sessions.values().removeIf(session -> session.over(now));
    homes.values().removeIf(last -> !last.isAfter(now.minus(Session.AT_HOME)));
  }
}
