package dev.campanile.reference;

/** Thrown at what this interpreter does not know yet, so that nothing passes unjudged. */
final class Uncovered extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Uncovered(String what) {
    super("Expected a campaign without " + what + ", which are not interpreted yet.");
  }
}
