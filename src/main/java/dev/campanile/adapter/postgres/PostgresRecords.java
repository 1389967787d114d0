package dev.campanile.adapter.postgres;

import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.EventId;
import dev.campanile.campaign.UserId;
import dev.campanile.engine.state.Outcome;
import dev.campanile.engine.warehouse.Records;
import dev.campanile.engine.warehouse.Sighting;
import dev.campanile.engine.warehouse.StateCodec;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The warehouse's tables, read for people. Each answer is of one instant. Thread-safe. */
public final class PostgresRecords implements Records {

  private static final String RUNS =
      "SELECT * FROM participation WHERE user_id = ? ORDER BY entered_at DESC, id";

  private static final String MOVES =
      """
      SELECT * FROM transition WHERE user_id = ? AND kind IN ('MOVED', 'ENDED')
      ORDER BY partition, log_offset, at, participation, moves""";

  private static final String REASONS =
      """
      SELECT campaign, version, from_node, to_node, NULL AS reason,
        CASE kind WHEN 'MIGRATED' THEN campaign || '@' || former_version
          WHEN 'ENDED' THEN campaign || '@' || version || '/exit' ELSE rule END AS rule,
        CASE kind WHEN 'MIGRATED' THEN 'went on under version ' || version
          WHEN 'REACHED' THEN 'reached the goal' WHEN 'ENDED' THEN 'ended by the exit' ELSE '' END AS detail,
        at, cause_source, cause_id, why, partition, log_offset, coalesce(moves, 0) AS moves
      FROM transition WHERE user_id = ? AND campaign = ?
        AND (kind IN ('MOVED', 'MIGRATED', 'REACHED') OR kind = 'ENDED' AND status = 'EXITED')
      UNION ALL
      SELECT campaign, version, NULL, NULL, reason, rule, detail, at, cause_source, cause_id, why,
        partition, log_offset, 0
      FROM refusal WHERE user_id = ? AND campaign = ?
      ORDER BY partition DESC, log_offset DESC, at DESC, moves DESC LIMIT ?""";

  private static final String MOVES_AT =
      """
      SELECT * FROM transition WHERE user_id = ? AND partition = ? AND log_offset = ? AND kind IN ('MOVED', 'ENDED')
      ORDER BY at, participation, moves""";

  private static final String REFUSALS_AT =
      "SELECT * FROM refusal WHERE user_id = ? AND partition = ? AND log_offset = ? ORDER BY campaign";

  private static final String ORDERS_AT =
      "SELECT * FROM orders WHERE partition = ? AND log_offset = ? ORDER BY key";

  private static final String BY_EVENT =
      """
      SELECT * FROM seen WHERE key = ? AND user_id = ? AND source = ? AND event_id = ?
      ORDER BY partition, log_offset""";

  private static final String BY_PLACE =
      "SELECT * FROM seen WHERE partition = ? AND log_offset = ?";

  private final DataSource dataSource;
  private final StateCodec codec;

  public PostgresRecords(DataSource dataSource, StateCodec codec) {
    this.dataSource = dataSource;
    this.codec = codec;
  }

  @Override
  public List<Run> runs(UserId user) {
    return snapshot(connection -> Sql.query(connection, RUNS, RecordRows::run, user.text()));
  }

  @Override
  public List<Move> moves(UserId user) {
    return snapshot(connection -> Sql.query(connection, MOVES, RecordRows::move, user.text()));
  }

  @Override
  public List<Reasoned> reasons(UserId user, CampaignId campaign, int most) {
    String id = user.text();
    String of = campaign.text();
    return snapshot(
        connection ->
            Sql.query(
                connection, REASONS, row -> RecordRows.reasoned(row, codec), id, of, id, of, most));
  }

  @Override
  public List<Deed> deeds(UserId user, EventId id) {
    long key = EventKey.of(user, id);
    return snapshot(
        connection ->
            deeds(
                connection,
                Sql.query(
                    connection, BY_EVENT, Seen::read, key, user.text(), id.source(), id.id())));
  }

  @Override
  public Optional<Deed> deed(int partition, long offset) {
    return snapshot(
            connection ->
                deeds(connection, Sql.query(connection, BY_PLACE, Seen::read, partition, offset)))
        .stream()
        .findFirst();
  }

  @Override
  public Audit audit() {
    return snapshot(connection -> Sql.first(connection, RecordRows.AUDIT, RecordRows::audit))
        .orElseThrow();
  }

  private record Seen(Sighting sighting, int partition, Outcome outcome) {

    static Seen read(ResultSet row) throws SQLException {
      return new Seen(
          SeenRows.read(row), row.getInt("partition"), Outcome.valueOf(row.getString("outcome")));
    }
  }

  private static List<Deed> deeds(Connection connection, List<Seen> sightings) throws SQLException {
    List<Deed> deeds = new ArrayList<>();
    for (Seen seen : sightings) {
      deeds.add(deed(connection, seen));
    }
    return deeds;
  }

  private static Deed deed(Connection connection, Seen seen) throws SQLException {
    Sighting sighting = seen.sighting();
    String user = sighting.user().text();
    int partition = seen.partition();
    long offset = sighting.offset();
    return new Deed(
        sighting.user(),
        sighting.id(),
        sighting.time(),
        partition,
        offset,
        seen.outcome(),
        Sql.query(connection, MOVES_AT, RecordRows::move, user, partition, offset),
        Sql.query(connection, REFUSALS_AT, RecordRows::refusal, user, partition, offset),
        Sql.query(connection, ORDERS_AT, RecordRows::ordered, partition, offset));
  }

  private <T> T snapshot(Transactions.Work<T> work) {
    return Failures.translated(() -> Transactions.snapshot(dataSource, work));
  }
}
