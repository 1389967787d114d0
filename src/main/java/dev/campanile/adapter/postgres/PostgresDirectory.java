package dev.campanile.adapter.postgres;

import dev.campanile.campaign.UserId;
import dev.campanile.engine.monitor.Directory;
import dev.campanile.engine.warehouse.StateCodec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Users by the beginning of an id or a name, each by an index of its own. Thread-safe. */
public final class PostgresDirectory implements Directory {

  /** As a range, as indexes have it: a pattern would have to be escaped. */
  private static final String FOUND =
      """
      (SELECT user_id FROM user_state WHERE user_id >= ? AND user_id < ? ORDER BY user_id LIMIT ?)
      UNION
      (SELECT user_id FROM user_state
        WHERE lower(profile ->> 'name') COLLATE "C" >= lower(?) AND lower(profile ->> 'name') COLLATE "C" < lower(?)
        ORDER BY lower(profile ->> 'name') COLLATE "C" LIMIT ?)
      UNION
      (SELECT user_id FROM user_state
        WHERE lower(profile ->> 'email') COLLATE "C" >= lower(?) AND lower(profile ->> 'email') COLLATE "C" < lower(?)
        ORDER BY lower(profile ->> 'email') COLLATE "C" LIMIT ?)
      UNION
      (SELECT user_id FROM user_state
        WHERE lower(profile ->> 'phone') COLLATE "C" >= lower(?) AND lower(profile ->> 'phone') COLLATE "C" < lower(?)
        ORDER BY lower(profile ->> 'phone') COLLATE "C" LIMIT ?)""";

  private static final String SEARCH =
      """
      SELECT user_id, profile, latest FROM user_state WHERE user_id IN (
      %s)
      ORDER BY user_id LIMIT ?"""
          .formatted(FOUND);

  /** It sorts behind every other character. */
  private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

  private final DataSource dataSource;
  private final StateCodec codec;

  public PostgresDirectory(DataSource dataSource, StateCodec codec) {
    this.dataSource = dataSource;
    this.codec = codec;
  }

  @Override
  public List<Entry> search(String beginning, int most) {
    String end = beginning + LAST;
    return Failures.translated(
        () ->
            Transactions.run(
                dataSource,
                connection ->
                    Sql.query(
                        connection,
                        SEARCH,
                        this::entry,
                        beginning,
                        end,
                        most,
                        beginning,
                        end,
                        most,
                        beginning,
                        end,
                        most,
                        beginning,
                        end,
                        most,
                        most)));
  }

  private Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        new UserId(row.getString("user_id")),
        codec.attributes(row.getString("profile")),
        Instants.readOptional(row, "latest"));
  }
}
