package dev.campanile.adapter.postgres;

import static dev.campanile.adapter.postgres.Column.number;
import static dev.campanile.adapter.postgres.Column.text;

import dev.campanile.engine.warehouse.Dead;
import dev.campanile.engine.warehouse.Ownership;
import dev.campanile.engine.warehouse.Tallied;
import dev.campanile.engine.warehouse.Writes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** The double entry of a batch, and what waits for a person. */
final class LedgerRows {

  private static final String ADD =
      """
      INSERT INTO ledger (partition, batch_seq, epoch, from_offset, to_offset, n_in, n_applied, n_no_match,
        n_duplicate, n_late, n_illegal, n_dead, n_signals, n_moves, n_orders, book_hash, at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, clock_timestamp())""";

  private static final String ADD_DEAD =
      """
      INSERT INTO dead_event (partition, at, log_offset, user_id, payload, error)
      SELECT ?, ?::timestamptz, x.log_offset, x.user_id, x.payload, x.error
      FROM unnest(?::bigint[], ?::text[], ?::text[], ?::text[]) AS x (log_offset, user_id, payload, error)""";

  private static final List<Column<Dead>> DEAD =
      List.of(
          number(Dead::offset),
          text(dead -> storable(dead.user())),
          text(dead -> storable(dead.payload())),
          text(dead -> storable(dead.error())));

  private LedgerRows() {}

  /** The last rows of a batch: their instant is when all of it was written. */
  static void add(Connection connection, Ownership mine, Fence.Passed passed, Writes writes)
      throws SQLException {
    Tallied tallied = writes.tallied();
    Sql.update(
        connection,
        ADD,
        mine.partition(),
        passed.batchSeq(),
        mine.epoch(),
        mine.nextOffset(),
        writes.toOffset(),
        tallied.in(),
        tallied.applied(),
        tallied.noMatch(),
        tallied.duplicate(),
        tallied.late(),
        tallied.illegal(),
        tallied.dead(),
        tallied.signals(),
        tallied.moves(),
        tallied.orders(),
        writes.bookHash());
  }

  static void addDead(Connection connection, int partition, Instant now, List<Dead> dead)
      throws SQLException {
    Sql.updateAll(connection, ADD_DEAD, dead, DEAD, partition, Instants.floor(now));
  }

  /** What is dead must not die of being written down. */
  private static String storable(String text) {
    return text.replace('\0', '\u2400');
  }
}
