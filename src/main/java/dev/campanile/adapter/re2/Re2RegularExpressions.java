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

  @Override
  public Predicate<String> compile(String expression) {
    try {
      return Pattern.compile(expression)::matches;
    } catch (PatternSyntaxException refused) {
      throw new IllegalArgumentException(refused.getDescription(), refused);
    }
  }
}
