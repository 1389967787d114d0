package dev.campanile.adapter.postgres;

import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.engine.monitor.Timelines;
import dev.campanile.engine.warehouse.StateCodec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** What happened to users, out of the warehouse's tables. Thread-safe. */
public final class PostgresTimelines implements Timelines {

  private final DataSource dataSource;
  private final StateCodec codec;

  public PostgresTimelines(DataSource dataSource, StateCodec codec) {
    this.dataSource = dataSource;
    this.codec = codec;
  }

  @Override
  public List<Moment> moments(Question question) {
    if (question.kinds().isEmpty()) {
      return List.of();
    }
    TimelineRows rows = TimelineRows.of(question);
    return Failures.translated(
        () ->
            Transactions.run(
                dataSource,
                connection -> Sql.query(connection, rows.sql(), this::moment, rows.parameters())));
  }

  private Moment moment(ResultSet row) throws SQLException {
    return new Moment(
        row.getLong("log_offset"),
        Instants.read(row, "at"),
        row.getString("what"),
        campaign(row),
        text(row, "participation"),
        text(row, "rule"),
        row.getString("name"),
        text(row, "from_node"),
        text(row, "to_node"),
        row.getString("detail"),
        text(row, "cause_id"),
        delivered(row),
        codec.attributes(row.getString("given")));
  }

  private static Optional<CampaignKey> campaign(ResultSet row) throws SQLException {
    String id = row.getString("campaign");
    return id == null
        ? Optional.empty()
        : Optional.of(new CampaignKey(new CampaignId(id), row.getInt("version")));
  }

  private static Optional<Delivered> delivered(ResultSet row) throws SQLException {
    String key = row.getString("key");
    return key == null
        ? Optional.empty()
        : Optional.of(
            new Delivered(
                key,
                row.getString("status"),
                row.getInt("attempts"),
                text(row, "reason"),
                Instants.readOptional(row, "held_until"),
                text(row, "withheld"),
                Instants.readOptional(row, "settled_at")));
  }

  private static Optional<String> text(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column));
  }
}
