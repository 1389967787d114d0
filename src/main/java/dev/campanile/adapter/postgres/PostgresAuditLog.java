package dev.campanile.adapter.postgres;

import dev.campanile.access.AuditLog;
import dev.campanile.access.Means;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** The audit as the table {@code audit}, which takes no changes. Thread-safe. */
public final class PostgresAuditLog implements AuditLog {

  private static final String ADD =
      """
      INSERT INTO audit (at, who, means, action, subject, was, is_now)
      VALUES (?::timestamptz, ?, ?, ?, ?, ?, ?)""";

  private static final String SEARCH =
      """
      SELECT * FROM audit
      WHERE id < coalesce(?, 9223372036854775807)
        AND (?::text IS NULL OR subject = ?) AND (?::text IS NULL OR who = ?)
      ORDER BY id DESC LIMIT ?""";

  private final DataSource dataSource;

  public PostgresAuditLog(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public void record(Change change) {
    run(
        open ->
            Sql.update(
                open,
                ADD,
                Instants.floor(change.at()),
                change.who(),
                change.by().text(),
                change.action(),
                change.subject(),
                change.before(),
                change.after()));
  }

  @Override
  public <T> T whole(Supplier<T> deed) {
    return Failures.translated(() -> Transactions.whole(dataSource, deed));
  }

  @Override
  public List<Entry> search(Search search) {
    String subject = search.subject().orElse(null);
    String who = search.who().orElse(null);
    return run(
        open ->
            Sql.query(
                open,
                SEARCH,
                PostgresAuditLog::entry,
                search.before().orElse(null),
                subject,
                subject,
                who,
                who,
                search.limit()));
  }

  private <T> T run(Transactions.Work<T> work) {
    return Failures.translated(() -> Transactions.run(dataSource, work));
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getLong("id"),
        new Change(
            Instants.read(row, "at"),
            row.getString("who"),
            Means.named(row.getString("means")),
            row.getString("action"),
            row.getString("subject"),
            row.getString("was"),
            row.getString("is_now")));
  }
}
