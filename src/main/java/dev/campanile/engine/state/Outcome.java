package dev.campanile.engine.state;

/** The one class that the ledger counts an event in. */
public enum Outcome {
  /** It entered, moved, ended or counted something. */
  APPLIED,
  /** Nothing listens to it, or what listens refused it. */
  NO_MATCH,
  /** An event of this id was there before, within seven days. */
  DUPLICATE,
  /** It came later than the lateness allows behind the user's latest event. */
  LATE,
  /** It cannot be in the state that the user is in. */
  ILLEGAL,
  /** It could not be judged and waits for a person. */
  DEAD;

  /** Whether an event of this class is part of what the user has done. */
  public boolean counts() {
    return this == APPLIED || this == NO_MATCH;
  }
}
