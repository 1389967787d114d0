package dev.campanile.translator.logic;

import dev.campanile.campaign.Condition.Split;
import dev.campanile.campaign.NodeId;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * Where a trigger stands: what counts and deadlines are counted from.
 *
 * @param name of the node, or of what is no node
 * @param node where splits are drawn
 * @param parts from and to which percentage each split of the trigger goes
 */
public record Standpoint(String name, Optional<NodeId> node, Map<Split, Part> parts) {

  /** From a percentage, included, to another, excluded. */
  public record Part(BigDecimal from, BigDecimal to) {}

  public Standpoint {
    parts = Map.copyOf(parts);
  }

  /** A place that is no node. */
  public static Standpoint of(String name) {
    return new Standpoint(name, Optional.empty(), Map.of());
  }
}
