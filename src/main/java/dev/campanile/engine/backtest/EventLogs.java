package dev.campanile.engine.backtest;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Uploaded logs of events, by name. Thread-safe. */
public interface EventLogs {

  /** A log without its content. */
  record Uploaded(String name, long bytes, Instant keptAt) {}

  /**
   * Keeps a log in place of what bore its name.
   *
   * @param most bytes; of a longer one nothing is kept
   * @return empty where it is longer
   */
  Optional<Uploaded> keep(String name, InputStream content, long most, Instant now)
      throws IOException;

  List<Uploaded> all();

  /** The content, to be closed; empty where there is none of this name. */
  Optional<InputStream> open(String name);

  /** Forgets a log; answers whether there was one. */
  boolean forget(String name);
}
