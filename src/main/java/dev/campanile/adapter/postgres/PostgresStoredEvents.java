package dev.campanile.adapter.postgres;

import dev.campanile.campaign.UserId;
import dev.campanile.engine.backtest.History;
import dev.campanile.engine.backtest.StoredEvents;
import dev.campanile.engine.warehouse.StateCodec;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import javax.sql.DataSource;

/** The stored events, read user by user as their index has them. Thread-safe. */
public final class PostgresStoredEvents implements StoredEvents {

  private static final String EVENTS =
      """
      SELECT user_id, source, event_id, type, at, nanos, properties FROM history
      WHERE (?::timestamptz IS NULL OR at >= ?::timestamptz) AND (?::timestamptz IS NULL OR at <= ?::timestamptz)
      ORDER BY user_key, log_offset LIMIT ?""";

  private static final String PROFILES = "SELECT user_id, profile FROM user_state";

  private final DataSource dataSource;
  private final StateCodec codec;
  private final HistoryRows rows;

  public PostgresStoredEvents(DataSource dataSource, StateCodec codec) {
    this.dataSource = dataSource;
    this.codec = codec;
    this.rows = new HistoryRows(codec);
  }

  @Override
  public boolean read(
      Optional<Instant> since,
      Optional<Instant> until,
      long most,
      History into,
      LongConsumer progress) {
    return Failures.translated(
        () ->
            Transactions.snapshot(
                dataSource,
                open -> {
                  events(open, since, until, most, into, progress);
                  profiles(open, into);
                  return into.events() <= most;
                }));
  }

  /** One more than may be, which tells that there are. */
  private void events(
      Connection open,
      Optional<Instant> since,
      Optional<Instant> until,
      long most,
      History into,
      LongConsumer progress)
      throws SQLException {
    String from = since.map(Instants::floor).orElse(null);
    String to = until.map(Instants::ceiling).orElse(null);
    Sql.each(
        open,
        EVENTS,
        row -> {
          into.add(rows.read(row));
          progress.accept(1);
        },
        from,
        from,
        to,
        to,
        most + 1);
  }

  private void profiles(Connection open, History into) throws SQLException {
    Set<UserId> users = new HashSet<>(into.users());
    Sql.each(
        open,
        PROFILES,
        row -> {
          var user = new UserId(row.getString("user_id"));
          if (users.contains(user)) {
            into.profile(user, codec.attributes(row.getString("profile")));
          }
        });
  }
}
