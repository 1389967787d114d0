package dev.campanile.adapter.postgres;

import dev.campanile.engine.warehouse.Ledger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** How far the partitions are, and the dead events that nobody has settled. Thread-safe. */
public final class PostgresLedger implements Ledger {

  private static final String PROGRESS =
      "SELECT partition, epoch, next_offset, owner FROM partition_owner ORDER BY partition";

  private static final String DEAD =
      """
      SELECT partition, log_offset, user_id, payload, error, at FROM dead_event
      WHERE status = 'OPEN' ORDER BY at DESC, partition, log_offset DESC LIMIT ?""";

  private final DataSource dataSource;

  public PostgresLedger(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public List<Progress> progress() {
    return Failures.translated(
        () ->
            Transactions.run(
                dataSource,
                connection -> Sql.query(connection, PROGRESS, PostgresLedger::progress)));
  }

  @Override
  public List<DeadRecord> dead(int most) {
    return Failures.translated(
        () ->
            Transactions.run(
                dataSource, connection -> Sql.query(connection, DEAD, PostgresLedger::dead, most)));
  }

  private static Progress progress(ResultSet row) throws SQLException {
    return new Progress(
        row.getInt("partition"),
        row.getLong("epoch"),
        row.getLong("next_offset"),
        row.getString("owner"));
  }

  private static DeadRecord dead(ResultSet row) throws SQLException {
    return new DeadRecord(
        row.getInt("partition"),
        row.getLong("log_offset"),
        row.getString("user_id"),
        row.getString("payload"),
        row.getString("error"),
        Instants.read(row, "at"));
  }
}
