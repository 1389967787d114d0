package dev.campanile.adapter.postgres;

import dev.campanile.campaign.Names;
import dev.campanile.engine.action.CouponPools;
import dev.campanile.engine.action.ValueCodec;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import javax.sql.DataSource;

/** Coupon codes as the table {@code coupon}. Thread-safe. */
public final class PostgresCouponPools implements CouponPools {

  private static final int CODES_PER_STATEMENT = 10_000;

  private static final String OPEN =
      "INSERT INTO coupon_pool (id, created_at) VALUES (?, ?::timestamptz) ON CONFLICT DO NOTHING";

  private static final String ADD =
      """
      INSERT INTO coupon (pool, code) SELECT ?, x.code FROM unnest(?::text[]) AS x (code)
      ON CONFLICT DO NOTHING""";

  private static final String STOCK =
      """
      SELECT p.id, count(c.code) FILTER (WHERE c.order_key IS NULL) AS free,
        count(c.order_key) AS issued
      FROM coupon_pool p LEFT JOIN coupon c ON c.pool = p.id
      """;

  private static final String STOCKS = STOCK + "GROUP BY p.id ORDER BY p.id";

  private static final String STOCK_OF_ONE = STOCK + "WHERE p.id = ? GROUP BY p.id";

  private final DataSource dataSource;
  private final OutboxRows orders;

  public PostgresCouponPools(DataSource dataSource, ValueCodec codec) {
    this.dataSource = dataSource;
    this.orders = new OutboxRows(codec);
  }

  @Override
  public Added add(String pool, Collection<String> codes, Instant now) {
    if (!Names.valid(pool)) {
      throw new IllegalArgumentException(
          "Expected a pool of letters, digits, '-' and '_' (at most 64), but got '%s'."
              .formatted(pool));
    }
    return transaction(
        open -> {
          CouponRows.lock(open, pool);
          Sql.update(open, OPEN, pool, Instants.floor(now));
          int added = insert(open, pool, codes);
          orders.takeUp(open, CouponKeeping.refill(pool), CouponRows.free(open, pool), now);
          return new Added(added, codes.size() - added);
        });
  }

  /** In order: two that add the same codes to two pools must not wait for each other. */
  private static int insert(Connection connection, String pool, Collection<String> codes)
      throws SQLException {
    List<String> sorted = new ArrayList<>(new TreeSet<>(codes));
    int added = 0;
    for (int from = 0; from < sorted.size(); from += CODES_PER_STATEMENT) {
      int to = Math.min(from + CODES_PER_STATEMENT, sorted.size());
      var some = Column.<String>text(code -> code).of(connection, sorted.subList(from, to));
      added += Sql.update(connection, ADD, pool, some);
    }
    return added;
  }

  @Override
  public List<Stock> stocks() {
    return transaction(open -> Sql.query(open, STOCKS, PostgresCouponPools::stock));
  }

  @Override
  public Optional<Stock> stock(String pool) {
    return transaction(open -> Sql.first(open, STOCK_OF_ONE, PostgresCouponPools::stock, pool));
  }

  private static Stock stock(ResultSet row) throws SQLException {
    return new Stock(row.getString("id"), row.getLong("free"), row.getLong("issued"));
  }

  private <T> T transaction(Transactions.Work<T> work) {
    return Failures.translated(() -> Transactions.run(dataSource, work));
  }
}
