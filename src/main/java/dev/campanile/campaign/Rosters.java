package dev.campanile.campaign;

/** A port: reads lists of users. Thread-safe. */
@FunctionalInterface
public interface Rosters {

  /**
   * The users of a CSV text, one in each row: in the column headed {@code user}, {@code user_id} or
   * {@code id}, else in the only or first column.
   *
   * @throws IllegalArgumentException where it holds no user, or a row without one; its message says
   *     what is wrong and in which lines, in words that may follow "Expected …, but"
   */
  Roster read(String csv);
}
