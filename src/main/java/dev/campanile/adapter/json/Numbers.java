package dev.campanile.adapter.json;

import java.math.BigDecimal;

/** Which numbers are taken: those that fit into a thousand digits when they are written out. */
final class Numbers {

  static final int LONGEST = 1000;

  private Numbers() {}

  /** The number as it is kept: a scale below zero would not survive being written out. */
  static BigDecimal kept(BigDecimal number) {
    // Before it is written out: a billion zeros fit into twelve characters.
    if (Math.abs((long) number.scale()) > LONGEST || number.precision() > LONGEST) {
      throw new IllegalArgumentException(
          "Expected a number of at most %d digits, but got one with an exponent of %d."
              .formatted(LONGEST, -(long) number.scale()));
    }
    return number.scale() < 0 ? number.setScale(0) : number;
  }
}
