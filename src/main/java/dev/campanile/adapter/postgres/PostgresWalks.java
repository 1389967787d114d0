package dev.campanile.adapter.postgres;

import dev.campanile.campaign.UserId;
import dev.campanile.engine.warehouse.Walks;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Walks in PostgreSQL: a claim is a row that says whose it is and until when. Thread-safe. */
public final class PostgresWalks implements Walks {

  private static final String BEGIN =
      """
      INSERT INTO user_walk (name, per_minute, done, total, state, begun_at, changed_at, resumes_at)
      VALUES (?, ?, ?, ?, ?, ?::timestamptz, ?::timestamptz, ?::timestamptz)
      ON CONFLICT DO NOTHING""";

  private static final String NAMED = "SELECT * FROM user_walk WHERE name = ?";

  // By range, as the index has it: a pattern would have to be escaped.
  private static final String UNDER_WAY =
      """
      SELECT * FROM user_walk WHERE name >= ? AND name < ? AND state = 'WALKING' ORDER BY name""";

  private static final String LATEST =
      """
      SELECT * FROM user_walk WHERE name >= ? AND name < ?
      ORDER BY begun_at DESC, name DESC LIMIT ?""";

  private static final String CLAIM =
      """
      UPDATE user_walk SET owner = ?, claimed_to = ?::timestamptz
      WHERE name = ? AND state = 'WALKING' AND resumes_at <= ?::timestamptz
        AND (owner IS NULL OR owner = ? OR claimed_to <= ?::timestamptz)
      RETURNING *""";

  private static final String ADVANCE =
      """
      UPDATE user_walk SET last_user = ?, done = ?, state = ?, changed_at = ?::timestamptz,
        resumes_at = ?::timestamptz, claimed_to = ?::timestamptz
      WHERE name = ? AND owner = ?""";

  private static final String RELEASE =
      "UPDATE user_walk SET owner = NULL, claimed_to = NULL WHERE name = ? AND owner = ?";

  private final DataSource dataSource;

  public PostgresWalks(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public void begin(Walk walk) {
    run(
        connection ->
            Sql.update(
                connection,
                BEGIN,
                walk.name(),
                walk.perMinute().orElse(null),
                walk.done(),
                walk.total(),
                walk.state().name(),
                Instants.floor(walk.begunAt()),
                Instants.floor(walk.changedAt()),
                Instants.floor(walk.resumesAt())));
  }

  @Override
  public Optional<Walk> named(String name) {
    return run(connection -> Sql.first(connection, NAMED, PostgresWalks::walk, name));
  }

  @Override
  public List<Walk> underWay(String beginning) {
    return run(
        connection ->
            Sql.query(connection, UNDER_WAY, PostgresWalks::walk, beginning, end(beginning)));
  }

  @Override
  public List<Walk> latest(String beginning, int most) {
    return run(
        connection ->
            Sql.query(connection, LATEST, PostgresWalks::walk, beginning, end(beginning), most));
  }

  /** Behind all names that begin so. */
  private static String end(String beginning) {
    int last = beginning.length() - 1;
    return beginning.substring(0, last) + (char) (beginning.charAt(last) + 1);
  }

  @Override
  public Optional<Walk> claim(String name, String owner, Instant now, Instant until) {
    String at = Instants.floor(now);
    return run(
        connection ->
            Sql.first(
                connection,
                CLAIM,
                PostgresWalks::walk,
                owner,
                Instants.floor(until),
                name,
                at,
                owner,
                at));
  }

  @Override
  public boolean advance(Walk walk, String owner, Instant until) {
    return run(
        connection ->
            Sql.update(
                    connection,
                    ADVANCE,
                    walk.last().map(UserId::text).orElse(null),
                    walk.done(),
                    walk.state().name(),
                    Instants.floor(walk.changedAt()),
                    Instants.floor(walk.resumesAt()),
                    Instants.floor(until),
                    walk.name(),
                    owner)
                > 0);
  }

  @Override
  public void release(String name, String owner) {
    run(connection -> Sql.update(connection, RELEASE, name, owner));
  }

  private <T> T run(Transactions.Work<T> work) {
    return Failures.translated(() -> Transactions.run(dataSource, work));
  }

  private static Walk walk(ResultSet row) throws SQLException {
    return new Walk(
        row.getString("name"),
        Optional.ofNullable(row.getObject("per_minute", Integer.class)),
        Optional.ofNullable(row.getString("last_user")).map(UserId::new),
        row.getLong("done"),
        row.getLong("total"),
        State.valueOf(row.getString("state")),
        Instants.read(row, "begun_at"),
        Instants.read(row, "changed_at"),
        Instants.read(row, "resumes_at"));
  }
}
