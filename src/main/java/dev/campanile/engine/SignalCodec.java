package dev.campanile.engine;

import dev.campanile.engine.state.Signal;
import org.jspecify.annotations.Nullable;

/** How signals are written in the log. Thread-safe. */
public interface SignalCodec {

  byte[] encode(Signal signal);

  /** Bytes that are no signal become a record for a person, never an exception. */
  LogRecord decode(long offset, byte @Nullable [] bytes);
}
