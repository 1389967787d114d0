package dev.campanile.engine;

import dev.campanile.engine.state.Signal;

/** A record of one partition of the log, as read. */
public sealed interface LogRecord {

  long offset();

  record Readable(long offset, Signal signal) implements LogRecord {}

  /** Bytes that are no signal: kept for a person, never skipped silently. */
  record Unreadable(long offset, String payload, String error) implements LogRecord {}
}
