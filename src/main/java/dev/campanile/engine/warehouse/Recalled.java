package dev.campanile.engine.warehouse;

/** A batch spent permits that somebody else had taken back: nothing is written; fold it again. */
public final class Recalled extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public Recalled(String campaign) {
    super("Expected permits of %s to be there, but they were recalled.".formatted(campaign));
  }
}
