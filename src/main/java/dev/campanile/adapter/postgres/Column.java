package dev.campanile.adapter.postgres;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * One parameter of a statement over many rows: a value of each, as an array.
 *
 * <p>All arrays are of text, bigint or boolean, which the driver sends in binary; the statement
 * casts what is something else.
 */
record Column<T>(
    String type, IntFunction<Object[]> array, Function<T, ? extends @Nullable Object> value) {

  static <T> Column<T> text(Function<T, @Nullable String> value) {
    return new Column<>("text", String[]::new, value);
  }

  /** The printed form, or null. */
  static <T> Column<T> optional(Function<T, ? extends Optional<?>> value) {
    return text(row -> value.apply(row).map(Object::toString).orElse(null));
  }

  static <T> Column<T> number(Function<T, @Nullable Long> value) {
    return new Column<>("bigint", Long[]::new, value);
  }

  static <T> Column<T> flag(Function<T, Boolean> value) {
    return new Column<>("boolean", Boolean[]::new, value);
  }

  static <T> Column<T> instant(Function<T, Instant> value) {
    return text(row -> Instants.floor(value.apply(row)));
  }

  Array of(Connection connection, Collection<T> rows) throws SQLException {
    return connection.createArrayOf(type, rows.stream().map(value).toArray(array));
  }
}
