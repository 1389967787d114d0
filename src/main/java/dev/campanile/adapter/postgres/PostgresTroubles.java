package dev.campanile.adapter.postgres;

import dev.campanile.campaign.ActionId;
import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.NodeId;
import dev.campanile.campaign.UserId;
import dev.campanile.engine.monitor.Troubles;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Orders that are not performed, as the outbox has them. Thread-safe. */
public final class PostgresTroubles implements Troubles {

  private static final String ORDERS =
      """
      SELECT * FROM orders WHERE status IN (%s) AND (ordered_at, key) < (?::timestamptz, ?) %s
      ORDER BY ordered_at DESC, key DESC LIMIT ?""";

  private static final String OF_CAMPAIGN = "AND campaign = ?";

  private final DataSource dataSource;

  public PostgresTroubles(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public List<Trouble> orders(
      Set<Status> statuses, Optional<CampaignId> campaign, Optional<Place> before, int most) {
    return Failures.translated(
        () ->
            Transactions.run(
                dataSource, connection -> orders(connection, statuses, campaign, before, most)));
  }

  /** Statuses stand in the text: only so are the indexes of those that are not settled of use. */
  private static List<Trouble> orders(
      Connection connection,
      Set<Status> statuses,
      Optional<CampaignId> campaign,
      Optional<Place> before,
      int most)
      throws SQLException {
    String among =
        statuses.stream()
            .sorted()
            .map(status -> "'" + status.name() + "'")
            .collect(Collectors.joining(", "));
    List<Object> parameters = new ArrayList<>();
    parameters.add(before.map(Place::ordered).map(Instant::toString).orElse("infinity"));
    parameters.add(before.map(Place::key).orElse(""));
    campaign.map(CampaignId::text).ifPresent(parameters::add);
    parameters.add(most);
    return Sql.query(
        connection,
        ORDERS.formatted(among, campaign.isPresent() ? OF_CAMPAIGN : ""),
        PostgresTroubles::trouble,
        parameters.toArray());
  }

  private static Trouble trouble(ResultSet row) throws SQLException {
    return new Trouble(
        row.getString("key"),
        new UserId(row.getString("user_id")),
        new CampaignKey(new CampaignId(row.getString("campaign")), row.getInt("version")),
        new NodeId(row.getString("node")),
        new ActionId(row.getString("action")),
        row.getString("kind"),
        Status.valueOf(row.getString("status")),
        row.getInt("attempts"),
        Optional.ofNullable(row.getString("reason")),
        Optional.ofNullable(row.getString("waits_for")),
        Instants.read(row, "ordered_at"),
        Instants.read(row, "next_attempt"),
        Instants.readOptional(row, "settled_at"));
  }
}
