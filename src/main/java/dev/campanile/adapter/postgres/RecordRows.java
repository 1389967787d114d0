package dev.campanile.adapter.postgres;

import dev.campanile.campaign.ActionId;
import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.EventId;
import dev.campanile.campaign.NodeId;
import dev.campanile.engine.state.Fact.Reason;
import dev.campanile.engine.state.OrderKey;
import dev.campanile.engine.state.Participation.Status;
import dev.campanile.engine.warehouse.Records.Audit;
import dev.campanile.engine.warehouse.Records.Move;
import dev.campanile.engine.warehouse.Records.Ordered;
import dev.campanile.engine.warehouse.Records.Reasoned;
import dev.campanile.engine.warehouse.Records.Refusal;
import dev.campanile.engine.warehouse.Records.Run;
import dev.campanile.engine.warehouse.StateCodec;
import dev.campanile.engine.warehouse.Tallied;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Rows of the warehouse as records. */
final class RecordRows {

  static final String AUDIT =
      """
      SELECT count(*) AS batches,
        count(*) FILTER (WHERE n_in <> n_applied + n_no_match + n_duplicate + n_late + n_illegal + n_dead) AS unbalanced,
        count(*) FILTER (WHERE batch_seq <> former_seq + 1 OR from_offset <> former_offset) AS gaps,
        coalesce(sum(n_in), 0) AS n_in, coalesce(sum(n_applied), 0) AS n_applied,
        coalesce(sum(n_no_match), 0) AS n_no_match, coalesce(sum(n_duplicate), 0) AS n_duplicate,
        coalesce(sum(n_late), 0) AS n_late, coalesce(sum(n_illegal), 0) AS n_illegal,
        coalesce(sum(n_dead), 0) AS n_dead, coalesce(sum(n_signals), 0) AS n_signals,
        coalesce(sum(n_moves), 0) AS n_moves, coalesce(sum(n_orders), 0) AS n_orders
      FROM (
        SELECT *, lag(batch_seq, 1, 0::bigint) OVER log AS former_seq, lag(to_offset, 1, 0::bigint) OVER log AS former_offset
        FROM ledger WINDOW log AS (PARTITION BY partition ORDER BY batch_seq)
      ) AS batch""";

  private RecordRows() {}

  static Audit audit(ResultSet row) throws SQLException {
    return new Audit(
        row.getLong("batches"), row.getLong("unbalanced"), row.getLong("gaps"), tallied(row));
  }

  static Run run(ResultSet row) throws SQLException {
    return new Run(
        row.getString("id"),
        campaign(row),
        Optional.ofNullable(row.getString("key_value")),
        new NodeId(row.getString("node")),
        Status.valueOf(row.getString("status")),
        Instants.read(row, "entered_at"),
        Instants.read(row, "since"),
        Instants.readOptional(row, "ended_at"),
        row.getInt("moves"),
        Instants.readOptional(row, "wake_at"));
  }

  static Move move(ResultSet row) throws SQLException {
    return new Move(
        campaign(row),
        row.getString("participation"),
        Optional.ofNullable(row.getString("rule")),
        Optional.ofNullable(row.getString("from_node")).map(NodeId::new),
        Optional.ofNullable(row.getString("to_node")).map(NodeId::new),
        Optional.ofNullable(row.getString("status")).map(Status::valueOf),
        Instants.read(row, "at"),
        cause(row));
  }

  static Refusal refusal(ResultSet row) throws SQLException {
    return new Refusal(
        campaign(row),
        row.getString("rule"),
        Reason.valueOf(row.getString("reason")),
        row.getString("detail"),
        Instants.read(row, "at"));
  }

  static Reasoned reasoned(ResultSet row, StateCodec codec) throws SQLException {
    return new Reasoned(
        campaign(row),
        row.getString("rule"),
        Optional.ofNullable(row.getString("from_node")).map(NodeId::new),
        Optional.ofNullable(row.getString("to_node")).map(NodeId::new),
        Optional.ofNullable(row.getString("reason")).map(Reason::valueOf),
        row.getString("detail"),
        Instants.read(row, "at"),
        cause(row),
        Optional.ofNullable(row.getString("why")).map(codec::explanation));
  }

  static Ordered ordered(ResultSet row) throws SQLException {
    return new Ordered(
        OrderKey.parse(row.getString("key")),
        campaign(row),
        new NodeId(row.getString("node")),
        new ActionId(row.getString("action")),
        row.getString("kind"),
        Instants.read(row, "ordered_at"),
        row.getString("status"));
  }

  private static Tallied tallied(ResultSet row) throws SQLException {
    return new Tallied(
        row.getLong("n_in"),
        row.getLong("n_applied"),
        row.getLong("n_no_match"),
        row.getLong("n_duplicate"),
        row.getLong("n_late"),
        row.getLong("n_illegal"),
        row.getLong("n_dead"),
        row.getLong("n_signals"),
        row.getLong("n_moves"),
        row.getLong("n_orders"));
  }

  private static CampaignKey campaign(ResultSet row) throws SQLException {
    return new CampaignKey(new CampaignId(row.getString("campaign")), row.getInt("version"));
  }

  private static Optional<EventId> cause(ResultSet row) throws SQLException {
    String id = row.getString("cause_id");
    return id == null
        ? Optional.empty()
        : Optional.of(new EventId(row.getString("cause_source"), id));
  }
}
