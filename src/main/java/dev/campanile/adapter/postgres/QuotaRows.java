package dev.campanile.adapter.postgres;

import dev.campanile.campaign.CampaignId;
import dev.campanile.engine.warehouse.Recalled;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Shares of limits of all. A lease locks the campaign's row, then the partitions' rows; a batch
 * locks its partition's rows alone, those of several campaigns in order: nobody waits in a circle.
 */
final class QuotaRows {

  /** Permits of another total are none: the first lease under the new one recalls them. */
  private static final String HELD =
      """
      SELECT l.campaign, l.permits FROM quota_lease l JOIN quota q ON q.campaign = l.campaign
      JOIN unnest(?::text[], ?::bigint[]) AS x (campaign, total)
        ON x.campaign = l.campaign AND x.total = q.total
      WHERE l.partition = ? ORDER BY l.campaign FOR UPDATE OF l""";

  private static final String SPEND =
      """
      UPDATE quota_lease SET permits = permits - ?
      WHERE campaign = ? AND partition = ? AND permits >= ?""";

  /** Batches share it, so that nobody enters uncounted while those inside are counted. */
  private static final String SHARE =
      """
      SELECT pg_advisory_xact_lock_shared(hashtextextended('quota/' || campaign, 0))
      FROM unnest(?::text[]) AS x (campaign)""";

  private static final String EXCLUDE =
      "SELECT pg_advisory_xact_lock(hashtextextended('quota/' || ?, 0))";

  private static final String COUNT =
      "UPDATE quota SET spent_or_leased = spent_or_leased + ? WHERE campaign = ?";

  private static final String BEGIN =
      """
      INSERT INTO quota (campaign, total, spent_or_leased)
      SELECT ?, ?, count(*) FROM participation WHERE campaign = ?
      ON CONFLICT DO NOTHING""";

  private static final String LOCK =
      """
      SELECT total, spent_or_leased, (SELECT greatest(1, count(*)) FROM partition_owner) AS partitions
      FROM quota WHERE campaign = ? FOR UPDATE""";

  private static final String SET =
      "UPDATE quota SET total = ?, spent_or_leased = ? WHERE campaign = ?";

  private static final String LEASES =
      """
      SELECT partition, permits FROM quota_lease
      WHERE campaign = ? AND partition <> ? AND permits > 0 ORDER BY partition FOR UPDATE""";

  private static final String TAKE =
      "UPDATE quota_lease SET permits = permits - ? WHERE campaign = ? AND partition = ?";

  private static final String GIVE =
      """
      INSERT INTO quota_lease AS l (campaign, partition, permits) VALUES (?, ?, ?)
      ON CONFLICT (campaign, partition) DO UPDATE SET permits = l.permits + excluded.permits""";

  private static final String SPENT =
      """
      SELECT coalesce(
        (SELECT q.spent_or_leased - (SELECT coalesce(sum(permits), 0) FROM quota_lease WHERE campaign = q.campaign)
        FROM quota q WHERE q.campaign = ?),
        (SELECT count(*) FROM participation WHERE campaign = ?)) AS spent""";

  private static final long MOST = 1_000;

  private record Quota(long total, long spentOrLeased, long partitions) {}

  private record Lease(int partition, long permits) {}

  private QuotaRows() {}

  static Map<CampaignId, Long> held(
      Connection connection, int partition, Map<CampaignId, Integer> totals) throws SQLException {
    var asked = new TreeMap<>(totals).entrySet();
    Map<CampaignId, Long> held = new HashMap<>();
    totals.keySet().forEach(campaign -> held.put(campaign, 0L));
    Sql.query(
            connection,
            HELD,
            row -> Map.entry(new CampaignId(row.getString("campaign")), row.getLong("permits")),
            Column.<Entry<CampaignId, Integer>>text(e -> e.getKey().text()).of(connection, asked),
            Column.<Entry<CampaignId, Integer>>number(e -> e.getValue().longValue())
                .of(connection, asked),
            partition)
        .forEach(lease -> held.put(lease.getKey(), lease.getValue()));
    return held;
  }

  static void spend(Connection connection, int partition, Map<CampaignId, Long> spent)
      throws SQLException {
    for (var one : new TreeMap<>(spent).entrySet()) {
      long count = one.getValue();
      String campaign = one.getKey().text();
      if (Sql.update(connection, SPEND, count, campaign, partition, count) == 0) {
        throw new Recalled(campaign);
      }
    }
  }

  /** Where a limit has ever been in force, entries count though there is none now. */
  static void count(Connection connection, Map<CampaignId, Long> entries) throws SQLException {
    if (entries.isEmpty()) {
      return;
    }
    var sorted = new TreeMap<>(entries).entrySet();
    Sql.query(
        connection,
        SHARE,
        row -> true,
        Column.<Entry<CampaignId, Long>>text(e -> e.getKey().text()).of(connection, sorted));
    for (var one : sorted) {
      Sql.update(connection, COUNT, one.getValue(), one.getKey().text());
    }
  }

  static boolean lease(Connection connection, int partition, CampaignId campaign, long total)
      throws SQLException {
    String id = campaign.text();
    Quota quota = begun(connection, id, total);
    if (quota.total() != total) {
      long recalled = recall(connection, id, -1, true);
      quota = new Quota(total, quota.spentOrLeased() - recalled, quota.partitions());
      Sql.update(connection, SET, total, quota.spentOrLeased(), id);
    }
    long free = total - quota.spentOrLeased();
    long share = Math.clamp(free / (4 * quota.partitions()), 1, MOST);
    long given = free > 0 ? share : recall(connection, id, partition, false);
    if (free > 0) {
      Sql.update(connection, SET, total, quota.spentOrLeased() + given, id);
    }
    if (given > 0) {
      Sql.update(connection, GIVE, id, partition, given);
    }
    return given > 0;
  }

  static long left(Connection connection, CampaignId campaign, long total) throws SQLException {
    String id = campaign.text();
    long spent = Sql.first(connection, SPENT, row -> row.getLong("spent"), id, id).orElseThrow();
    return Math.max(0, total - spent);
  }

  /** Those inside are counted once, for there may be millions of them. */
  private static Quota begun(Connection connection, String campaign, long total)
      throws SQLException {
    Optional<Quota> known = locked(connection, campaign);
    if (known.isPresent()) {
      return known.get();
    }
    Sql.query(connection, EXCLUDE, row -> true, campaign);
    Sql.update(connection, BEGIN, campaign, total, campaign);
    return locked(connection, campaign).orElseThrow();
  }

  private static Optional<Quota> locked(Connection connection, String campaign)
      throws SQLException {
    return Sql.first(
        connection,
        LOCK,
        row ->
            new Quota(
                row.getLong("total"), row.getLong("spent_or_leased"), row.getLong("partitions")),
        campaign);
  }

  /** Takes back all that partitions hold, or of each the half, so that it is not fought for. */
  private static long recall(Connection connection, String campaign, int but, boolean all)
      throws SQLException {
    long recalled = 0;
    List<Lease> leases =
        Sql.query(
            connection,
            LEASES,
            row -> new Lease(row.getInt("partition"), row.getLong("permits")),
            campaign,
            but);
    for (Lease lease : leases) {
      long taken = all ? lease.permits() : (lease.permits() + 1) / 2;
      Sql.update(connection, TAKE, taken, campaign, lease.partition());
      recalled += taken;
    }
    return recalled;
  }
}
