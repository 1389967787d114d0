package dev.campanile.adapter.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Short transactions around one piece of work.
 *
 * <p>Within a {@link #whole} they are parts of one: each is undone by itself where it fails, and
 * all are kept or lost together.
 */
final class Transactions {

  /** Work inside a transaction. */
  @FunctionalInterface
  interface Work<T> {
    T run(Connection connection) throws SQLException;
  }

  /** What a thread does as a whole; it holds no connection before it needs one. */
  private static final class Whole {

    private final DataSource dataSource;
    private @Nullable Connection connection;

    private Whole(DataSource dataSource) {
      this.dataSource = dataSource;
    }

    private Connection connection() throws SQLException {
      Connection now = connection;
      if (now == null) {
        now = open(dataSource);
        connection = now;
      }
      return now;
    }

    private void keep() throws SQLException {
      if (connection != null) {
        connection.commit();
      }
    }

    private void undo() {
      if (connection != null) {
        rollBack(connection);
      }
    }

    private void close() throws SQLException {
      if (connection != null) {
        connection.close();
      }
    }
  }

  private static final ThreadLocal<Whole> WHOLE = new ThreadLocal<>();

  private Transactions() {}

  static <T> T run(DataSource dataSource, Work<T> work) throws SQLException {
    Whole whole = WHOLE.get();
    return whole != null && whole.dataSource == dataSource
        ? part(whole.connection(), work)
        : alone(dataSource, work);
  }

  /**
   * Makes one transaction of all that the deed does on this thread. Nothing that leaves the
   * database may depend on it before it has ended.
   */
  static <T> T whole(DataSource dataSource, Supplier<T> deed) throws SQLException {
    if (WHOLE.get() != null) {
      return deed.get();
    }
    var whole = new Whole(dataSource);
    WHOLE.set(whole);
    try {
      T result = deed.get();
      whole.keep();
      return result;
    } catch (SQLException | RuntimeException | Error e) {
      whole.undo();
      throw e;
    } finally {
      WHOLE.remove();
      whole.close();
    }
  }

  /** The same of work which has a transaction already, and lets others take part in it. */
  static <T> T wholly(DataSource dataSource, Work<T> work) throws SQLException {
    return whole(
        dataSource,
        () -> Failures.translated(() -> run(dataSource, connection -> work.run(connection))));
  }

  private static <T> T alone(DataSource dataSource, Work<T> work) throws SQLException {
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

  private static <T> T part(Connection connection, Work<T> work) throws SQLException {
    Savepoint before = connection.setSavepoint();
    try {
      T result = work.run(connection);
      connection.releaseSavepoint(before);
      return result;
    } catch (SQLException | RuntimeException e) {
      rollBack(connection, before);
      throw e;
    }
  }

  /** Everything read in it is of one instant, where it is no part of a whole. */
  static <T> T snapshot(DataSource dataSource, Work<T> work) throws SQLException {
    if (WHOLE.get() != null) {
      return run(dataSource, work);
    }
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

  private static void rollBack(Connection connection, Savepoint before) {
    try {
      connection.rollback(before);
    } catch (SQLException broken) {
      // The failure that led here is the one to tell.
    }
  }
}
