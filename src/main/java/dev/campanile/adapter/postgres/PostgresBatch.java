package dev.campanile.adapter.postgres;

import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.UserId;
import dev.campanile.engine.state.UserState;
import dev.campanile.engine.warehouse.DataWarehouse.Batch;
import dev.campanile.engine.warehouse.EventHistory;
import dev.campanile.engine.warehouse.Ownership;
import dev.campanile.engine.warehouse.Sighting;
import dev.campanile.engine.warehouse.Unavailable;
import dev.campanile.engine.warehouse.Writes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** The transaction of one batch, past the fence. Not thread-safe. */
final class PostgresBatch implements Batch {

  private final DataSource dataSource;
  private final Connection connection;
  private final BatchRows rows;
  private final Ownership mine;
  private final Fence.Passed passed;
  private long toOffset;
  private boolean open = true;

  PostgresBatch(
      DataSource dataSource,
      Connection connection,
      BatchRows rows,
      Ownership mine,
      Fence.Passed passed) {
    this.dataSource = dataSource;
    this.connection = connection;
    this.rows = rows;
    this.mine = mine;
    this.passed = passed;
    this.toOffset = mine.nextOffset();
  }

  @Override
  public Instant now() {
    return passed.now();
  }

  @Override
  public Set<Sighting> seen(List<Sighting> sightings) {
    return Failures.translated(() -> SeenRows.find(connection, sightings));
  }

  @Override
  public Map<UserId, UserState> load(Collection<UserId> users) {
    return Failures.translated(() -> rows.load(connection, users));
  }

  @Override
  public Map<CampaignId, Long> permits(Map<CampaignId, Integer> totals) {
    return totals.isEmpty()
        ? Map.of()
        : Failures.translated(() -> QuotaRows.held(connection, mine.partition(), totals));
  }

  @Override
  public EventHistory history() {
    return (users, types, seen) ->
        Failures.translated(
            () -> {
              rows.history().each(connection, users, types, seen);
              return null;
            });
  }

  @Override
  public void write(Writes writes) {
    toOffset = writes.toOffset();
    Failures.translated(
        () -> {
          rows.write(connection, mine, passed, writes);
          Fence.move(connection, mine, toOffset);
          return null;
        });
  }

  @Override
  public Ownership commit() {
    try {
      connection.commit();
    } catch (SQLException lost) {
      close();
      resolve(lost);
    }
    // At once: whoever claims anew before closing this batch needs a connection from the same pool.
    close();
    return new Ownership(mine.partition(), mine.epoch(), toOffset);
  }

  @Override
  public void close() {
    if (!open) {
      return;
    }
    open = false;
    Transactions.rollBack(connection);
    try {
      connection.close();
    } catch (SQLException broken) {
      // It held nothing any more.
    }
  }

  /**
   * The answer to COMMIT was lost: the ledger knows, as soon as nobody is at work on the partition.
   */
  private void resolve(SQLException lost) {
    if (!Failures.translated(() -> Fence.committed(dataSource, mine, passed.batchSeq()))) {
      throw new Unavailable("The batch was not committed: " + lost.getMessage(), lost);
    }
  }
}
