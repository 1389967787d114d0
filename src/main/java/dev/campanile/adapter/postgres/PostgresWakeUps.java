package dev.campanile.adapter.postgres;

import dev.campanile.campaign.UserId;
import dev.campanile.engine.time.WakeUps;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/** Who is to be woken, from the index of wake-ups. Thread-safe. */
public final class PostgresWakeUps implements WakeUps {

  // The limit comes before the grouping: a million due wake-ups must not be sorted for the first
  // five hundred.
  private static final String BEFORE =
      """
      SELECT user_id, min(wake_at) AS at FROM (
        (SELECT user_id, wake_at FROM participation p
        WHERE partition = ? AND live AND wake_at < ?::timestamptz
        AND NOT EXISTS (SELECT FROM campaign c WHERE c.id = p.campaign AND c.status <> 'RUNNING')
        ORDER BY wake_at LIMIT ?)
        UNION ALL
        (SELECT user_id, wake_at FROM entry_wake w
        WHERE partition = ? AND wake_at < ?::timestamptz
        AND EXISTS (SELECT FROM campaign c WHERE c.id = w.campaign AND c.status = 'RUNNING')
        ORDER BY wake_at LIMIT ?)
        ORDER BY wake_at LIMIT ?
      ) AS due GROUP BY user_id ORDER BY at, user_id""";

  private final DataSource dataSource;

  public PostgresWakeUps(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public List<Waiting> before(int partition, Instant until, int most) {
    return Failures.translated(
        () ->
            Transactions.run(
                dataSource,
                connection ->
                    Sql.query(
                        connection,
                        BEFORE,
                        row ->
                            new Waiting(
                                new UserId(row.getString("user_id")), Instants.read(row, "at")),
                        partition,
                        Instants.ceiling(until),
                        most,
                        partition,
                        Instants.ceiling(until),
                        most,
                        most)));
  }
}
