package dev.campanile.adapter.postgres;

import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.NodeId;
import dev.campanile.campaign.UserId;
import dev.campanile.engine.warehouse.Crowds;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Who is where inside campaigns, by the warehouse's own tables. Thread-safe. */
public final class PostgresCrowds implements Crowds {

  private static final String CROWDS =
      """
      SELECT version, node, count(*) AS participations, count(DISTINCT user_id) AS users FROM participation
      WHERE live AND status = 'ACTIVE' AND campaign = ?
      GROUP BY version, node ORDER BY version, node""";

  private static final String SIZES =
      """
      SELECT campaign, count(*) AS participations FROM participation
      WHERE live AND status = 'ACTIVE' GROUP BY campaign""";

  private static final String SPOTS =
      """
      SELECT DISTINCT version, node FROM participation WHERE live AND status = 'ACTIVE' AND campaign = ?
      ORDER BY version, node""";

  private static final String THERE =
      """
      SELECT DISTINCT user_id FROM participation
      WHERE live AND status = 'ACTIVE' AND campaign = ? AND version = ? AND node = ?""";

  private static final String NEXT = THERE + " AND user_id > ? ORDER BY user_id LIMIT ?";

  private static final String SAMPLE =
      "SELECT user_id FROM (" + THERE + ") AS there ORDER BY md5(user_id), user_id LIMIT ?";

  private final DataSource dataSource;

  public PostgresCrowds(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public List<Crowd> of(CampaignId campaign) {
    return query(CROWDS, row -> crowd(campaign, row), campaign.text());
  }

  @Override
  public Map<CampaignId, Long> sizes() {
    return query(
            SIZES,
            row ->
                Map.entry(new CampaignId(row.getString("campaign")), row.getLong("participations")))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Override
  public List<Spot> spots(CampaignId campaign) {
    return query(SPOTS, row -> spot(campaign, row), campaign.text());
  }

  @Override
  public List<UserId> at(Spot spot, Optional<UserId> after, int most) {
    return query(
        NEXT,
        PostgresCrowds::user,
        spot.campaign().id().text(),
        spot.campaign().version(),
        spot.node().text(),
        after.map(UserId::text).orElse(""),
        most);
  }

  @Override
  public List<UserId> sample(Spot spot, int most) {
    return query(
        SAMPLE,
        PostgresCrowds::user,
        spot.campaign().id().text(),
        spot.campaign().version(),
        spot.node().text(),
        most);
  }

  private <T> List<T> query(String sql, Sql.Row<T> read, Object... parameters) {
    return Failures.translated(
        () ->
            Transactions.run(
                dataSource, connection -> Sql.query(connection, sql, read, parameters)));
  }

  private static UserId user(ResultSet row) throws SQLException {
    return new UserId(row.getString("user_id"));
  }

  private static Crowd crowd(CampaignId campaign, ResultSet row) throws SQLException {
    return new Crowd(spot(campaign, row), row.getLong("participations"), row.getLong("users"));
  }

  private static Spot spot(CampaignId campaign, ResultSet row) throws SQLException {
    var version = new CampaignKey(campaign, row.getInt("version"));
    return new Spot(version, new NodeId(row.getString("node")));
  }
}
