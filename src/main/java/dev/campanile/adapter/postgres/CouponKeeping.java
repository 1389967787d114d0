package dev.campanile.adapter.postgres;

import dev.campanile.campaign.Attributes;
import dev.campanile.engine.action.Outbox.Parked;
import dev.campanile.engine.action.Outbox.Settlement;
import dev.campanile.engine.state.Order;
import dev.campanile.engine.state.OrderKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Issues coupon codes in the transaction that settles their orders.
 *
 * <p>First, without waiting, whatever is free: orders are locked, then codes. What is left over
 * then meets an empty pool, or the tail of one that others claim from too; each pool has a
 * transaction of its own for that, which locks the pool, then orders, then codes. So has whoever
 * adds codes. Hence no two wait for each other, none finds a pool empty that is not, and none parks
 * an order behind the back of one who adds codes.
 */
final class CouponKeeping {

  private final DataSource dataSource;
  private final OutboxRows orders;

  CouponKeeping(DataSource dataSource, OutboxRows orders) {
    this.dataSource = dataSource;
    this.orders = orders;
  }

  /** What orders wait for that found a pool empty. */
  static String refill(String pool) {
    return "coupon:" + pool;
  }

  List<Settlement> keep(Collection<Order> wanted, Instant now) throws SQLException {
    Map<String, List<Order>> byPool =
        wanted.stream()
            .collect(Collectors.groupingBy(CouponKeeping::pool, TreeMap::new, Collectors.toList()));
    List<Settlement> settled =
        new ArrayList<>(Transactions.run(dataSource, open -> keepUncontested(open, byPool, now)));
    Set<OrderKey> done = settled.stream().map(one -> one.order().key()).collect(Collectors.toSet());
    for (var pool : byPool.entrySet()) {
      var left = pool.getValue().stream().filter(order -> !done.contains(order.key())).toList();
      if (!left.isEmpty()) {
        settled.addAll(
            Transactions.run(dataSource, open -> keepLast(open, pool.getKey(), left, now)));
      }
    }
    return settled;
  }

  private List<Settlement> keepUncontested(
      Connection connection, Map<String, List<Order>> byPool, Instant now) throws SQLException {
    var all = byPool.values().stream().flatMap(List::stream).toList();
    Set<OrderKey> open = orders.lockOpen(connection, all);
    Map<Order, String> issued = new HashMap<>();
    for (var pool : byPool.entrySet()) {
      issued.putAll(
          CouponRows.issueUncontested(connection, pool.getKey(), only(open, pool.getValue()), now));
    }
    return settle(connection, issued, now);
  }

  private List<Settlement> keepLast(
      Connection connection, String pool, List<Order> left, Instant now) throws SQLException {
    CouponRows.lock(connection, pool);
    List<Order> open = new ArrayList<>(only(orders.lockOpen(connection, left), left));
    Map<Order, String> issued = CouponRows.issueLast(connection, pool, open, now);
    open.removeAll(issued.keySet());
    orders.park(connection, open.stream().map(CouponKeeping::outOfStock).toList(), refill(pool));
    return settle(connection, issued, now);
  }

  private List<Settlement> settle(Connection connection, Map<Order, String> issued, Instant now)
      throws SQLException {
    List<Settlement> settlements = new ArrayList<>();
    issued.forEach((order, code) -> settlements.add(settlement(order, code, now)));
    return orders.settle(connection, settlements);
  }

  private static Settlement settlement(Order order, String code, Instant now) {
    var result = new Attributes(Map.of("code", code, "pool", pool(order)));
    return new Settlement(order, true, result, now.isBefore(order.at()) ? order.at() : now);
  }

  private static Parked outOfStock(Order order) {
    return new Parked(
        order,
        false,
        "Expected a free code in pool '%s', but there is none.".formatted(pool(order)));
  }

  private static List<Order> only(Set<OrderKey> keys, List<Order> orders) {
    return orders.stream().filter(order -> keys.contains(order.key())).distinct().toList();
  }

  private static String pool(Order order) {
    return String.valueOf(order.parameters().values().get("pool"));
  }
}
