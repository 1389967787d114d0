package dev.campanile.access;

/** Whether callers have to prove who they are. */
public enum AccessPolicy {
  REQUIRED,
  /** Everybody may do everything: for trying out, on loopback alone. */
  OPEN
}
