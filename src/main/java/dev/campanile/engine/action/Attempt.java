package dev.campanile.engine.action;

import dev.campanile.campaign.Attributes;
import java.time.Duration;

/** What became of one attempt to perform an order. */
public sealed interface Attempt {

  /**
   * Performed; {@code result} is what conditions and later actions see as {@code {ACTION-ID.x}}.
   */
  record Succeeded(Attributes result) implements Attempt {}

  /** Certainly not performed, and never will be as it is written. */
  record Refused(String reason) implements Attempt {}

  /** Certainly not performed; may go through later, not before {@code pause} is over. */
  record Failed(String reason, Duration pause) implements Attempt {

    public Failed(String reason) {
      this(reason, Duration.ZERO);
    }
  }

  /** Perhaps performed: the answer was lost. Not a failure. */
  record Unknown(String reason) implements Attempt {}
}
