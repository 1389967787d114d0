package dev.campanile.adapter.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Instants as timestamptz, which holds microseconds. */
final class Instants {

  private Instants() {}

  static String floor(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS).toString();
  }

  /** For wake-ups: nothing may fall due early. */
  static String ceiling(Instant instant) {
    Instant floor = instant.truncatedTo(ChronoUnit.MICROS);
    return (floor.equals(instant) ? floor : floor.plus(1, ChronoUnit.MICROS)).toString();
  }

  /** The nanoseconds that {@link #floor} cuts off. */
  static long rest(Instant instant) {
    return instant.getNano() % 1000;
  }

  static Instant read(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static Optional<Instant> readOptional(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
