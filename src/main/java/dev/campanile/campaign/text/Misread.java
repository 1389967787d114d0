package dev.campanile.campaign.text;

import java.util.function.Supplier;

/** A text that does not parse: where in it, what was expected, and what may help. */
final class Misread extends RuntimeException {

  private static final int UNPLACED = -1;

  private final int offset;
  private final String advice;

  Misread(int offset, String message, String advice) {
    super(message, null, false, false);
    this.offset = offset;
    this.advice = advice;
  }

  /** One whose place its thrower does not know. */
  static Misread of(String message, String advice) {
    return new Misread(UNPLACED, message, advice);
  }

  /** Does the reading; a misread without a place gets this one. */
  static <T> T placing(int offset, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (Misread misread) {
      throw misread.offset == UNPLACED
          ? new Misread(offset, misread.message(), misread.advice)
          : misread;
    }
  }

  int offset() {
    return Math.max(0, offset);
  }

  String message() {
    return String.valueOf(getMessage());
  }

  String advice() {
    return advice;
  }
}
