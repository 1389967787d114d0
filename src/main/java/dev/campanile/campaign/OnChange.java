package dev.campanile.campaign;

import java.util.Map;

/** What a newly published version means for those under way. */
public sealed interface OnChange {

  /** They finish on their version. */
  record Pin() implements OnChange {}

  /** They go on under the new version at once. */
  record Follow() implements OnChange {}

  /** They go on under the new version, at the node that theirs is mapped to. */
  record Migrate(Map<NodeId, NodeId> nodes) implements OnChange {

    public Migrate {
      nodes = Map.copyOf(nodes);
    }
  }
}
