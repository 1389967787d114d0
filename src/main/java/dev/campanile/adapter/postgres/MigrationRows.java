package dev.campanile.adapter.postgres;

import static dev.campanile.adapter.postgres.Column.instant;
import static dev.campanile.adapter.postgres.Column.number;
import static dev.campanile.adapter.postgres.Column.text;

import dev.campanile.engine.state.Fact;
import dev.campanile.engine.warehouse.Judged;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Participations that went on under another version, as transitions. */
final class MigrationRows {

  private static final String MIGRATIONS =
      """
      INSERT INTO transition (partition, kind, log_offset, user_id, campaign, version, at,
        participation, former_version, from_node, to_node)
      SELECT ?, 'MIGRATED', x.log_offset, x.user_id, x.campaign, x.version, x.at::timestamptz,
        x.participation, x.former_version, x.from_node, x.to_node
      FROM unnest(?::bigint[], ?::text[], ?::text[], ?::bigint[], ?::text[],
        ?::text[], ?::bigint[], ?::text[], ?::text[])
      AS x (log_offset, user_id, campaign, version, at, participation, former_version, from_node, to_node)""";

  private record Row(long offset, String user, Fact.Migrated fact) {}

  private static final List<Column<Row>> COLUMNS =
      List.of(
          number(Row::offset),
          text(Row::user),
          text(row -> row.fact().campaign().id().text()),
          number(row -> (long) row.fact().campaign().version()),
          instant(row -> row.fact().at()),
          text(row -> row.fact().participation()),
          number(row -> (long) row.fact().former()),
          text(row -> row.fact().from().text()),
          text(row -> row.fact().to().text()));

  private MigrationRows() {}

  static void add(Connection connection, int partition, List<Judged> judged) throws SQLException {
    List<Row> rows = new ArrayList<>();
    for (Judged one : judged) {
      String user = one.step().state().user().text();
      for (Fact fact : one.step().facts()) {
        if (fact instanceof Fact.Migrated migrated) {
          rows.add(new Row(one.offset(), user, migrated));
        }
      }
    }
    Sql.updateAll(connection, MIGRATIONS, rows, COLUMNS, partition);
  }
}
