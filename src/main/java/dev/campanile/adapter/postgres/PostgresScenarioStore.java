package dev.campanile.adapter.postgres;

import dev.campanile.campaign.CampaignId;
import dev.campanile.engine.warehouse.ScenarioStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Scenario files in PostgreSQL. Thread-safe. */
public final class PostgresScenarioStore implements ScenarioStore {

  private static final String ALL = "SELECT * FROM scenario WHERE campaign = ? ORDER BY name";
  private static final String NAMED = "SELECT * FROM scenario WHERE campaign = ? AND name = ?";
  private static final String FORGET = "DELETE FROM scenario WHERE campaign = ? AND name = ?";

  // xmax is nothing in a row that no other has preceded.
  private static final String KEEP =
      """
      INSERT INTO scenario (campaign, name, content, changed_at) VALUES (?, ?, ?, ?::timestamptz)
      ON CONFLICT (campaign, name) DO UPDATE SET content = excluded.content, changed_at = excluded.changed_at
      RETURNING xmax = 0 AS created""";

  private final DataSource dataSource;

  public PostgresScenarioStore(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public List<Kept> of(CampaignId campaign) {
    return run(open -> Sql.query(open, ALL, PostgresScenarioStore::kept, campaign.text()));
  }

  @Override
  public Optional<Kept> named(CampaignId campaign, String name) {
    return run(open -> Sql.first(open, NAMED, PostgresScenarioStore::kept, campaign.text(), name));
  }

  @Override
  public boolean keep(CampaignId campaign, Kept file) {
    return run(
        open ->
            Sql.first(
                    open,
                    KEEP,
                    row -> row.getBoolean("created"),
                    campaign.text(),
                    file.name(),
                    file.text(),
                    Instants.floor(file.changedAt()))
                .orElseThrow());
  }

  @Override
  public boolean forget(CampaignId campaign, String name) {
    return run(open -> Sql.update(open, FORGET, campaign.text(), name)) == 1;
  }

  private <T> T run(Transactions.Work<T> work) {
    return Failures.translated(() -> Transactions.run(dataSource, work));
  }

  private static Kept kept(ResultSet row) throws SQLException {
    return new Kept(
        row.getString("name"), row.getString("content"), Instants.read(row, "changed_at"));
  }
}
