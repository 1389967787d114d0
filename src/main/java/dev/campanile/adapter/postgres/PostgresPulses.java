package dev.campanile.adapter.postgres;

import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.NodeId;
import dev.campanile.engine.monitor.Pulses;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** What goes on in campaigns, by one query over sums and over those who are inside. Thread-safe. */
public final class PostgresPulses implements Pulses {

  private static final String PULSE =
      """
      SELECT 'WAITING' AS what, version, '' AS name, node, count(*) AS total, 0 AS last_minute FROM participation
      WHERE live AND status = 'ACTIVE' AND campaign = ? GROUP BY version, node
      UNION ALL
      SELECT kind, version, name, node, sum(total), round(sum(CASE minute
          WHEN this THEN in_minute + minute_before * rest
          WHEN this - interval '1 minute' THEN in_minute * rest ELSE 0 END))
      FROM campaign_flow, (SELECT date_trunc('minute', now()) AS this,
        1 - extract(epoch FROM now() - date_trunc('minute', now())) / 60 AS rest) AS present
      WHERE campaign = ? GROUP BY kind, version, name, node
      UNION ALL
      SELECT 'ORDERS', 0, status, '', count(*), 0 FROM orders
      WHERE campaign = ? AND status IN ('UNKNOWN', 'PARKED', 'FAILED') GROUP BY status
      UNION ALL
      SELECT 'DEAD', 0, '', '', count(*), 0 FROM dead_event WHERE status = 'OPEN'""";

  private static final String SINCE =
      """
      SELECT kind AS what, version, CASE kind WHEN 'ENDED' THEN status ELSE split_part(rule, '/', 2) END AS name,
        CASE kind WHEN 'MOVED' THEN to_node ELSE from_node END AS node, count(*) AS total, 0 AS last_minute
      FROM transition WHERE campaign = ? AND at >= ?::timestamptz AND kind IN ('MOVED', 'ENDED', 'REACHED')
      GROUP BY 1, 2, 3, 4
      UNION ALL
      SELECT 'REFUSED', version, reason, '', count(*), 0
      FROM refusal WHERE campaign = ? AND at >= ?::timestamptz GROUP BY 2, 3""";

  private final DataSource dataSource;

  public PostgresPulses(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public Pulse of(CampaignId campaign) {
    String id = campaign.text();
    List<Row> rows =
        Failures.translated(
            () ->
                Transactions.run(
                    dataSource, connection -> Sql.query(connection, PULSE, Row::read, id, id, id)));
    return pulse(rows);
  }

  @Override
  public List<Flow> since(CampaignId campaign, Instant since) {
    String id = campaign.text();
    String from = Instants.floor(since);
    return Failures.translated(
            () ->
                Transactions.run(
                    dataSource,
                    connection -> Sql.query(connection, SINCE, Row::read, id, from, id, from)))
        .stream()
        .map(Row::flow)
        .toList();
  }

  private record Row(
      String what, int version, String name, String node, long total, long lastMinute) {

    static Row read(ResultSet row) throws SQLException {
      return new Row(
          row.getString("what"),
          row.getInt("version"),
          row.getString("name"),
          row.getString("node"),
          row.getLong("total"),
          row.getLong("last_minute"));
    }

    Flow flow() {
      return new Flow(version, Kind.valueOf(what), name, node, total, lastMinute);
    }
  }

  private static Pulse pulse(List<Row> rows) {
    List<Waiting> waiting = new ArrayList<>();
    List<Flow> flows = new ArrayList<>();
    Map<String, Long> errors = new HashMap<>();
    for (Row row : rows) {
      switch (row.what()) {
        case "WAITING" ->
            waiting.add(new Waiting(row.version(), new NodeId(row.node()), row.total()));
        case "ORDERS" -> errors.put(row.name(), row.total());
        case "DEAD" -> errors.put("DEAD", row.total());
        default -> flows.add(row.flow());
      }
    }
    return new Pulse(
        waiting,
        flows,
        new Errors(
            errors.getOrDefault("DEAD", 0L),
            errors.getOrDefault("PARKED", 0L),
            errors.getOrDefault("FAILED", 0L),
            errors.getOrDefault("UNKNOWN", 0L)));
  }
}
