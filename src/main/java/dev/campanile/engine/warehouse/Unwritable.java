package dev.campanile.engine.warehouse;

/** Something in a batch cannot be stored, whatever one tries; the batch must be taken apart. */
public final class Unwritable extends RuntimeException {

  public Unwritable(String message, Throwable cause) {
    super(message, cause);
  }
}
