package dev.campanile.adapter.postgres;

import dev.campanile.campaign.UserId;
import dev.campanile.engine.time.WakeUps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Who is to be woken, from the index of wake-ups. Thread-safe. */
public final class PostgresWakeUps implements WakeUps {

  // Each table by its index, so that a million due wake-ups are not read for the first thousand.
  private static final String NEXT =
      """
      (SELECT user_id, wake_at FROM participation p
      WHERE partition = ? AND live AND wake_at >= ?::timestamptz AND wake_at < ?::timestamptz
      AND (wake_at > ?::timestamptz OR user_id > ?)
      AND NOT EXISTS (SELECT FROM campaign c WHERE c.id = p.campaign AND c.status <> 'RUNNING')
      ORDER BY wake_at, user_id LIMIT ?)
      UNION ALL
      (SELECT user_id, wake_at FROM entry_wake w
      WHERE partition = ? AND wake_at >= ?::timestamptz AND wake_at < ?::timestamptz
      AND (wake_at > ?::timestamptz OR user_id > ?)
      AND EXISTS (SELECT FROM campaign c WHERE c.id = w.campaign AND c.status = 'RUNNING')
      ORDER BY wake_at, user_id LIMIT ?)
      ORDER BY wake_at, user_id LIMIT ?""";

  /** Earlier than everything that waits; before it no timestamptz is as it should be. */
  private static final String EVER = "-infinity";

  private final DataSource dataSource;

  public PostgresWakeUps(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public List<Waiting> next(int partition, Optional<Waiting> after, Instant until, int most) {
    String from = after.map(last -> Instants.floor(last.at())).orElse(EVER);
    String user = after.map(last -> last.user().text()).orElse("");
    String to = Instants.ceiling(until);
    return Failures.translated(
        () ->
            Transactions.run(
                dataSource,
                connection ->
                    Sql.query(
                        connection,
                        NEXT,
                        PostgresWakeUps::waiting,
                        partition,
                        from,
                        to,
                        from,
                        user,
                        most,
                        partition,
                        from,
                        to,
                        from,
                        user,
                        most,
                        most)));
  }

  private static Waiting waiting(ResultSet row) throws SQLException {
    return new Waiting(new UserId(row.getString("user_id")), Instants.read(row, "wake_at"));
  }
}
