package dev.campanile.engine.backtest;

import java.time.Instant;
import java.util.Optional;
import java.util.function.LongConsumer;

/** The events that the live service has judged, and what users are like by now. Thread-safe. */
public interface StoredEvents {

  /**
   * Adds the events of a time, each user's in log order, and the present profiles of their users.
   *
   * @param most after so many, reading ends
   * @param progress hears how many more have been read; what it throws ends the reading
   * @return whether those were all
   */
  boolean read(
      Optional<Instant> since,
      Optional<Instant> until,
      long most,
      History into,
      LongConsumer progress);
}
