package dev.campanile.adapter.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Short transactions around one piece of work. */
final class Transactions {

  /** Work inside a transaction. */
  @FunctionalInterface
  interface Work<T> {
    T run(Connection connection) throws SQLException;
  }

  private Transactions() {}

  static <T> T run(DataSource dataSource, Work<T> work) throws SQLException {
    try (Connection connection = open(dataSource)) {
      try {
        T result = work.run(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        rollBack(connection);
        throw e;
      }
    }
  }

  /** Everything read in it is of one instant. */
  static <T> T snapshot(DataSource dataSource, Work<T> work) throws SQLException {
    return run(
        dataSource,
        connection -> {
          Sql.update(connection, "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
          return work.run(connection);
        });
  }

  static Connection open(DataSource dataSource) throws SQLException {
    Connection connection = dataSource.getConnection();
    try {
      connection.setAutoCommit(false);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** What is broken rolls back by itself. */
  static void rollBack(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException broken) {
      // The failure that led here is the one to tell.
    }
  }
}
