package dev.campanile.adapter.postgres;

import dev.campanile.engine.state.Order;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Coupon codes as rows: a code is issued by writing the one order that it goes to. */
final class CouponRows {

  private static final String FREE =
      "SELECT code FROM coupon WHERE pool = ? AND order_key IS NULL ORDER BY code LIMIT ? FOR UPDATE";

  private static final String FREE_AND_UNCONTESTED = FREE + " SKIP LOCKED";

  private static final String COUNT_FREE =
      "SELECT count(*) AS free FROM coupon WHERE pool = ? AND order_key IS NULL";

  private static final String ISSUE =
      """
      UPDATE coupon c SET order_key = x.key, user_id = x.user_id, issued_at = ?::timestamptz
      FROM unnest(?::text[], ?::text[], ?::text[]) AS x (code, key, user_id)
      WHERE c.pool = ? AND c.code = x.code""";

  private CouponRows() {}

  private record Issue(String code, Order order) {}

  /** Held to the end of the transaction by whoever must know that the pool stays as it is. */
  static void lock(Connection connection, String pool) throws SQLException {
    Sql.query(
        connection,
        "SELECT pg_advisory_xact_lock(hashtextextended('coupon_pool:' || ?, 0))",
        row -> row,
        pool);
  }

  static long free(Connection connection, String pool) throws SQLException {
    return Sql.first(connection, COUNT_FREE, row -> row.getLong("free"), pool).orElse(0L);
  }

  /** Issues codes that nobody else is about to take, without waiting; perhaps not to all. */
  static Map<Order, String> issueUncontested(
      Connection connection, String pool, List<Order> orders, Instant now) throws SQLException {
    return issue(connection, FREE_AND_UNCONTESTED, pool, orders, now);
  }

  /** Issues codes until all orders have one or none is left; waits for others that claim. */
  static Map<Order, String> issueLast(
      Connection connection, String pool, List<Order> orders, Instant now) throws SQLException {
    Map<Order, String> issued = new LinkedHashMap<>();
    List<Order> missing = new ArrayList<>(orders);
    while (!missing.isEmpty() && free(connection, pool) > 0) {
      issued.putAll(issue(connection, FREE, pool, missing, now));
      missing.removeAll(issued.keySet());
    }
    return issued;
  }

  private static Map<Order, String> issue(
      Connection connection, String free, String pool, List<Order> orders, Instant now)
      throws SQLException {
    List<String> codes =
        Sql.query(connection, free, row -> row.getString("code"), pool, orders.size());
    List<Issue> issues = new ArrayList<>();
    for (int i = 0; i < codes.size(); i++) {
      issues.add(new Issue(codes.get(i), orders.get(i)));
    }
    write(connection, pool, issues, now);
    Map<Order, String> issued = new LinkedHashMap<>();
    issues.forEach(issue -> issued.put(issue.order(), issue.code()));
    return issued;
  }

  private static void write(Connection connection, String pool, List<Issue> issues, Instant now)
      throws SQLException {
    Sql.update(
        connection,
        ISSUE,
        Instants.floor(now),
        Column.<Issue>text(Issue::code).of(connection, issues),
        Column.<Issue>text(issue -> issue.order().key().toString()).of(connection, issues),
        Column.<Issue>text(issue -> issue.order().user().text()).of(connection, issues),
        pool);
  }
}
