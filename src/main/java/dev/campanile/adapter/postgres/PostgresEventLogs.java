package dev.campanile.adapter.postgres;

import dev.campanile.engine.backtest.EventLogs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Enumeration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Uploaded logs in pieces of a megabyte, so that none is ever in memory as a whole. Thread-safe.
 */
public final class PostgresEventLogs implements EventLogs {

  /** Rolls back what was kept of a log so far. */
  private static final class TooLong extends RuntimeException {

    private static final long serialVersionUID = 1L;
  }

  private static final int PIECE = 1 << 20;

  private static final String FORGET = "DELETE FROM event_log WHERE name = ?";

  private static final String ADD =
      "INSERT INTO event_log (name, bytes, kept_at) VALUES (?, 0, ?::timestamptz)";

  private static final String ADD_PIECE =
      "INSERT INTO event_log_piece (log, ordinal, content) VALUES (?, ?, ?)";

  private static final String MEASURE = "UPDATE event_log SET bytes = ? WHERE name = ? RETURNING *";

  private static final String ALL = "SELECT * FROM event_log ORDER BY name";
  private static final String NAMED = "SELECT * FROM event_log WHERE name = ?";

  private static final String READ =
      "SELECT content FROM event_log_piece WHERE log = ? AND ordinal = ?";

  private final DataSource dataSource;

  public PostgresEventLogs(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public Optional<Uploaded> keep(String name, InputStream content, long most, Instant now)
      throws IOException {
    try {
      return Optional.of(run(open -> keep(open, name, content, most, now)));
    } catch (TooLong nothingIsKept) {
      return Optional.empty();
    } catch (UncheckedIOException broken) {
      throw broken.getCause();
    }
  }

  @Override
  public List<Uploaded> all() {
    return run(open -> Sql.query(open, ALL, PostgresEventLogs::uploaded));
  }

  @Override
  public Optional<InputStream> open(String name) {
    return run(open -> Sql.first(open, NAMED, PostgresEventLogs::uploaded, name))
        .map(log -> new SequenceInputStream(pieces(name)));
  }

  @Override
  public boolean forget(String name) {
    return run(open -> Sql.update(open, FORGET, name)) == 1;
  }

  private static Uploaded keep(
      Connection open, String name, InputStream content, long most, Instant now)
      throws SQLException {
    Sql.update(open, FORGET, name);
    Sql.update(open, ADD, name, Instants.floor(now));
    long bytes = 0;
    int ordinal = 0;
    for (byte[] piece = next(content); piece.length > 0; piece = next(content)) {
      bytes += piece.length;
      if (bytes > most) {
        throw new TooLong();
      }
      Sql.update(open, ADD_PIECE, name, ordinal++, piece);
    }
    return Sql.first(open, MEASURE, PostgresEventLogs::uploaded, bytes, name).orElseThrow();
  }

  private static byte[] next(InputStream content) {
    try {
      return content.readNBytes(PIECE);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** One after the other, each read when the one before is at its end. */
  private Enumeration<InputStream> pieces(String name) {
    return new Enumeration<>() {

      private int ordinal;
      private Optional<byte[]> next = piece(name, 0);

      @Override
      public boolean hasMoreElements() {
        return next.isPresent();
      }

      @Override
      public InputStream nextElement() {
        byte[] here = next.orElseThrow(NoSuchElementException::new);
        next = piece(name, ++ordinal);
        return new ByteArrayInputStream(here);
      }
    };
  }

  private Optional<byte[]> piece(String name, int ordinal) {
    return run(open -> Sql.first(open, READ, row -> row.getBytes("content"), name, ordinal));
  }

  private <T> T run(Transactions.Work<T> work) {
    return Failures.translated(() -> Transactions.run(dataSource, work));
  }

  private static Uploaded uploaded(ResultSet row) throws SQLException {
    return new Uploaded(row.getString("name"), row.getLong("bytes"), Instants.read(row, "kept_at"));
  }
}
