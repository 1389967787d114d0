package dev.campanile.adapter.postgres;

import static dev.campanile.adapter.postgres.Column.instant;
import static dev.campanile.adapter.postgres.Column.number;
import static dev.campanile.adapter.postgres.Column.optional;
import static dev.campanile.adapter.postgres.Column.text;

import dev.campanile.engine.state.Delivery;
import dev.campanile.engine.state.Order;
import dev.campanile.engine.state.Signal;
import dev.campanile.engine.warehouse.Judged;
import dev.campanile.engine.warehouse.StateCodec;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Orders, as the outbox finds them: due at once or on release, or settled as withheld. */
final class OrderRows {

  private static final String ADD =
      """
      INSERT INTO orders (partition, next_attempt, log_offset, key, user_id, participation, campaign, version, node,
        action, kind, parameters, ordered_at, cause_source, cause_id, held_until, withheld, status, result, settled_at)
      SELECT ?, coalesce(x.held_until::timestamptz, ?::timestamptz), x.log_offset, x.key, x.user_id, x.participation, x.campaign, x.version, x.node,
        x.action, x.kind, x.parameters::json, x.ordered_at::timestamptz, x.cause_source, x.cause_id,
        x.held_until::timestamptz, x.withheld, CASE WHEN x.withheld IS NULL THEN 'NEW' ELSE 'WITHHELD' END,
        x.result::jsonb, CASE WHEN x.withheld IS NOT NULL THEN x.ordered_at::timestamptz END
      FROM unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[],
        ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
      AS x (log_offset, key, user_id, participation, campaign, version, node,
        action, kind, parameters, ordered_at, cause_source, cause_id, held_until, withheld, result)""";

  private record Row(Order order, long offset, @Nullable String source, @Nullable String event) {}

  private final List<Column<Row>> columns;

  OrderRows(StateCodec codec) {
    this.columns =
        List.of(
            number(Row::offset),
            text(row -> row.order().key().toString()),
            text(row -> row.order().user().text()),
            text(row -> row.order().key().participation()),
            text(row -> row.order().campaign().id().text()),
            number(row -> (long) row.order().campaign().version()),
            text(row -> row.order().node().text()),
            text(row -> row.order().action().text()),
            text(row -> row.order().kind()),
            text(row -> codec.attributes(row.order().parameters())),
            instant(row -> row.order().at()),
            text(Row::source),
            text(Row::event),
            optional(row -> release(row.order()).map(Instants::ceiling)),
            optional(row -> withheld(row.order()).map(Delivery.Withheld::cause)),
            optional(row -> withheld(row.order()).map(never -> codec.attributes(never.result()))));
  }

  private static Optional<Instant> release(Order order) {
    return order.delivery() instanceof Delivery.Held(Instant until)
        ? Optional.of(until)
        : Optional.empty();
  }

  private static Optional<Delivery.Withheld> withheld(Order order) {
    return order.delivery() instanceof Delivery.Withheld never
        ? Optional.of(never)
        : Optional.empty();
  }

  void add(Connection connection, int partition, Instant now, List<Judged> judged)
      throws SQLException {
    List<Row> rows = new ArrayList<>();
    for (Judged one : judged) {
      one.step().orders().forEach(order -> rows.add(row(order, one)));
    }
    rows.sort(Comparator.comparing(row -> row.order().key().toString()));
    Sql.updateAll(connection, ADD, rows, columns, partition, Instants.floor(now));
  }

  private static Row row(Order order, Judged judged) {
    return judged.signal() instanceof Signal.Happened happened
        ? new Row(
            order, judged.offset(), happened.event().id().source(), happened.event().id().id())
        : new Row(order, judged.offset(), null, null);
  }
}
