package dev.campanile.adapter.postgres;

import dev.campanile.engine.warehouse.Ownership;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The row of a partition that every batch locks first: it is passed with the highest epoch and the
 * next offset alone.
 */
final class Fence {

  // With the lock, and for this transaction alone: a frozen owner loses it after five seconds; and
  // a
  // batch looks its rows up by index, where the planner would rather read a small table whole.
  private static final String PASS =
      """
      UPDATE partition_owner SET batch_seq = batch_seq + 1
      WHERE partition = ? AND epoch = ? AND next_offset = ?
      RETURNING batch_seq, clock_timestamp() AS now,
        set_config('idle_in_transaction_session_timeout', '5s', true),
        set_config('random_page_cost', '1.1', true)""";

  private static final String MOVE =
      "UPDATE partition_owner SET next_offset = ? WHERE partition = ?";

  private static final String CLAIM =
      """
      INSERT INTO partition_owner AS mine (partition, epoch, next_offset, batch_seq, owner, claimed_at)
      VALUES (?, 1, 0, 0, ?, clock_timestamp())
      ON CONFLICT (partition) DO UPDATE
      SET epoch = mine.epoch + 1, owner = excluded.owner, claimed_at = excluded.claimed_at
      RETURNING epoch, next_offset""";

  /** In the old row that others still see, xmax names the transaction that has changed it. */
  private static final String TERMINATE_HOLDER =
      """
      SELECT pg_terminate_backend(pid) FROM pg_locks
      WHERE locktype = 'transactionid' AND granted AND pid <> pg_backend_pid()
      AND transactionid = (SELECT xmax FROM partition_owner WHERE partition = ?)""";

  private static final String LOCK =
      "SELECT epoch FROM partition_owner WHERE partition = ? FOR UPDATE";

  private static final String COMMITTED =
      "SELECT FROM ledger WHERE partition = ? AND batch_seq = ? AND epoch = ?";

  private static final int ATTEMPTS = 5;

  /** A batch that has passed: its number, and the store's clock. */
  record Passed(long batchSeq, Instant now) {}

  private Fence() {}

  static Optional<Passed> pass(Connection connection, Ownership mine) throws SQLException {
    return Sql.first(
        connection,
        PASS,
        row -> new Passed(row.getLong("batch_seq"), Instants.read(row, "now")),
        mine.partition(),
        mine.epoch(),
        mine.nextOffset());
  }

  static void move(Connection connection, Ownership mine, long toOffset) throws SQLException {
    Sql.update(connection, MOVE, toOffset, mine.partition());
  }

  /** Takes the partition over; a frozen owner that holds the row is cut off after a second. */
  static Ownership claim(DataSource dataSource, int partition, String owner) throws SQLException {
    return holding(dataSource, partition, connection -> claim(connection, partition, owner));
  }

  /** Whether a batch was committed: known for certain once its row can be locked. */
  static boolean committed(DataSource dataSource, Ownership mine, long batchSeq)
      throws SQLException {
    return holding(
        dataSource,
        mine.partition(),
        connection -> {
          Sql.query(connection, LOCK, row -> row, mine.partition());
          return Sql.first(
                  connection, COMMITTED, row -> row, mine.partition(), batchSeq, mine.epoch())
              .isPresent();
        });
  }

  private static Ownership claim(Connection connection, int partition, String owner)
      throws SQLException {
    return Sql.first(
            connection,
            CLAIM,
            row -> new Ownership(partition, row.getLong("epoch"), row.getLong("next_offset")),
            partition,
            owner)
        .orElseThrow();
  }

  private static <T> T holding(DataSource dataSource, int partition, Transactions.Work<T> work)
      throws SQLException {
    for (int attempt = 1; ; attempt++) {
      try {
        return Transactions.run(
            dataSource,
            connection -> {
              Sql.update(connection, "SET LOCAL lock_timeout = '1s'");
              return work.run(connection);
            });
      } catch (SQLException e) {
        if (!Failures.isLockTimeout(e) || attempt == ATTEMPTS) {
          throw e;
        }
        Transactions.run(
            dataSource,
            connection -> Sql.query(connection, TERMINATE_HOLDER, row -> row, partition));
      }
    }
  }
}
