package dev.campanile.adapter.postgres;

import dev.campanile.engine.warehouse.Attachments;
import dev.campanile.engine.warehouse.Hashes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Attachments in PostgreSQL: each content once, whatever names it bears. Thread-safe. */
public final class PostgresAttachments implements Attachments {

  private static final String ADD_CONTENT =
      "INSERT INTO attachment_content (hash, content) VALUES (?, ?) ON CONFLICT DO NOTHING";

  // The row is locked even where nothing changes, so that of two at once one sees the other.
  private static final String ADD_NAME =
      """
      INSERT INTO attachment AS a (name, hash, characters, kept_at) VALUES (?, ?, ?, ?::timestamptz)
      ON CONFLICT (name) DO UPDATE SET hash = excluded.hash, characters = excluded.characters,
        kept_at = CASE WHEN a.hash = excluded.hash THEN a.kept_at ELSE excluded.kept_at END
      RETURNING *""";

  private static final String ADD_FORMER =
      "INSERT INTO attachment_name (name, hash) VALUES (?, ?) ON CONFLICT DO NOTHING";

  private static final String ALL = "SELECT * FROM attachment ORDER BY name";
  private static final String NAMED = "SELECT * FROM attachment WHERE name = ?";

  private static final String TEXT =
      """
      SELECT c.content FROM attachment_name n JOIN attachment_content c ON c.hash = n.hash
      WHERE n.name = ? AND n.hash = ?""";

  private final DataSource dataSource;

  public PostgresAttachments(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public Attachment keep(String name, String text, Instant now) {
    return run(
        connection -> {
          String hash = Hashes.sha256(text);
          Sql.update(connection, ADD_CONTENT, hash, text);
          Sql.update(connection, ADD_FORMER, name, hash);
          return Sql.first(
                  connection,
                  ADD_NAME,
                  PostgresAttachments::attachment,
                  name,
                  hash,
                  (long) text.length(),
                  Instants.floor(now))
              .orElseThrow();
        });
  }

  @Override
  public Optional<Attachment> named(String name) {
    return run(connection -> Sql.first(connection, NAMED, PostgresAttachments::attachment, name));
  }

  @Override
  public Optional<String> text(String name, String hash) {
    return run(
        connection -> Sql.first(connection, TEXT, row -> row.getString("content"), name, hash));
  }

  @Override
  public List<Attachment> all() {
    return run(connection -> Sql.query(connection, ALL, PostgresAttachments::attachment));
  }

  private <T> T run(Transactions.Work<T> work) {
    return Failures.translated(() -> Transactions.run(dataSource, work));
  }

  private static Attachment attachment(ResultSet row) throws SQLException {
    return new Attachment(
        row.getString("name"),
        row.getString("hash"),
        row.getLong("characters"),
        Instants.read(row, "kept_at"));
  }
}
