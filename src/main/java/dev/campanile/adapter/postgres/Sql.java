package dev.campanile.adapter.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The five ways in which this adapter speaks to the database. */
final class Sql {

  /** Makes a value of the row that a result stands at. */
  @FunctionalInterface
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Hears of the row that a result stands at. */
  @FunctionalInterface
  interface Seen {
    void row(ResultSet row) throws SQLException;
  }

  private static final int FETCHED = 2_000;

  private Sql() {}

  static <T> List<T> query(
      Connection connection, String sql, Row<T> row, @Nullable Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      List<T> rows = new ArrayList<>();
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          rows.add(row.read(result));
        }
      }
      return rows;
    }
  }

  /** Shows rows as they come: there may be more than fit into memory. */
  static void each(Connection connection, String sql, Seen seen, @Nullable Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setFetchSize(FETCHED);
      bind(statement, parameters);
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          seen.row(result);
        }
      }
    }
  }

  static <T> Optional<T> first(
      Connection connection, String sql, Row<T> row, @Nullable Object... parameters)
      throws SQLException {
    return query(connection, sql, row, parameters).stream().findFirst();
  }

  static int update(Connection connection, String sql, @Nullable Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      return statement.executeUpdate();
    }
  }

  /** Writes many rows by one statement: what they share comes first, then their columns. */
  static <T> int updateAll(
      Connection connection,
      String sql,
      Collection<T> rows,
      List<Column<T>> columns,
      Object... shared)
      throws SQLException {
    if (rows.isEmpty()) {
      return 0;
    }
    List<Object> parameters = new ArrayList<>(List.of(shared));
    for (Column<T> column : columns) {
      parameters.add(column.of(connection, rows));
    }
    return update(connection, sql, parameters.toArray());
  }

  private static void bind(PreparedStatement statement, @Nullable Object... parameters)
      throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
  }
}
