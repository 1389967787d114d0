package dev.campanile.engine.action;

import dev.campanile.campaign.Attributes;

/** What became of one attempt to perform an order. */
public sealed interface Attempt {

  /**
   * Performed; {@code result} is what conditions and later actions see as {@code {ACTION-ID.x}}.
   */
  record Succeeded(Attributes result) implements Attempt {}

  /** Certainly not performed. */
  record Failed(String reason, boolean permanent) implements Attempt {}

  /** Perhaps performed: the answer was lost. Not a failure. */
  record Unknown(String reason) implements Attempt {}
}
