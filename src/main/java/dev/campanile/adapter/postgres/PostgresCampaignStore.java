package dev.campanile.adapter.postgres;

import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.engine.state.Pause;
import dev.campanile.engine.state.RuleBook.Status;
import dev.campanile.engine.warehouse.CampaignStore;
import dev.campanile.engine.warehouse.Witness;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * Campaigns in PostgreSQL. Changes come one after the other, because each locks the revision first.
 * Thread-safe.
 */
public final class PostgresCampaignStore implements CampaignStore {

  private static final String REVISION = "SELECT revision FROM campaign_revision";
  static final String LOCK = REVISION + " FOR UPDATE";
  static final String REVISE = "UPDATE campaign_revision SET revision = revision + 1";

  private static final String LISTINGS =
      """
      SELECT c.id, c.version, c.status, c.changed_at,
        ARRAY(SELECT from_at FROM campaign_pause p WHERE p.campaign = c.id AND to_at IS NOT NULL ORDER BY from_at) AS rested,
        ARRAY(SELECT to_at FROM campaign_pause p WHERE p.campaign = c.id AND to_at IS NOT NULL ORDER BY from_at) AS resumed
      FROM campaign c ORDER BY c.id""";

  private static final String REST =
      """
      INSERT INTO campaign_pause (campaign, from_at)
      SELECT id, ?::timestamptz FROM campaign WHERE id = ? AND status = 'RUNNING'
      ON CONFLICT (campaign, from_at) DO UPDATE SET to_at = NULL""";

  private static final String GO_ON =
      "UPDATE campaign_pause SET to_at = greatest(from_at, ?::timestamptz) WHERE campaign = ? AND to_at IS NULL";

  private static final String VERSION =
      """
      SELECT v.*, EXISTS (
        SELECT FROM participation p WHERE p.campaign = v.campaign AND p.version = v.version AND p.live
      ) AS in_use FROM campaign_version v""";

  private static final String ONE_VERSION = VERSION + " WHERE v.campaign = ? AND v.version = ?";

  private static final String ALL_VERSIONS =
      VERSION + " WHERE v.campaign = ? ORDER BY v.version DESC";

  private static final String SHELVED =
      "SELECT v.* FROM ("
          + VERSION
          + """
          ) AS v JOIN campaign c ON c.id = v.campaign
          WHERE v.in_use OR v.version = c.version
          ORDER BY v.campaign, v.version""";

  private static final String OPEN =
      """
      SELECT v.version, v.hash, c.status
      FROM campaign c JOIN campaign_version v ON v.campaign = c.id AND v.version = c.version
      WHERE c.id = ?""";

  private static final String ADD =
      """
      INSERT INTO campaign_version (campaign, version, yaml, files, file_hashes, hash, published_at)
      SELECT ?, coalesce(max(version), 0) + 1, ?, ?, ?, ?, ?::timestamptz FROM campaign_version WHERE campaign = ?
      RETURNING version""";

  // An ended campaign of which a new version is published runs again; a paused one stays paused.
  private static final String OPEN_VERSION =
      """
      INSERT INTO campaign AS c (id, version, status, changed_at) VALUES (?, ?, 'RUNNING', ?::timestamptz)
      ON CONFLICT (id) DO UPDATE SET version = excluded.version, changed_at = excluded.changed_at,
        status = CASE c.status WHEN 'ENDED' THEN 'RUNNING' ELSE c.status END""";

  private static final String SET_STATUS =
      "UPDATE campaign SET status = ?, changed_at = ?::timestamptz WHERE id = ?";

  private static final Column<Map.Entry<String, String>> NAMES = Column.text(Map.Entry::getKey);
  private static final Column<Map.Entry<String, String>> HASHES = Column.text(Map.Entry::getValue);

  /** What is open of a campaign. */
  private record Open(int version, String hash, Status status) {}

  private final DataSource dataSource;

  public PostgresCampaignStore(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public long revision() {
    return Failures.translated(() -> Transactions.run(dataSource, PostgresCampaignStore::revision));
  }

  @Override
  public Shelf shelf() {
    return Failures.translated(
        () ->
            Transactions.snapshot(
                dataSource,
                connection ->
                    new Shelf(
                        revision(connection),
                        Sql.query(connection, LISTINGS, PostgresCampaignStore::listing),
                        Sql.query(connection, SHELVED, PostgresCampaignStore::version))));
  }

  @Override
  public Optional<Version> version(CampaignKey key) {
    return Failures.translated(
        () ->
            Transactions.run(
                dataSource,
                connection ->
                    Sql.first(
                        connection,
                        ONE_VERSION,
                        PostgresCampaignStore::version,
                        key.id().text(),
                        key.version())));
  }

  @Override
  public List<Version> versions(CampaignId id) {
    return Failures.translated(
        () ->
            Transactions.run(
                dataSource,
                connection ->
                    Sql.query(
                        connection, ALL_VERSIONS, PostgresCampaignStore::version, id.text())));
  }

  @Override
  public CampaignKey publish(
      CampaignId id,
      String yaml,
      Map<String, String> files,
      String hash,
      Instant now,
      Witness<CampaignKey> witness) {
    return Failures.translated(
        () ->
            Transactions.wholly(
                dataSource,
                connection -> {
                  Optional<Open> before = open(connection, id);
                  Optional<Open> same = before.filter(open -> open.hash().equals(hash));
                  var after =
                      new CampaignKey(
                          id,
                          same.isPresent()
                              ? same.get().version()
                              : add(connection, id, yaml, files, hash, now));
                  witness.saw(before.map(open -> new CampaignKey(id, open.version())), after);
                  return after;
                }));
  }

  @Override
  public boolean status(CampaignId id, Status status, Instant now, Witness<Status> witness) {
    return Failures.translated(
        () ->
            Transactions.wholly(
                dataSource,
                connection -> {
                  Optional<Status> before = open(connection, id).map(Open::status);
                  if (before.isPresent()) {
                    set(connection, id, status, now);
                    witness.saw(before, status);
                  }
                  return before.isPresent();
                }));
  }

  /** The open version of a campaign; whoever else would change one waits. */
  private static Optional<Open> open(Connection connection, CampaignId id) throws SQLException {
    Sql.query(connection, LOCK, row -> row);
    return Sql.first(
        connection,
        OPEN,
        row ->
            new Open(
                row.getInt("version"),
                row.getString("hash"),
                Status.valueOf(row.getString("status"))),
        id.text());
  }

  private static void set(Connection connection, CampaignId id, Status status, Instant now)
      throws SQLException {
    String at = Instants.floor(now);
    Sql.update(connection, status == Status.PAUSED ? REST : GO_ON, at, id.text());
    Sql.update(connection, SET_STATUS, status.name(), at, id.text());
    Sql.update(connection, REVISE);
  }

  private static int add(
      Connection connection,
      CampaignId id,
      String yaml,
      Map<String, String> files,
      String hash,
      Instant now)
      throws SQLException {
    String at = Instants.floor(now);
    int version =
        Sql.first(
                connection,
                ADD,
                row -> row.getInt("version"),
                id.text(),
                yaml,
                NAMES.of(connection, files.entrySet()),
                HASHES.of(connection, files.entrySet()),
                hash,
                at,
                id.text())
            .orElseThrow();
    Sql.update(connection, OPEN_VERSION, id.text(), version, at);
    Sql.update(connection, REVISE);
    return version;
  }

  private static long revision(Connection connection) throws SQLException {
    return Sql.first(connection, REVISION, row -> row.getLong("revision")).orElseThrow();
  }

  private static Listing listing(ResultSet row) throws SQLException {
    return new Listing(
        new CampaignId(row.getString("id")),
        row.getInt("version"),
        Status.valueOf(row.getString("status")),
        Instants.read(row, "changed_at"),
        pauses(row));
  }

  private static List<Pause> pauses(ResultSet row) throws SQLException {
    var from = (Timestamp[]) row.getArray("rested").getArray();
    var to = (Timestamp[]) row.getArray("resumed").getArray();
    List<Pause> pauses = new ArrayList<>();
    for (int i = 0; i < from.length; i++) {
      pauses.add(new Pause(from[i].toInstant(), to[i].toInstant()));
    }
    return pauses;
  }

  private static Version version(ResultSet row) throws SQLException {
    return new Version(
        new CampaignKey(new CampaignId(row.getString("campaign")), row.getInt("version")),
        row.getString("yaml"),
        files(row),
        row.getString("hash"),
        Instants.read(row, "published_at"),
        row.getBoolean("in_use"));
  }

  private static Map<String, String> files(ResultSet row) throws SQLException {
    var names = (String[]) row.getArray("files").getArray();
    var hashes = (String[]) row.getArray("file_hashes").getArray();
    Map<String, String> files = new TreeMap<>();
    for (int i = 0; i < names.length; i++) {
      files.put(names[i], hashes[i]);
    }
    return files;
  }
}
