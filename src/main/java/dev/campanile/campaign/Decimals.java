package dev.campanile.campaign;

import java.math.BigDecimal;

/** Decimal numbers as a campaign file states them: exact, and equal when their values are. */
final class Decimals {

  private Decimals() {}

  /** The same number without trailing zeros and without an exponent. */
  static BigDecimal shortest(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
