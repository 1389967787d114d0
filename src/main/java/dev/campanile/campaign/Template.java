package dev.campanile.campaign;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** A text with references, ready to be filled. Immutable and thread-safe. */
public interface Template {

  /** What there is to fill in. */
  interface Known {

    /**
     * The value of a name in a scope: {@code event}, {@code entry}, {@code user} or the id of an
     * action.
     */
    Optional<Object> value(String scope, String name);

    /** The zone in which dates are written. */
    ZoneId zone();
  }

  /**
   * A place in the text that asks for a value.
   *
   * @param name the first step into the scope, or empty where the scope itself is asked for
   * @param offset where in the text, in characters
   */
  record Mention(String scope, Optional<String> name, int offset) {}

  /**
   * The text with values in it; a missing value is empty text. Where the text is one reference and
   * nothing else, the value itself, with its type. Values are never read as templates. Never
   * throws, and takes time and space that the text bounds.
   */
  Object fill(Known known);

  /** Every value that it may ask for, in the order of the text. */
  List<Mention> mentions();
}
