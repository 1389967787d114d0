package dev.campanile.campaign;

/** The name of an action within one campaign: see {@link Names} for its alphabet. */
public record ActionId(String text) implements Comparable<ActionId> {

  public ActionId {
    Names.require("ActionId", text);
  }

  @Override
  public int compareTo(ActionId other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
