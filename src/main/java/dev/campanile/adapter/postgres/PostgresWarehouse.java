package dev.campanile.adapter.postgres;

import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.UserId;
import dev.campanile.engine.state.UserState;
import dev.campanile.engine.warehouse.DataWarehouse;
import dev.campanile.engine.warehouse.EventHistory;
import dev.campanile.engine.warehouse.Fenced;
import dev.campanile.engine.warehouse.Ownership;
import dev.campanile.engine.warehouse.StateCodec;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;

/**
 * The data warehouse in PostgreSQL: one transaction per batch, at READ COMMITTED, over JDBC arrays.
 * Thread-safe.
 */
public final class PostgresWarehouse implements DataWarehouse {

  private final DataSource dataSource;
  private final UserRows users;
  private final HistoryRows history;
  private final BatchRows rows;

  public PostgresWarehouse(DataSource dataSource, StateCodec codec) {
    this.dataSource = dataSource;
    this.users = new UserRows(codec);
    this.history = new HistoryRows(codec);
    this.rows =
        new BatchRows(
            users,
            new ParticipationRows(codec),
            new OrderRows(codec),
            new FactRows(codec),
            history);
  }

  @Override
  public Ownership claim(int partition, String owner) {
    return Failures.translated(() -> Fence.claim(dataSource, partition, owner));
  }

  @Override
  public Batch begin(Ownership mine) {
    return Failures.translated(() -> open(mine));
  }

  @Override
  public UserState read(UserId user) {
    return Objects.requireNonNull(read(Set.of(user)).get(user));
  }

  @Override
  public Map<UserId, UserState> read(Collection<UserId> asked) {
    return Failures.translated(
        () -> Transactions.run(dataSource, connection -> users.load(connection, asked)));
  }

  @Override
  public boolean lease(int partition, CampaignId campaign, long total) {
    return Failures.translated(
        () ->
            Transactions.run(
                dataSource, connection -> QuotaRows.lease(connection, partition, campaign, total)));
  }

  @Override
  public long left(CampaignId campaign, long total) {
    return Failures.translated(
        () ->
            Transactions.run(
                dataSource, connection -> QuotaRows.left(connection, campaign, total)));
  }

  @Override
  public EventHistory history() {
    return (asked, types, seen) ->
        Failures.translated(
            () ->
                Transactions.run(
                    dataSource,
                    connection -> {
                      history.each(connection, asked, types, seen);
                      return null;
                    }));
  }

  private Batch open(Ownership mine) throws SQLException {
    Connection connection = Transactions.open(dataSource);
    try {
      Fence.Passed passed = Fence.pass(connection, mine).orElseThrow(() -> new Fenced(mine));
      return new PostgresBatch(dataSource, connection, rows, mine, passed);
    } catch (SQLException | RuntimeException e) {
      Transactions.rollBack(connection);
      connection.close();
      throw e;
    }
  }
}
