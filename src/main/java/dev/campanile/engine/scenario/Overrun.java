package dev.campanile.engine.scenario;

/** More happens in a story than its bounds allow. */
final class Overrun extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Overrun(String message) {
    super(message);
  }
}
