package dev.campanile.adapter.embedded;

import java.util.List;

/** A service could not be started; the message says what to do about it. */
public final class EmbeddedServicesException extends RuntimeException {

  private static final long serialVersionUID = 1;

  EmbeddedServicesException(String message) {
    super(message);
  }

  EmbeddedServicesException(String message, Throwable cause) {
    super(message, cause);
  }

  static EmbeddedServicesException of(List<Throwable> failures) {
    var first = failures.getFirst();
    var exception =
        first instanceof EmbeddedServicesException known
            ? known
            : new EmbeddedServicesException("A service did not start: " + first, first);
    failures.stream().skip(1).forEach(exception::addSuppressed);
    return exception;
  }
}
