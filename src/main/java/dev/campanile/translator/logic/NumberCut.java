package dev.campanile.translator.logic;

import java.math.BigDecimal;

/** A cut of the numbers, just below or just above one of them. */
record NumberCut(BigDecimal number, boolean above) implements Comparable<NumberCut> {

  static NumberCut below(BigDecimal number) {
    return new NumberCut(number.stripTrailingZeros(), false);
  }

  static NumberCut above(BigDecimal number) {
    return new NumberCut(number.stripTrailingZeros(), true);
  }

  @Override
  public int compareTo(NumberCut other) {
    int byNumber = number.compareTo(other.number);
    return byNumber != 0 ? byNumber : Boolean.compare(above, other.above);
  }
}
