package dev.campanile.adapter.qute;

import dev.campanile.campaign.Template.Known;
import io.quarkus.qute.ResolutionContext;
import java.util.function.Consumer;

/** One text being filled: what is known, what has been written, and how much more may be. */
final class Filling implements Consumer<String> {

  /** How many rounds all loops of a text may take. */
  static final int MOST_ROUNDS = 1_000;

  /** How many parts of the text all loops may repeat. */
  private static final int MOST_PARTS = 100_000;

  private final Known known;
  private final StringBuilder text;
  private final int longest;
  private int rounds;
  private int parts;

  /**
   * @param length of the template: so much may be written, and {@link Escapes#LONGEST} more
   */
  Filling(Known known, int length) {
    this.known = known;
    this.text = new StringBuilder(length + 32);
    this.longest = length + Escapes.LONGEST;
  }

  static Filling of(ResolutionContext context) {
    ResolutionContext outermost = context;
    while (outermost.getParent() != null) {
      outermost = outermost.getParent();
    }
    return (Filling) outermost.getData();
  }

  Known known() {
    return known;
  }

  /** Whether a loop whose body has so many parts may go round once more. */
  boolean anotherRound(int size) {
    rounds++;
    parts += size;
    return rounds <= MOST_ROUNDS && parts <= MOST_PARTS;
  }

  /** Leaves out what does not fit, whole: half an escape sequence would be worse than none. */
  @Override
  public void accept(String part) {
    if (text.length() + part.length() <= longest) {
      text.append(part);
    }
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
