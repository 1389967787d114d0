package dev.campanile.adapter.postgres;

import static dev.campanile.adapter.postgres.Column.instant;
import static dev.campanile.adapter.postgres.Column.number;
import static dev.campanile.adapter.postgres.Column.text;

import dev.campanile.campaign.Event;
import dev.campanile.campaign.EventId;
import dev.campanile.campaign.UserId;
import dev.campanile.engine.state.Signal;
import dev.campanile.engine.warehouse.Judged;
import dev.campanile.engine.warehouse.StateCodec;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The events that counted, written once and never changed. */
final class HistoryRows {

  private static final String ADD =
      """
      INSERT INTO history (partition, user_key, user_id, log_offset, source, event_id, type, at, nanos, properties)
      SELECT ?, x.user_key, x.user_id, x.log_offset, x.source, x.event_id, x.type, x.at::timestamptz, x.nanos,
        x.properties::jsonb
      FROM unnest(?::bigint[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[])
      AS x (user_key, user_id, log_offset, source, event_id, type, at, nanos, properties)""";

  private static final String FIND =
      """
      SELECT h.user_id, h.source, h.event_id, h.type, h.at, h.nanos, h.properties
      FROM unnest(?::bigint[], ?::text[]) AS x (user_key, user_id)
      JOIN history h ON h.user_key = x.user_key AND h.user_id = x.user_id
      WHERE h.type = ANY (?::text[])
      ORDER BY h.log_offset""";

  private static final List<Column<UserId>> USER =
      List.of(number(EventKey::of), text(UserId::text));

  private record Row(long offset, Event event) {}

  private final StateCodec codec;
  private final List<Column<Row>> columns;

  HistoryRows(StateCodec codec) {
    this.codec = codec;
    this.columns =
        List.of(
            number(row -> EventKey.of(row.event().user())),
            text(row -> row.event().user().text()),
            number(Row::offset),
            text(row -> row.event().id().source()),
            text(row -> row.event().id().id()),
            text(row -> row.event().type()),
            instant(row -> row.event().time()),
            number(row -> Instants.rest(row.event().time())),
            text(row -> codec.attributes(row.event().properties())));
  }

  void add(Connection connection, int partition, List<Judged> judged) throws SQLException {
    List<Row> rows = new ArrayList<>();
    for (Judged one : judged) {
      if (one.signal() instanceof Signal.Happened(Event event) && one.outcome().counts()) {
        rows.add(new Row(one.offset(), event));
      }
    }
    Sql.updateAll(connection, ADD, rows, columns, partition);
  }

  void each(
      Connection connection, Collection<UserId> users, Set<String> types, Consumer<Event> seen)
      throws SQLException {
    if (users.isEmpty() || types.isEmpty()) {
      return;
    }
    Sql.each(
        connection,
        FIND,
        row -> seen.accept(read(row)),
        USER.get(0).of(connection, users),
        USER.get(1).of(connection, users),
        Column.<String>text(type -> type).of(connection, types));
  }

  Event read(ResultSet row) throws SQLException {
    return new Event(
        new EventId(row.getString("source"), row.getString("event_id")),
        row.getString("type"),
        new UserId(row.getString("user_id")),
        Instants.read(row, "at").plusNanos(row.getInt("nanos")),
        codec.attributes(row.getString("properties")));
  }
}
