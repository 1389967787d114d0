package dev.campanile.engine;

/**
 * The log did not acknowledge what was appended, or not in time: it is unknown whether it has it.
 * The same again later, under the same ids.
 */
public final class LogUnavailable extends RuntimeException {

  public LogUnavailable(Throwable cause) {
    super("The log is not available", cause);
  }
}
