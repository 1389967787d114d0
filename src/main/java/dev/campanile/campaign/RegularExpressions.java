package dev.campanile.campaign;

import java.util.function.Predicate;

/** A port: regular expressions whose test takes time linear in the text. */
@FunctionalInterface
public interface RegularExpressions {

  /**
   * The test whether a whole text matches.
   *
   * @throws IllegalArgumentException where the expression is none; its message says why
   */
  Predicate<String> compile(String expression);
}
