package dev.campanile.campaign;

import java.util.List;

/**
 * A place where a user can be; its actions are done on arrival. A node without leaving edges is an
 * end.
 */
public record Node(NodeId id, Strategy strategy, List<Action> actions) {

  /** How the actions of one arrival depend on each other. */
  public enum Strategy {
    /** All at once. */
    PARALLEL,
    /** Each after the success of the one before. */
    SERIAL,
    /** The highest first; once one succeeds the rest are skipped. */
    PRIORITY
  }

  public Node {
    actions = List.copyOf(actions);
  }
}
