package dev.campanile.engine.rule;

/** Where a rule that holds puts its decision: {@code decisions.follow(…)} is all a rule may do. */
@FunctionalInterface
public interface Follows {

  /** The rule of this name holds: its edge is to be followed. */
  void follow(String rule);
}
