package dev.campanile.engine.warehouse;

/** The warehouse does not answer, or not in time: the same again later. */
public final class Unavailable extends RuntimeException {

  public Unavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
