package dev.campanile.campaign;

/** What becomes of what would have fallen due while an operator let the campaign rest. */
public enum OnResume {
  /** It falls due when the campaign goes on. */
  FIRE,
  /** It does not fall due any more; what recurs does so again. */
  SKIP
}
