package dev.campanile.adapter.postgres;

import dev.campanile.access.Means;
import dev.campanile.access.Session;
import dev.campanile.access.Sessions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;

/** Sessions as the table {@code account_session}. Thread-safe. */
public final class PostgresSessions implements Sessions {

  private static final String BEGIN =
      """
      INSERT INTO account_session (hash, user_name, stamp, means, begun_at, seen_at)
      VALUES (?, ?, ?, ?, ?::timestamptz, ?::timestamptz)""";

  private static final String FIND = "SELECT * FROM account_session WHERE hash = ?";
  private static final String END = "DELETE FROM account_session WHERE hash = ?";

  private static final String SEEN =
      "UPDATE account_session SET seen_at = greatest(seen_at, ?::timestamptz) WHERE hash = ?";

  private static final String SWEEP =
      "DELETE FROM account_session WHERE begun_at <= ?::timestamptz OR seen_at <= ?::timestamptz";

  private final DataSource dataSource;

  public PostgresSessions(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public void begin(Session session) {
    update(
        BEGIN,
        session.hash(),
        session.user(),
        session.stamp(),
        session.by().text(),
        Instants.floor(session.begun()),
        Instants.floor(session.seen()));
  }

  @Override
  public Optional<Session> find(String hash) {
    return run(open -> Sql.first(open, FIND, PostgresSessions::session, hash));
  }

  @Override
  public void seen(String hash, Instant now) {
    update(SEEN, Instants.floor(now), hash);
  }

  @Override
  public void end(String hash) {
    update(END, hash);
  }

  @Override
  public void sweep(Instant now) {
    update(
        SWEEP,
        Instants.floor(now.minus(Session.LONGEST)),
        Instants.floor(now.minus(Session.LONGEST_IDLE)));
  }

  private void update(String sql, Object... parameters) {
    run(open -> Sql.update(open, sql, parameters));
  }

  private <T> T run(Transactions.Work<T> work) {
    return Failures.translated(() -> Transactions.run(dataSource, work));
  }

  private static Session session(ResultSet row) throws SQLException {
    return new Session(
        row.getString("hash"),
        row.getString("user_name"),
        row.getString("stamp"),
        Means.named(row.getString("means")),
        Instants.read(row, "begun_at"),
        Instants.read(row, "seen_at"));
  }
}
