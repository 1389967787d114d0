package dev.campanile.campaign;

import java.util.Map;
import java.util.Optional;

/** What a newly published version means for those under way. */
public sealed interface OnChange {

  /** The node at which whoever was at a former one goes on; empty where they do not. */
  Optional<NodeId> successor(NodeId former);

  /** They finish on their version. */
  record Pin() implements OnChange {

    @Override
    public Optional<NodeId> successor(NodeId former) {
      return Optional.empty();
    }
  }

  /** They go on under the new version at once. */
  record Follow() implements OnChange {

    @Override
    public Optional<NodeId> successor(NodeId former) {
      return Optional.of(former);
    }
  }

  /** They go on under the new version, at the node that theirs is mapped to. */
  record Migrate(Map<NodeId, NodeId> nodes) implements OnChange {

    public Migrate {
      nodes = Map.copyOf(nodes);
    }

    @Override
    public Optional<NodeId> successor(NodeId former) {
      return Optional.of(nodes.getOrDefault(former, former));
    }
  }
}
