package dev.campanile.adapter.postgres;

import static dev.campanile.adapter.postgres.Column.instant;
import static dev.campanile.adapter.postgres.Column.number;
import static dev.campanile.adapter.postgres.Column.text;

import dev.campanile.campaign.Event;
import dev.campanile.campaign.EventId;
import dev.campanile.campaign.UserId;
import dev.campanile.engine.state.Outcome;
import dev.campanile.engine.state.Signal;
import dev.campanile.engine.warehouse.Judged;
import dev.campanile.engine.warehouse.Sighting;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Every event by its offset, and the search for earlier ones of the same id.
 *
 * <p>Duplicates are kept but not found: an event is measured against those that counted. Dead ones
 * are not found either, so that a person can send them again.
 */
final class SeenRows {

  private static final List<String> NO_SIGHTING =
      List.of(Outcome.DUPLICATE.name(), Outcome.DEAD.name());

  private static final String FIND =
      """
      SELECT s.user_id, s.source, s.event_id, s.at, s.nanos, s.log_offset, x.place
      FROM unnest(?::bigint[], ?::text[], ?::text[], ?::text[]) WITH ORDINALITY
      AS x (key, user_id, source, event_id, place)
      JOIN seen s ON s.key = x.key AND s.user_id = x.user_id AND s.source = x.source AND s.event_id = x.event_id
      WHERE s.outcome NOT IN ('%s', '%s')"""
          .formatted(NO_SIGHTING.toArray());

  private static final String ADD =
      """
      INSERT INTO seen (partition, key, user_id, source, event_id, at, nanos, log_offset, outcome)
      SELECT ?, x.key, x.user_id, x.source, x.event_id, x.at::timestamptz, x.nanos, x.log_offset, x.outcome
      FROM unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::text[])
      AS x (key, user_id, source, event_id, at, nanos, log_offset, outcome)""";

  private static final List<Column<Sighting>> KEY =
      List.of(
          number(sighting -> EventKey.of(sighting.user(), sighting.id())),
          text(sighting -> sighting.user().text()),
          text(sighting -> sighting.id().source()),
          text(sighting -> sighting.id().id()));

  private record Row(Sighting sighting, Outcome outcome) {}

  private static final List<Column<Row>> COLUMNS =
      List.of(
          number(row -> EventKey.of(row.sighting().user(), row.sighting().id())),
          text(row -> row.sighting().user().text()),
          text(row -> row.sighting().id().source()),
          text(row -> row.sighting().id().id()),
          instant(row -> row.sighting().time()),
          number(row -> Instants.rest(row.sighting().time())),
          number(row -> row.sighting().offset()),
          text(row -> row.outcome().name()));

  private SeenRows() {}

  /** Those of the sightings that an earlier one is the same event as. */
  static Set<Sighting> find(Connection connection, List<Sighting> sightings) throws SQLException {
    Set<Sighting> again = new HashSet<>();
    if (sightings.isEmpty()) {
      return again;
    }
    Object[] arrays = new Object[KEY.size()];
    for (int i = 0; i < arrays.length; i++) {
      arrays[i] = KEY.get(i).of(connection, sightings);
    }
    Sql.query(
        connection,
        FIND,
        row -> {
          Sighting asked = sightings.get(row.getInt("place") - 1);
          return asked.sameEvent(read(row)) && again.add(asked);
        },
        arrays);
    return again;
  }

  static void add(Connection connection, int partition, List<Judged> judged) throws SQLException {
    List<Row> rows = new ArrayList<>();
    for (Judged one : judged) {
      if (one.signal() instanceof Signal.Happened(Event event)) {
        Sighting sighting = new Sighting(event.user(), event.id(), event.time(), one.offset());
        rows.add(new Row(sighting, one.outcome()));
      }
    }
    Sql.updateAll(connection, ADD, rows, COLUMNS, partition);
  }

  static Sighting read(ResultSet row) throws SQLException {
    Instant time = Instants.read(row, "at").plusNanos(row.getInt("nanos"));
    return new Sighting(
        new UserId(row.getString("user_id")),
        new EventId(row.getString("source"), row.getString("event_id")),
        time,
        row.getLong("log_offset"));
  }
}
