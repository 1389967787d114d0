package dev.campanile.adapter.postgres;

import static dev.campanile.adapter.postgres.Column.number;
import static dev.campanile.adapter.postgres.Column.text;

import dev.campanile.campaign.CampaignKey;
import dev.campanile.engine.monitor.Pulses.Kind;
import dev.campanile.engine.state.Fact;
import dev.campanile.engine.warehouse.Judged;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;

/** What goes on in campaigns, added to the sums of the batch's partition. */
final class FlowRows {

  private static final String ADD =
      """
      INSERT INTO campaign_flow AS f
        (partition, minute, campaign, version, kind, name, node, total, in_minute, minute_before)
      SELECT ?, date_trunc('minute', ?::timestamptz), x.campaign, x.version, x.kind, x.name, x.node, x.n, x.n, 0
      FROM unnest(?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::bigint[])
      AS x (campaign, version, kind, name, node, n)
      ON CONFLICT (campaign, version, kind, name, node, partition) DO UPDATE
      SET total = f.total + excluded.total,
        in_minute = excluded.in_minute + CASE WHEN f.minute = excluded.minute THEN f.in_minute ELSE 0 END,
        minute_before = CASE f.minute WHEN excluded.minute THEN f.minute_before
          WHEN excluded.minute - interval '1 minute' THEN f.in_minute ELSE 0 END,
        minute = excluded.minute""";

  private record Flow(CampaignKey campaign, Kind kind, String name, String node) {}

  private static final List<Column<Entry<Flow, Long>>> COLUMNS =
      List.of(
          text(row -> row.getKey().campaign().id().text()),
          number(row -> (long) row.getKey().campaign().version()),
          text(row -> row.getKey().kind().name()),
          text(row -> row.getKey().name()),
          text(row -> row.getKey().node()),
          number(Entry::getValue));

  private FlowRows() {}

  static void add(Connection connection, int partition, Instant now, List<Judged> judged)
      throws SQLException {
    Map<Flow, Long> flows = new HashMap<>();
    for (Judged one : judged) {
      for (Fact fact : one.step().facts()) {
        flow(fact).ifPresent(flow -> flows.merge(flow, 1L, Long::sum));
      }
    }
    Sql.updateAll(connection, ADD, flows.entrySet(), COLUMNS, partition, Instants.floor(now));
  }

  private static Optional<Flow> flow(Fact fact) {
    CampaignKey campaign = fact.campaign();
    return switch (fact) {
      case Fact.Moved moved ->
          Optional.of(new Flow(campaign, Kind.MOVED, edge(moved.rule()), moved.to().text()));
      case Fact.Reached reached ->
          Optional.of(
              new Flow(campaign, Kind.REACHED, edge(reached.rule()), reached.node().text()));
      case Fact.Ended ended ->
          Optional.of(new Flow(campaign, Kind.ENDED, ended.how().name(), ended.node().text()));
      case Fact.Refused refused ->
          Optional.of(new Flow(campaign, Kind.REFUSED, refused.reason().name(), ""));
      case Fact.Migrated migrated -> Optional.empty(); // no arrival
      case Fact.Skipped skipped -> Optional.empty();
    };
  }

  /** What stands behind the version in the name of a rule. */
  private static String edge(String rule) {
    return rule.substring(rule.lastIndexOf('/') + 1);
  }
}
