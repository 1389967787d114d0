package dev.campanile.translator.logic;

/** Whether a formula can hold. */
public enum Verdict {
  /** Some values let it hold. */
  POSSIBLE,
  /** It may or may not: a regular expression, a reference or too much work stands in the way. */
  UNDECIDED,
  /** No values let it hold; that is certain. */
  IMPOSSIBLE;

  /** What is known where either of two may be chosen. */
  Verdict or(Verdict other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /** What is known where both must be, and neither touches the other. */
  Verdict and(Verdict other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
