package dev.campanile.engine.exception;

import java.time.Duration;

/** What is to be done about a failure. */
public sealed interface Verdict {

  record Retry(Duration after) implements Verdict {}

  /** A person must decide; {@code outcomeOpen} where it may have been performed. */
  record Park(String reason, boolean outcomeOpen) implements Verdict {}

  /** It was not performed and never will be: life goes on without it. */
  record GiveUp(String reason) implements Verdict {}
}
