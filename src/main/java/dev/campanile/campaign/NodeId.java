package dev.campanile.campaign;

/** The name of a place where a user can be in one campaign: see {@link Names} for its alphabet. */
public record NodeId(String text) implements Comparable<NodeId> {

  public NodeId {
    Names.require("NodeId", text);
  }

  @Override
  public int compareTo(NodeId other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
