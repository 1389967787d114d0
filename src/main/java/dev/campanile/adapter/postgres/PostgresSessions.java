package dev.campanile.adapter.postgres;

import dev.campanile.access.Means;
import dev.campanile.access.Network;
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

  /** Waits for nobody: what others hold, they or the next one forget. */
  private static final String SWEEP =
      """
      DELETE FROM account_session WHERE hash IN (
        SELECT hash FROM account_session
        WHERE begun_at <= ?::timestamptz OR seen_at <= ?::timestamptz
        FOR UPDATE SKIP LOCKED)""";

  private static final String CAME_FROM =
      """
      INSERT INTO account_network AS n (user_name, network, seen_at) VALUES (?, ?, ?::timestamptz)
      ON CONFLICT (user_name, network) DO UPDATE SET seen_at = greatest(n.seen_at, excluded.seen_at)""";

  private static final String AT_HOME =
      """
      SELECT seen_at FROM account_network
      WHERE user_name = ? AND network = ? AND seen_at > ?::timestamptz""";

  private static final String FORGET =
      """
      DELETE FROM account_network WHERE (user_name, network) IN (
        SELECT user_name, network FROM account_network
        WHERE seen_at <= ?::timestamptz
        FOR UPDATE SKIP LOCKED)""";

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
  public void cameFrom(String user, Network network, Instant now) {
    update(CAME_FROM, user, network.text(), Instants.floor(now));
  }

  @Override
  public boolean atHome(String user, Network network, Instant now) {
    String since = Instants.floor(now.minus(Session.AT_HOME));
    return run(open -> Sql.first(open, AT_HOME, row -> true, user, network.text(), since))
        .isPresent();
  }

  @Override
  public void sweep(Instant now) {
    update(FORGET, Instants.floor(now.minus(Session.AT_HOME)));
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
