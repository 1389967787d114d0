package dev.campanile.adapter.postgres;

import dev.campanile.campaign.Attributes;
import dev.campanile.engine.warehouse.Glimpses;
import dev.campanile.engine.warehouse.StateCodec;
import java.util.List;
import javax.sql.DataSource;

/**
 * Reads the last pages of tables: what has come lately stands there, and however large a table is,
 * a look costs the same. Thread-safe.
 */
public final class PostgresGlimpses implements Glimpses {

  private static final int PAGES = 400;

  private static final String LAST_PAGES =
      """
      WHERE ctid >= format('(%%s,0)', greatest(0,
        pg_relation_size('%s') / current_setting('block_size')::int - ?))::tid
      ORDER BY ctid DESC LIMIT ?""";

  private static final String EVENTS =
      "SELECT type, properties FROM history " + LAST_PAGES.formatted("history");

  private static final String PROFILES =
      "SELECT profile FROM user_state " + LAST_PAGES.formatted("user_state");

  private final DataSource dataSource;
  private final StateCodec codec;

  public PostgresGlimpses(DataSource dataSource, StateCodec codec) {
    this.dataSource = dataSource;
    this.codec = codec;
  }

  @Override
  public List<Glimpse> events(int most) {
    return looked(
        EVENTS,
        row -> new Glimpse(row.getString("type"), codec.attributes(row.getString("properties"))),
        most);
  }

  @Override
  public List<Attributes> profiles(int most) {
    return looked(PROFILES, row -> codec.attributes(row.getString("profile")), most);
  }

  private <T> List<T> looked(String query, Sql.Row<T> row, int most) {
    return Failures.translated(
        () ->
            Transactions.run(
                dataSource, connection -> Sql.query(connection, query, row, PAGES, most)));
  }
}
