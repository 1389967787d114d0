package dev.campanile.engine.state;

/** How much of its reasons a step tells; it does the same in any case. */
public enum Detail {
  /** What it did. */
  NONE,
  /** And why, for every move and refusal. */
  FACTS,
  /** And what became of every other trigger that might have held. */
  ALL
}
