package dev.campanile.adapter.postgres;

import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.UserId;
import dev.campanile.engine.warehouse.Insiders;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Who is inside a campaign, by the warehouse's own tables. Thread-safe. */
public final class PostgresInsiders implements Insiders {

  private static final String INSIDE =
      """
      SELECT DISTINCT user_id FROM participation
      WHERE live AND status = 'ACTIVE' AND campaign = ? AND user_id > ?
      ORDER BY user_id LIMIT ?""";

  private final DataSource dataSource;

  public PostgresInsiders(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public List<UserId> of(CampaignId campaign, Optional<UserId> after, int most) {
    String from = after.map(UserId::text).orElse("");
    return Failures.translated(
        () ->
            Transactions.run(
                dataSource,
                connection ->
                    Sql.query(
                        connection,
                        INSIDE,
                        row -> new UserId(row.getString("user_id")),
                        campaign.text(),
                        from,
                        most)));
  }
}
