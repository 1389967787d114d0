package dev.campanile.contract;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.campanile.access.AuditLog.Change;
import dev.campanile.access.Means;
import dev.campanile.adapter.postgres.PostgresAccounts;
import dev.campanile.adapter.postgres.PostgresApiKeys;
import dev.campanile.adapter.postgres.PostgresAuditLog;
import dev.campanile.adapter.postgres.PostgresSessions;
import dev.campanile.testkit.Samples;
import dev.campanile.testkit.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PostgresAccessTest extends AccessContract {

  private static TestDatabase database;

  @BeforeAll
  static void connect() {
    database = TestDatabase.schema("access_contract");
  }

  @AfterAll
  static void disconnect() {
    database.close();
  }

  @Override
  Keepers empty() {
    database.clear();
    var source = database.dataSource();
    return new Keepers(
        new PostgresAccounts(source),
        new PostgresSessions(source),
        new PostgresApiKeys(source),
        new PostgresAuditLog(source));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UPDATE audit SET who = 'eve'", "DELETE FROM audit"})
  void theAuditIsNotChanged(String sql) {
    new PostgresAuditLog(database.dataSource())
        .record(new Change(Samples.NOON, "ada", Means.KEY, "a", "b", null, null));
    assertThatThrownBy(() -> database.execute(sql)).hasMessageContaining("added to alone");
  }
}
