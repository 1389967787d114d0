package dev.campanile.api.trial;

import java.util.concurrent.CancellationException;

/** A backtest comes to more than a service lets anybody ask for. */
final class TooMuch extends CancellationException {

  private static final long serialVersionUID = 1L;

  TooMuch(String message) {
    super(message);
  }
}
