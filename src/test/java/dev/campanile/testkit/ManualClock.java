package dev.campanile.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that moves when it is told to. Thread-safe. */
public final class ManualClock extends Clock {

  private final AtomicReference<Instant> now;

  public ManualClock(Instant now) {
    this.now = new AtomicReference<>(now);
  }

  /** At noon of a Wednesday, UTC. */
  public static ManualClock atNoon() {
    return new ManualClock(Instant.parse("2026-07-01T12:00:00Z"));
  }

  public void tick(Duration step) {
    now.updateAndGet(instant -> instant.plus(step));
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("Expected to be asked for instants alone.");
  }
}
