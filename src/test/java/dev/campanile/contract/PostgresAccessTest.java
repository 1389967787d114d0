package dev.campanile.contract;

import static dev.campanile.testkit.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.campanile.access.Account;
import dev.campanile.access.Accounts.Outcome;
import dev.campanile.access.AuditLog;
import dev.campanile.access.AuditLog.Change;
import dev.campanile.access.AuditLog.Search;
import dev.campanile.access.Means;
import dev.campanile.access.Network;
import dev.campanile.access.Role;
import dev.campanile.access.Session;
import dev.campanile.adapter.postgres.PostgresAccounts;
import dev.campanile.adapter.postgres.PostgresApiKeys;
import dev.campanile.adapter.postgres.PostgresAuditLog;
import dev.campanile.adapter.postgres.PostgresCampaignStore;
import dev.campanile.adapter.postgres.PostgresSessions;
import dev.campanile.campaign.CampaignId;
import dev.campanile.engine.warehouse.Unwritable;
import dev.campanile.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PostgresAccessTest extends AccessContract {

  private static final Account ADMIN = Account.of("ada", "Ada", Set.of(Role.ADMIN), "hash", NOON);

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
  @ValueSource(strings = {"UPDATE audit SET who = 'eve'", "DELETE FROM audit", "TRUNCATE audit"})
  void theAuditIsNotChanged(String sql) {
    new PostgresAuditLog(database.dataSource()).record(entry("b"));
    assertThatThrownBy(() -> database.execute(sql)).hasMessageContaining("added to alone");
  }

  @Test
  void aChangeIsUndoneWithItsEntry() {
    // given
    Keepers keepers = empty();
    AuditLog audit = keepers.audit();
    // when
    assertThatThrownBy(
            () ->
                audit.whole(
                    () -> {
                      keepers.accounts().add(ADMIN);
                      // No text of the store holds it.
                      audit.record(entry("\0"));
                      return ADMIN;
                    }))
        .isInstanceOf(Unwritable.class);
    // then
    assertThat(keepers.accounts().all()).isEmpty();
  }

  @Test
  void whatFailsWithinADeedIsUndoneByItself() {
    // given
    Keepers keepers = empty();
    AuditLog audit = keepers.audit();
    // when
    Outcome last =
        audit.whole(
            () -> {
              keepers.accounts().add(ADMIN);
              audit.record(entry("ada"));
              return keepers.accounts().remove("ada");
            });
    // then
    assertThat(last).isEqualTo(Outcome.LAST_ADMIN);
    assertThat(keepers.accounts().all()).containsExactly(ADMIN);
    assertThat(audit.search(new Search(Optional.empty(), 9, Optional.empty(), Optional.empty())))
        .hasSize(1);
  }

  @Test
  void publishesNothingThatCannotBeWrittenDown() {
    // given
    AuditLog audit = empty().audit();
    var store = new PostgresCampaignStore(database.dataSource());
    var id = new CampaignId("welcome");
    // when
    assertThatThrownBy(
            () ->
                store.publish(
                    id, "a", Map.of(), "h", NOON, (before, after) -> audit.record(entry("\0"))))
        .isInstanceOf(Unwritable.class);
    // then
    assertThat(store.versions(id)).isEmpty();
    assertThat(store.revision()).isZero();
  }

  @Test
  void sessionsOfAFormerStampAreGone() {
    // given
    Keepers keepers = empty();
    keepers.accounts().add(ADMIN);
    keepers.sessions().begin(session("s1", ADMIN));
    // when
    keepers.accounts().change("ada", one -> one.named("Ada B."));
    boolean renamed = keepers.sessions().find("s1").isPresent();
    keepers.accounts().change("ada", one -> one.withPassword("another"));
    // then
    assertThat(renamed).isTrue();
    assertThat(keepers.sessions().find("s1")).isEmpty();
  }

  @Test
  void sweepsWithoutWaitingForWhatOthersHold() throws SQLException {
    // given
    Keepers keepers = empty();
    keepers.accounts().add(ADMIN);
    keepers.sessions().begin(session("held", ADMIN));
    keepers.sessions().begin(session("free", ADMIN));
    keepers.sessions().cameFrom("ada", Network.of("203.0.113.9"), NOON);
    try (Connection other = database.dataSource().getConnection();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("SELECT * FROM account_session WHERE hash = 'held' FOR UPDATE");
      statement.execute("SELECT * FROM account_network FOR UPDATE");
      // when
      assertTimeoutPreemptively(
          Duration.ofSeconds(20), () -> keepers.sessions().sweep(NOON.plus(Duration.ofDays(999))));
      other.rollback();
    }
    // then
    assertThat(keepers.sessions().find("held")).isPresent();
    assertThat(keepers.sessions().find("free")).isEmpty();
  }

  private static Session session(String hash, Account account) {
    return new Session(hash, account.user(), account.stamp(), Means.PASSWORD, NOON, NOON);
  }

  private static Change entry(String subject) {
    return new Change(NOON, "ada", Means.KEY, "a", subject, null, null);
  }
}
