package dev.campanile.adapter.postgres;

import dev.campanile.engine.warehouse.Unavailable;
import dev.campanile.engine.warehouse.Unwritable;
import java.sql.SQLException;

/** What PostgreSQL's complaints mean to the engine. */
final class Failures {

  /** Work that speaks to the database. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws SQLException;
  }

  private Failures() {}

  static <T> T translated(Work<T> work) {
    try {
      return work.run();
    } catch (SQLException e) {
      throw translated(e);
    }
  }

  /**
   * The same complaint as one of three: these data cannot be stored; the database is not to be
   * reached, or gave up on this transaction; or a bug.
   */
  static RuntimeException translated(SQLException e) {
    return switch (kind(e)) {
      // data exception, integrity constraint, program limit (an index entry that is too long)
      case "22", "23", "54" ->
          new Unwritable("Expected rows that can be stored, but: " + e.getMessage(), e);
      // cardinality, syntax or a missing table, what this server cannot do
      case "21", "42", "0A" -> new IllegalStateException("Expected SQL that runs.", e);
      default -> new Unavailable("PostgreSQL does not answer: " + e.getMessage(), e);
    };
  }

  static boolean isLockTimeout(SQLException e) {
    return "55P03".equals(e.getSQLState());
  }

  private static String kind(SQLException e) {
    String state = e.getSQLState();
    return state == null || state.length() < 2 ? "" : state.substring(0, 2);
  }
}
