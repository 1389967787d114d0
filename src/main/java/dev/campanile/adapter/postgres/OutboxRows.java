package dev.campanile.adapter.postgres;

import static dev.campanile.adapter.postgres.Column.flag;
import static dev.campanile.adapter.postgres.Column.instant;
import static dev.campanile.adapter.postgres.Column.text;

import dev.campanile.campaign.ActionId;
import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.NodeId;
import dev.campanile.campaign.UserId;
import dev.campanile.engine.action.Outbox.Parked;
import dev.campanile.engine.action.Outbox.Pending;
import dev.campanile.engine.action.Outbox.Retry;
import dev.campanile.engine.action.Outbox.Settlement;
import dev.campanile.engine.action.ValueCodec;
import dev.campanile.engine.state.Delivery;
import dev.campanile.engine.state.Order;
import dev.campanile.engine.state.OrderKey;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Orders as rows, from the outbox's side.
 *
 * <p>Whatever changes several of them locks them in the order of their keys first: two that change
 * the same ones never wait for each other in a circle.
 */
final class OutboxRows {

  private static final String LOCKED_OPEN =
      """
      WITH open AS (
        SELECT key FROM orders WHERE key = ANY (?::text[]) AND status IN ('NEW', 'SENT')
        ORDER BY key FOR UPDATE)
      """;

  private static final String LOCK_OPEN = LOCKED_OPEN + "SELECT key FROM open";

  private static final String SETTLE =
      """
      WITH unsettled AS (
        SELECT key FROM orders WHERE key = ANY (?::text[]) AND settled_at IS NULL
        ORDER BY key FOR UPDATE)
      UPDATE orders o
      SET status = CASE WHEN x.succeeded THEN 'DONE' ELSE 'FAILED' END, result = x.result::jsonb,
        settled_at = x.at::timestamptz, reason = NULL, waits_for = NULL
      FROM unnest(?::text[], ?::boolean[], ?::text[], ?::text[]) AS x (key, succeeded, result, at)
      JOIN unsettled USING (key)
      WHERE o.key = x.key AND o.settled_at IS NULL
      RETURNING o.key""";

  private static final String RETRY =
      LOCKED_OPEN
          + """
          UPDATE orders o
          SET status = CASE WHEN x.open THEN 'SENT' ELSE 'NEW' END, attempts = o.attempts + 1,
            first_attempt = coalesce(o.first_attempt, x.tried_at::timestamptz),
            next_attempt = x.next_attempt::timestamptz, reason = x.reason
          FROM unnest(?::text[], ?::text[], ?::text[], ?::boolean[], ?::text[])
          AS x (key, tried_at, next_attempt, open, reason)
          JOIN open USING (key)
          WHERE o.key = x.key""";

  private static final String PARK =
      LOCKED_OPEN
          + """
          UPDATE orders o
          SET status = CASE WHEN x.open THEN 'UNKNOWN' ELSE 'PARKED' END, reason = x.reason,
            waits_for = ?
          FROM unnest(?::text[], ?::boolean[], ?::text[]) AS x (key, open, reason)
          JOIN open USING (key)
          WHERE o.key = x.key""";

  private static final String RELEASED =
      """
      UPDATE orders SET status = 'NEW', attempts = 0, first_attempt = NULL, reason = NULL,
        waits_for = NULL, next_attempt = ?::timestamptz
      WHERE key IN (
        SELECT key FROM orders WHERE status IN ('UNKNOWN', 'PARKED') AND\s""";

  private static final String RELEASE = RELEASED + "key = ANY (?::text[]) ORDER BY key FOR UPDATE)";

  /** Whoever else has locked one of them just now brings it back, or settles it. */
  private static final String TAKE_UP =
      RELEASED + "waits_for = ? ORDER BY ordered_at LIMIT ? FOR UPDATE SKIP LOCKED)";

  private static final int LONGEST_REASON = 2_000;

  private final ValueCodec codec;

  OutboxRows(ValueCodec codec) {
    this.codec = codec;
  }

  Set<OrderKey> lockOpen(Connection connection, Collection<Order> orders) throws SQLException {
    var keys = keys(connection, orders.stream().map(Order::key).toList());
    return new HashSet<>(
        Sql.query(connection, LOCK_OPEN, row -> OrderKey.parse(row.getString("key")), keys));
  }

  List<Settlement> settle(Connection connection, Collection<Settlement> settlements)
      throws SQLException {
    Map<OrderKey, Settlement> byKey =
        settlements.stream()
            .collect(Collectors.toMap(one -> one.order().key(), one -> one, (one, same) -> one));
    var rows = byKey.values();
    return Sql.query(
        connection,
        SETTLE,
        row -> byKey.get(OrderKey.parse(row.getString("key"))),
        keys(connection, byKey.keySet()),
        keys(connection, rows.stream().map(one -> one.order().key()).toList()),
        Column.<Settlement>flag(Settlement::succeeded).of(connection, rows),
        Column.<Settlement>text(one -> codec.encode(one.result().values())).of(connection, rows),
        Column.<Settlement>instant(Settlement::at).of(connection, rows));
  }

  void retry(Connection connection, Collection<Retry> retries) throws SQLException {
    Sql.updateAll(
        connection,
        RETRY,
        retries,
        List.of(
            text(retry -> retry.order().toString()),
            text(retry -> retry.order().toString()),
            instant(Retry::triedAt),
            instant(Retry::nextAttempt),
            flag(Retry::outcomeOpen),
            text(retry -> reason(retry.reason()))));
  }

  void park(Connection connection, Collection<Parked> orders, String waitsFor) throws SQLException {
    var keys = keys(connection, orders.stream().map(one -> one.order().key()).toList());
    Sql.update(
        connection,
        PARK,
        keys,
        waitsFor.isEmpty() ? null : waitsFor,
        keys,
        Column.<Parked>flag(Parked::outcomeOpen).of(connection, orders),
        Column.<Parked>text(one -> reason(one.reason())).of(connection, orders));
  }

  int release(Connection connection, Collection<OrderKey> orders, Instant now) throws SQLException {
    return Sql.update(connection, RELEASE, Instants.floor(now), keys(connection, orders));
  }

  /** Releases so many of those that wait for something, the longest ordered first. */
  void takeUp(Connection connection, String waitsFor, long most, Instant now) throws SQLException {
    Sql.update(connection, TAKE_UP, Instants.floor(now), waitsFor, most);
  }

  static java.sql.Array keys(Connection connection, Collection<OrderKey> orders)
      throws SQLException {
    return Column.<OrderKey>text(OrderKey::toString).of(connection, orders);
  }

  /** Reasons are read by people; what PostgreSQL cannot keep of them is not missed. */
  private static String reason(String reason) {
    String kept = reason.replace('\0', ' ');
    return kept.length() <= LONGEST_REASON ? kept : kept.substring(0, LONGEST_REASON);
  }

  Pending pending(ResultSet row) throws SQLException {
    return new Pending(
        order(row),
        row.getInt("attempts"),
        Instants.readOptional(row, "first_attempt"),
        row.getString("status").equals("SENT"));
  }

  Parked parked(ResultSet row) throws SQLException {
    return new Parked(
        order(row), row.getString("status").equals("UNKNOWN"), row.getString("reason"));
  }

  Settlement settlement(ResultSet row) throws SQLException {
    Order order = order(row);
    if (order.delivery() instanceof Delivery.Withheld never) {
      return Settlement.of(order, never);
    }
    return new Settlement(
        order,
        row.getString("status").equals("DONE"),
        attributes(row.getString("result")),
        Instants.read(row, "settled_at"));
  }

  private Order order(ResultSet row) throws SQLException {
    return new Order(
        OrderKey.parse(row.getString("key")),
        new UserId(row.getString("user_id")),
        new CampaignKey(new CampaignId(row.getString("campaign")), row.getInt("version")),
        new NodeId(row.getString("node")),
        new ActionId(row.getString("action")),
        row.getString("kind"),
        attributes(row.getString("parameters")),
        Instants.read(row, "ordered_at"),
        delivery(row));
  }

  private static Delivery delivery(ResultSet row) throws SQLException {
    String cause = row.getString("withheld");
    return cause == null
        ? Instants.readOptional(row, "held_until")
            .<Delivery>map(Delivery.Held::new)
            .orElse(Delivery.NOW)
        : new Delivery.Withheld(Delivery.Cause.valueOf(cause));
  }

  @SuppressWarnings("unchecked") // the keys of a JSON object are texts
  private Attributes attributes(String json) {
    return new Attributes((Map<String, Object>) codec.decode(json));
  }
}
