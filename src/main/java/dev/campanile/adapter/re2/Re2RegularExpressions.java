package dev.campanile.adapter.re2;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.campanile.campaign.RegularExpressions;
import java.util.function.Predicate;

/**
 * Regular expressions in the syntax of RE2, matched against the whole text in time linear in it.
 *
 * <p>Thread-safe, as are the tests it makes.
 *
 * @see <a href="https://github.com/google/re2/wiki/Syntax">RE2 syntax</a>
 */
public final class Re2RegularExpressions implements RegularExpressions {

  /** RE2/J writes counted repetitions out, and its own limit does not see that they nest. */
  private static final int LARGEST = 20_000;

  @Override
  public Predicate<String> compile(String expression) {
    if (Repetition.sizeOf(expression) > LARGEST) {
      throw new IllegalArgumentException("its repetitions are too many once they are written out");
    }
    try {
      return Pattern.compile(expression)::matches;
    } catch (PatternSyntaxException refused) {
      throw new IllegalArgumentException(refused.getDescription(), refused);
    }
  }
}
