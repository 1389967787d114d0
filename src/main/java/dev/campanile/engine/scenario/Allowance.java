package dev.campanile.engine.scenario;

/** How much may happen in several stories together. Not thread-safe. */
public final class Allowance {

  private final int signals;
  private int spent;

  /**
   * @param signals how much, what time alone does included
   */
  public Allowance(int signals) {
    this.signals = signals;
  }

  /** Whether nothing more may happen. */
  public boolean isSpent() {
    return spent >= signals;
  }

  void spend() {
    if (isSpent()) {
      throw new Overrun(
          "Expected at most %d things to happen in all scenarios together, but there are more."
              .formatted(signals));
    }
    spent++;
  }
}
