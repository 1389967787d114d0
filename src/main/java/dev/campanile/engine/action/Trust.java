package dev.campanile.engine.action;

/** How far a channel can be trusted with a second attempt. */
public enum Trust {
  /** A second call with the same key has no second effect. */
  IDEMPOTENT,
  /** It can be asked whether a key was performed. */
  QUERYABLE,
  /** A second call may have a second effect: an open outcome waits for a person. */
  AT_MOST_ONCE,
  /** A second effect does no harm. */
  AT_LEAST_ONCE
}
