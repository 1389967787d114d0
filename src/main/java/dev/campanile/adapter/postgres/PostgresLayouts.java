package dev.campanile.adapter.postgres;

import static dev.campanile.adapter.postgres.Column.text;

import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.NodeId;
import dev.campanile.draft.Layouts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Layouts in PostgreSQL, a row a node. Thread-safe. */
public final class PostgresLayouts implements Layouts {

  private static final String FIND = "SELECT node, x, y FROM layout WHERE campaign = ?";
  private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtext('layout ' || ?))";
  private static final String FORGET = "DELETE FROM layout WHERE campaign = ?";

  private static final String ADD =
      """
      INSERT INTO layout (campaign, node, x, y)
      SELECT ?, p.node, p.x::double precision, p.y::double precision
      FROM unnest(?::text[], ?::text[], ?::text[]) AS p (node, x, y)""";

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
    Map<NodeId, Point> nodes = new HashMap<>();
    Failures.translated(
        () ->
            Transactions.run(
                dataSource,
                open -> {
                  Sql.each(
                      open,
                      FIND,
                      row ->
                          nodes.put(
                              new NodeId(row.getString("node")),
                              new Point(row.getDouble("x"), row.getDouble("y"))),
                      campaign.text());
                  return nodes;
                }));
    return Map.copyOf(nodes);
  }

  @Override
  public void keep(CampaignId campaign, Map<NodeId, Point> nodes) {
    Failures.translated(
        () ->
            Transactions.run(
                dataSource,
                open -> {
                  // Of two who move nodes at once, the later one's picture stays as a whole.
                  Sql.query(open, LOCK, row -> row, campaign.text());
                  Sql.update(open, FORGET, campaign.text());
                  return Sql.updateAll(open, ADD, nodes.entrySet(), PLACED, campaign.text());
                }));
  }
}
