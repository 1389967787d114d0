package dev.campanile.engine.exception;

import java.time.Duration;

/** What kept something from being done, as far as the judge must know. */
public sealed interface Failure {

  String reason();

  /** Certainly not done, and never will be as it stands. */
  record Final(String reason) implements Failure {}

  /** Certainly not done, but may go through later: not before {@code pause} is over. */
  record Passing(String reason, Duration pause) implements Failure {}

  /**
   * Perhaps done: the answer was lost.
   *
   * @param repeatable whether doing it a second time does no harm
   */
  record Open(String reason, boolean repeatable) implements Failure {}
}
