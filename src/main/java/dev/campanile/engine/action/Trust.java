package dev.campanile.engine.action;

/** How far a channel can be trusted with a second attempt. */
public enum Trust {
  /** A second call with the same key has no second effect. */
  IDEMPOTENT(true),
  /** It can be asked whether a key was performed. */
  QUERYABLE(false),
  /** A second call may have a second effect: an open outcome waits for a person. */
  AT_MOST_ONCE(false),
  /** A second effect does no harm. */
  AT_LEAST_ONCE(true);

  private final boolean repeatable;

  Trust(boolean repeatable) {
    this.repeatable = repeatable;
  }

  /** Whether an order with an open outcome may simply be performed again. */
  public boolean repeatable() {
    return repeatable;
  }
}
