package dev.campanile.adapter.postgres;

import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.UserId;
import dev.campanile.engine.warehouse.KnownUsers;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Everybody, by the warehouse's own tables. Thread-safe. */
public final class PostgresKnownUsers implements KnownUsers {

  private static final String COUNT = "SELECT count(*) AS users FROM user_state";

  private static final String ALL =
      "SELECT user_id FROM user_state WHERE user_id > ? ORDER BY user_id LIMIT ?";

  private static final String STRANGERS =
      """
      SELECT u.user_id FROM user_state u
      WHERE u.user_id > ? AND NOT EXISTS (
        SELECT FROM participation p WHERE p.user_id = u.user_id AND p.campaign = ?)
      ORDER BY u.user_id LIMIT ?""";

  private final DataSource dataSource;

  public PostgresKnownUsers(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public long count() {
    return Failures.translated(
        () ->
            Transactions.run(
                dataSource,
                connection ->
                    Sql.first(connection, COUNT, row -> row.getLong("users")).orElseThrow()));
  }

  @Override
  public List<UserId> all(Optional<UserId> after, int most) {
    return users(ALL, after.map(UserId::text).orElse(""), most);
  }

  @Override
  public List<UserId> strangersTo(CampaignId campaign, Optional<UserId> after, int most) {
    return users(STRANGERS, after.map(UserId::text).orElse(""), campaign.text(), most);
  }

  private List<UserId> users(String query, Object... parameters) {
    return Failures.translated(
        () ->
            Transactions.run(
                dataSource,
                connection ->
                    Sql.query(
                        connection,
                        query,
                        row -> new UserId(row.getString("user_id")),
                        parameters)));
  }
}
