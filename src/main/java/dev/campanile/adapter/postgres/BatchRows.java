package dev.campanile.adapter.postgres;

import dev.campanile.campaign.UserId;
import dev.campanile.engine.state.UserState;
import dev.campanile.engine.warehouse.Fenced;
import dev.campanile.engine.warehouse.Ownership;
import dev.campanile.engine.warehouse.Writes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;

/** All rows of one batch, each table by one or two statements, keys sorted. */
record BatchRows(
    UserRows users,
    ParticipationRows participations,
    OrderRows orders,
    FactRows facts,
    HistoryRows history) {

  Map<UserId, UserState> load(Connection connection, Collection<UserId> loaded)
      throws SQLException {
    return users.load(connection, loaded);
  }

  void write(Connection connection, Ownership mine, Fence.Passed passed, Writes writes)
      throws SQLException {
    int partition = mine.partition();
    int written = users.save(connection, partition, writes);
    if (written != writes.after().size()) {
      throw Fenced.stale(mine, writes.after().size(), written);
    }
    QuotaRows.spend(connection, partition, writes.spent());
    participations.save(connection, partition, writes);
    QuotaRows.count(connection, writes.unlimited());
    EntryWakeRows.save(connection, partition, writes);
    facts.add(connection, partition, writes.judged());
    FlowRows.add(connection, partition, passed.now(), writes.judged());
    orders.add(connection, partition, passed.now(), writes.judged());
    SeenRows.add(connection, partition, writes.judged());
    history.add(connection, partition, writes.judged());
    LedgerRows.addDead(connection, partition, passed.now(), writes.dead());
    LedgerRows.add(connection, mine, passed, writes);
  }
}
