package dev.campanile.adapter.postgres;

import dev.campanile.engine.action.Outbox;
import dev.campanile.engine.action.ValueCodec;
import dev.campanile.engine.state.Order;
import dev.campanile.engine.state.OrderKey;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** The outbox as the table {@code orders}; each call is a transaction. Thread-safe. */
public final class PostgresOutbox implements Outbox {

  private static final String NO_REFILL = "";

  /** Hops from kind to kind along the index, however many orders each has. */
  private static final String KINDS =
      """
      WITH RECURSIVE hop AS (
        (SELECT kind FROM orders WHERE status IN ('NEW', 'SENT') ORDER BY kind LIMIT 1)
        UNION ALL
        SELECT (SELECT o.kind FROM orders o
                WHERE o.status IN ('NEW', 'SENT') AND o.kind > hop.kind ORDER BY o.kind LIMIT 1)
        FROM hop WHERE hop.kind IS NOT NULL)
      SELECT kind FROM hop WHERE kind IS NOT NULL""";

  /**
   * Partition by partition, so that the index gives each in order and no backlog is sorted. Nothing
   * is due before it is so by the store's own time, which stands still for the statement: a time
   * that goes on while it runs would keep it from the index.
   */
  private static final String DUE =
      """
      SELECT due.* FROM unnest(?::bigint[]) AS mine (partition) CROSS JOIN LATERAL (
        SELECT * FROM orders
        WHERE kind = ? AND partition = mine.partition AND status IN ('NEW', 'SENT')
          AND next_attempt <= least(?::timestamptz, statement_timestamp()) AND key <> ALL (?::text[])
        ORDER BY next_attempt LIMIT ?) due
      ORDER BY due.next_attempt LIMIT ?""";

  private static final String SENDING =
      "UPDATE orders SET status = 'SENT' WHERE key = ? AND status = 'NEW'";

  private static final String PARKED =
      "SELECT * FROM orders WHERE status IN ('UNKNOWN', 'PARKED') ORDER BY ordered_at LIMIT ?";

  private static final String UNREPORTED =
      """
      SELECT * FROM orders
      WHERE partition = ANY (?::bigint[]) AND settled_at IS NOT NULL AND NOT reported LIMIT ?""";

  private static final String REPORTED =
      "UPDATE orders SET reported = true WHERE key = ANY (?::text[]) AND settled_at IS NOT NULL";

  private final DataSource dataSource;
  private final OutboxRows rows;
  private final CouponKeeping coupons;

  public PostgresOutbox(DataSource dataSource, ValueCodec codec) {
    this.dataSource = dataSource;
    this.rows = new OutboxRows(codec);
    this.coupons = new CouponKeeping(dataSource, rows);
  }

  @Override
  public Set<String> kinds() {
    return new HashSet<>(transaction(open -> Sql.query(open, KINDS, row -> row.getString("kind"))));
  }

  @Override
  public List<Pending> due(
      String kind,
      Collection<Integer> partitions,
      Instant now,
      int most,
      Collection<OrderKey> underWay) {
    return transaction(
        open ->
            Sql.query(
                open,
                DUE,
                rows::pending,
                partitions(open, partitions),
                kind,
                Instants.floor(now),
                OutboxRows.keys(open, underWay),
                most,
                most));
  }

  @Override
  public boolean sending(OrderKey order) {
    return transaction(open -> Sql.update(open, SENDING, order.toString())) == 1;
  }

  @Override
  public List<Settlement> settle(Collection<Settlement> settlements) {
    return transaction(open -> rows.settle(open, settlements));
  }

  @Override
  public List<Settlement> keep(Collection<Order> orders, Instant now) {
    return Failures.translated(() -> coupons.keep(orders, now));
  }

  @Override
  public void retry(Collection<Retry> retries) {
    transaction(
        open -> {
          rows.retry(open, retries);
          return retries;
        });
  }

  @Override
  public void park(Collection<Parked> orders) {
    transaction(
        open -> {
          rows.park(open, orders, NO_REFILL);
          return orders;
        });
  }

  @Override
  public List<Parked> parked(int most) {
    return transaction(open -> Sql.query(open, PARKED, rows::parked, most));
  }

  @Override
  public int release(Collection<OrderKey> orders, Instant now) {
    return transaction(open -> rows.release(open, orders, now));
  }

  @Override
  public List<Settlement> unreported(Collection<Integer> partitions, int most) {
    return transaction(
        open -> Sql.query(open, UNREPORTED, rows::settlement, partitions(open, partitions), most));
  }

  @Override
  public void reported(Collection<OrderKey> orders) {
    transaction(open -> Sql.update(open, REPORTED, OutboxRows.keys(open, orders)));
  }

  private static Array partitions(Connection connection, Collection<Integer> partitions)
      throws SQLException {
    return Column.<Integer>number(Integer::longValue).of(connection, partitions);
  }

  private <T> T transaction(Transactions.Work<T> work) {
    return Failures.translated(() -> Transactions.run(dataSource, work));
  }
}
