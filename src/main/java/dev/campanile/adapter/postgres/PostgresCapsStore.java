package dev.campanile.adapter.postgres;

import dev.campanile.engine.warehouse.CapsStore;
import dev.campanile.engine.warehouse.Witness;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Frequency caps in PostgreSQL; changes come one after the other. Thread-safe. */
public final class PostgresCapsStore implements CapsStore {

  private static final String VERSIONS = "SELECT * FROM caps_version ORDER BY version DESC";
  private static final String LATEST = VERSIONS + " LIMIT 1";

  private static final String ADD =
      """
      INSERT INTO caps_version (version, yaml, hash, published_at)
      SELECT coalesce(max(version), 0) + 1, ?, ?, ?::timestamptz FROM caps_version
      RETURNING *""";

  private final DataSource dataSource;

  public PostgresCapsStore(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public Optional<Version> latest() {
    return Failures.translated(() -> Transactions.run(dataSource, PostgresCapsStore::latest));
  }

  @Override
  public List<Version> versions() {
    return Failures.translated(
        () ->
            Transactions.run(
                dataSource, open -> Sql.query(open, VERSIONS, PostgresCapsStore::version)));
  }

  @Override
  public Version publish(String yaml, String hash, Instant now, Witness<Version> witness) {
    return Failures.translated(
        () ->
            Transactions.wholly(
                dataSource,
                open -> {
                  Sql.query(open, PostgresCampaignStore.LOCK, row -> row);
                  Optional<Version> before = latest(open);
                  Optional<Version> same = before.filter(one -> one.hash().equals(hash));
                  Version after = same.isPresent() ? same.get() : add(open, yaml, hash, now);
                  witness.saw(before, after);
                  return after;
                }));
  }

  private static Version add(Connection open, String yaml, String hash, Instant now)
      throws SQLException {
    Sql.update(open, PostgresCampaignStore.REVISE);
    return Sql.first(open, ADD, PostgresCapsStore::version, yaml, hash, Instants.floor(now))
        .orElseThrow();
  }

  private static Optional<Version> latest(Connection open) throws SQLException {
    return Sql.first(open, LATEST, PostgresCapsStore::version);
  }

  private static Version version(ResultSet row) throws SQLException {
    return new Version(
        row.getInt("version"),
        row.getString("yaml"),
        row.getString("hash"),
        Instants.read(row, "published_at"));
  }
}
