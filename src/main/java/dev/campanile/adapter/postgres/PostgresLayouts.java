package dev.campanile.adapter.postgres;

import static dev.campanile.adapter.postgres.Column.text;

import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.NodeId;
import dev.campanile.draft.Layouts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Layouts in PostgreSQL, a row a node. Thread-safe. */
public final class PostgresLayouts implements Layouts {

  private static final String FIND = "SELECT node, x, y FROM layout WHERE campaign = ?";
  private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtext('layout ' || ?))";

  private static final String MOVE =
      """
      INSERT INTO layout (campaign, node, x, y, moved_at)
      SELECT ?, p.node, p.x::double precision, p.y::double precision, clock_timestamp()
      FROM unnest(?::text[], ?::text[], ?::text[]) AS p (node, x, y)
      ON CONFLICT (campaign, node) DO UPDATE SET x = excluded.x, y = excluded.y, moved_at = excluded.moved_at""";

  private static final String FORGET =
      """
      DELETE FROM layout WHERE campaign = ? AND node IN (
        SELECT node FROM layout WHERE campaign = ? ORDER BY moved_at DESC, node OFFSET ?)""";

  private static final List<Column<Map.Entry<NodeId, Point>>> PLACED =
      List.of(
          text(one -> one.getKey().text()),
          text(one -> Double.toString(one.getValue().x())),
          text(one -> Double.toString(one.getValue().y())));

  private final DataSource dataSource;

  public PostgresLayouts(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public Map<NodeId, Point> of(CampaignId campaign) {
    return Failures.translated(() -> Transactions.run(dataSource, open -> found(open, campaign)));
  }

  private static Map<NodeId, Point> found(Connection open, CampaignId campaign)
      throws SQLException {
    Map<NodeId, Point> nodes = new HashMap<>();
    Sql.each(
        open,
        FIND,
        row ->
            nodes.put(
                new NodeId(row.getString("node")),
                new Point(row.getDouble("x"), row.getDouble("y"))),
        campaign.text());
    return Map.copyOf(nodes);
  }

  @Override
  public Map<NodeId, Point> move(CampaignId campaign, Map<NodeId, Point> nodes, int most) {
    return Failures.translated(
        () ->
            Transactions.run(
                dataSource,
                open -> {
                  // Two who move the same nodes at once do so one after the other.
                  Sql.query(open, LOCK, row -> row, campaign.text());
                  Map<NodeId, Point> before = new HashMap<>(found(open, campaign));
                  before.keySet().retainAll(nodes.keySet());
                  Sql.updateAll(open, MOVE, nodes.entrySet(), PLACED, campaign.text());
                  Sql.update(open, FORGET, campaign.text(), campaign.text(), most);
                  return Map.copyOf(before);
                }));
  }
}
