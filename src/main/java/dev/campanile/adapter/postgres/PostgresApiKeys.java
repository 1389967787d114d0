package dev.campanile.adapter.postgres;

import dev.campanile.access.ApiKey;
import dev.campanile.access.ApiKeys;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Service keys as the table {@code api_key}. Thread-safe. */
public final class PostgresApiKeys implements ApiKeys {

  private static final String ALL = "SELECT * FROM api_key ORDER BY created_at DESC, id";
  private static final String FIND = "SELECT * FROM api_key WHERE hash = ?";

  private static final String ADD =
      """
      INSERT INTO api_key (id, name, hash, scopes, creator, created_at, expires_at)
      VALUES (?, ?, ?, ?, ?, ?::timestamptz, ?::timestamptz)
      ON CONFLICT (name) WHERE revoked_at IS NULL DO NOTHING""";

  private static final String REVOKE =
      """
      UPDATE api_key SET revoked_at = coalesce(revoked_at, ?::timestamptz) WHERE id = ?
      RETURNING *""";

  private static final String USED =
      "UPDATE api_key SET used_at = greatest(used_at, ?::timestamptz) WHERE id = ?";

  private final DataSource dataSource;

  public PostgresApiKeys(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public List<ApiKey> all() {
    return run(open -> Sql.query(open, ALL, PostgresApiKeys::key));
  }

  @Override
  public Optional<ApiKey> find(String hash) {
    return run(open -> Sql.first(open, FIND, PostgresApiKeys::key, hash));
  }

  @Override
  public boolean add(ApiKey key) {
    return run(
        open ->
            Sql.update(
                    open,
                    ADD,
                    key.id(),
                    key.name(),
                    key.hash(),
                    RoleNames.column(open, key.scopes()),
                    key.creator(),
                    Instants.floor(key.created()),
                    floor(key.expires()))
                == 1);
  }

  @Override
  public Optional<ApiKey> revoke(String id, Instant now) {
    return run(open -> Sql.first(open, REVOKE, PostgresApiKeys::key, Instants.floor(now), id));
  }

  @Override
  public void used(String id, Instant now) {
    run(open -> Sql.update(open, USED, Instants.floor(now), id));
  }

  private <T> T run(Transactions.Work<T> work) {
    return Failures.translated(() -> Transactions.run(dataSource, work));
  }

  private static @Nullable String floor(@Nullable Instant instant) {
    return instant == null ? null : Instants.floor(instant);
  }

  private static ApiKey key(ResultSet row) throws SQLException {
    return new ApiKey(
        row.getString("id"),
        row.getString("name"),
        row.getString("hash"),
        RoleNames.read(row, "scopes"),
        row.getString("creator"),
        Instants.read(row, "created_at"),
        Instants.readOptional(row, "expires_at").orElse(null),
        Instants.readOptional(row, "revoked_at").orElse(null),
        Instants.readOptional(row, "used_at").orElse(null));
  }
}
