package dev.campanile.contract;

import static dev.campanile.testkit.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.campanile.access.Account;
import dev.campanile.access.Accounts;
import dev.campanile.access.Accounts.Outcome;
import dev.campanile.access.ApiKey;
import dev.campanile.access.ApiKeys;
import dev.campanile.access.AuditLog;
import dev.campanile.access.AuditLog.Change;
import dev.campanile.access.AuditLog.Entry;
import dev.campanile.access.AuditLog.Search;
import dev.campanile.access.Means;
import dev.campanile.access.Network;
import dev.campanile.access.Role;
import dev.campanile.access.Session;
import dev.campanile.access.Sessions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every keeper of accounts, sessions, keys and the audit does. */
abstract class AccessContract {

  private static final Account ADA = Account.of("ada", "Ada", Set.of(Role.ADMIN), "hash", NOON);
  private static final Account BEN =
      Account.of("ben", "Ben 'B' <b>", Set.of(Role.VIEWER, Role.MARKETER), null, NOON);
  private static final ApiKey KEY =
      new ApiKey(
          "cmp_1", "shop", "h1", Set.of(Role.INTAKE), "ada", NOON, NOON.plusSeconds(9), null, null);

  /** The keepers, empty, which may share one store. */
  record Keepers(Accounts accounts, Sessions sessions, ApiKeys keys, AuditLog audit) {}

  private Accounts accounts;
  private Sessions sessions;
  private ApiKeys keys;
  private AuditLog audit;

  abstract Keepers empty();

  @BeforeEach
  void begin() {
    Keepers empty = empty();
    accounts = empty.accounts();
    sessions = empty.sessions();
    keys = empty.keys();
    audit = empty.audit();
  }

  // ---- accounts

  @Test
  void keepsAccountsAsTheyAre() {
    // when
    accounts.add(BEN);
    accounts.add(ADA);
    // then
    assertThat(accounts.all()).containsExactly(ADA, BEN);
    assertThat(accounts.find("ben")).contains(BEN);
    assertThat(accounts.find("eve")).isEmpty();
  }

  @Test
  void keepsOneAccountForAUserName() {
    accounts.add(ADA);
    assertThat(accounts.add(ADA.named("Another"))).isEqualTo(Outcome.TAKEN);
    assertThat(accounts.find("ada")).contains(ADA);
  }

  @Test
  void changesAnAccount() {
    // given
    accounts.add(ADA);
    accounts.add(BEN);
    // when
    Outcome outcome = accounts.change("ben", one -> one.named("Benjamin").disabled(true));
    // then
    assertThat(outcome).isEqualTo(Outcome.DONE);
    assertThat(accounts.find("ben").orElseThrow().disabled()).isTrue();
    assertThat(accounts.find("ben").orElseThrow().stamp()).isNotEqualTo(BEN.stamp());
    assertThat(accounts.change("eve", one -> one)).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void removesAnAccount() {
    accounts.add(ADA);
    accounts.add(BEN);
    assertThat(accounts.remove("ben")).isEqualTo(Outcome.DONE);
    assertThat(accounts.remove("ben")).isEqualTo(Outcome.UNKNOWN);
    assertThat(accounts.all()).containsExactly(ADA);
  }

  @Test
  void keepsTheLastAdministrator() {
    // given
    accounts.add(ADA);
    accounts.add(BEN);
    // then
    assertThat(accounts.remove("ada")).isEqualTo(Outcome.LAST_ADMIN);
    assertThat(accounts.change("ada", one -> one.disabled(true))).isEqualTo(Outcome.LAST_ADMIN);
    assertThat(accounts.change("ada", one -> one.with(Set.of(Role.VIEWER))))
        .isEqualTo(Outcome.LAST_ADMIN);
    assertThat(accounts.all()).containsExactly(ADA, BEN);
  }

  @Test
  void keepsOneOfManyAdministratorsWhoAreRemovedAtOnce() throws Exception {
    // given
    List<String> users = IntStream.range(0, 6).mapToObj(i -> "admin-" + i).toList();
    users.forEach(user -> accounts.add(Account.of(user, user, Set.of(Role.ADMIN), "h", NOON)));
    List<Callable<Outcome>> tasks =
        users.stream().<Callable<Outcome>>map(user -> () -> accounts.remove(user)).toList();
    // when
    try (var threads = Executors.newFixedThreadPool(6)) {
      for (var task : threads.invokeAll(tasks)) {
        task.get();
      }
    }
    // then
    assertThat(accounts.all()).hasSize(1);
  }

  @Test
  void addsAnAdministratorOnlyWhereThereIsNone() {
    accounts.add(BEN);
    assertThat(accounts.addWhereNobodyAdministers(ADA)).isTrue();
    assertThat(accounts.addWhereNobodyAdministers(ADA.named("Another"))).isFalse();
    assertThat(accounts.find("ada")).contains(ADA);
  }

  // ---- sessions

  @Test
  void keepsASessionUntilItEnds() {
    // given
    accounts.add(ADA);
    var session = new Session("s1", "ada", ADA.stamp(), Means.PASSWORD, NOON, NOON);
    sessions.begin(session);
    // when
    sessions.seen("s1", NOON.plusSeconds(60));
    sessions.seen("s1", NOON.plusSeconds(30));
    // then
    assertThat(sessions.find("s1")).contains(session.seenAt(NOON.plusSeconds(60)));
    sessions.end("s1");
    assertThat(sessions.find("s1")).isEmpty();
  }

  @Test
  void forgetsSessionsThatAreOver() {
    // given
    accounts.add(ADA);
    sessions.begin(new Session("s1", "ada", "x", Means.OIDC, NOON, NOON));
    sessions.begin(new Session("s2", "ada", "x", Means.OIDC, NOON, NOON.plus(Duration.ofHours(1))));
    // when
    sessions.sweep(NOON.plus(Session.LONGEST_IDLE));
    // then
    assertThat(sessions.find("s1")).isEmpty();
    assertThat(sessions.find("s2")).isPresent();
  }

  @Test
  void remembersForAMonthWhereSomebodyIsAtHome() {
    // given
    accounts.add(ADA);
    accounts.add(BEN);
    Network home = Network.of("2001:db8::1");
    // when
    sessions.cameFrom("ada", home, NOON.minusSeconds(9));
    sessions.cameFrom("ada", home, NOON);
    Instant almost = NOON.plus(Session.AT_HOME).minusSeconds(1);
    sessions.sweep(almost);
    // then
    assertThat(sessions.atHome("ada", home, almost)).isTrue();
    assertThat(sessions.atHome("ada", home, almost.plusSeconds(1))).isFalse();
    assertThat(sessions.atHome("ada", Network.of("192.0.2.1"), NOON)).isFalse();
    assertThat(sessions.atHome("ben", home, NOON)).isFalse();
    assertThat(sessions.atHome("eve", home, NOON)).isFalse();
  }

  // ---- keys

  @Test
  void findsAKeyByItsHash() {
    // given
    keys.add(KEY);
    // when
    keys.used("cmp_1", NOON.plusSeconds(5));
    // then
    assertThat(keys.find("h1")).contains(KEY.usedAt(NOON.plusSeconds(5)));
    assertThat(keys.find("h2")).isEmpty();
  }

  @Test
  void keepsRevokedKeys() {
    // given
    keys.add(KEY);
    // when
    keys.revoke("cmp_1", NOON.plusSeconds(1));
    Optional<ApiKey> again = keys.revoke("cmp_1", NOON.plusSeconds(2));
    // then
    assertThat(again).contains(KEY.revokedAt(NOON.plusSeconds(1)));
    assertThat(again.orElseThrow().opens(NOON)).isFalse();
    assertThat(keys.revoke("cmp_9", NOON)).isEmpty();
  }

  @Test
  void givesANameAgainOnceItsKeyIsRevoked() {
    // given
    var next =
        new ApiKey(
            "cmp_2",
            "shop",
            "h2",
            Set.of(Role.DECIDE),
            "ada",
            NOON.plusSeconds(1),
            null,
            null,
            null);
    keys.add(KEY);
    boolean early = keys.add(next);
    // when
    keys.revoke("cmp_1", NOON);
    // then
    assertThat(early).isFalse();
    assertThat(keys.add(next)).isTrue();
    assertThat(keys.all()).extracting(ApiKey::id).containsExactly("cmp_2", "cmp_1");
  }

  // ---- audit

  @Test
  void tellsChangesTheLatestFirst() {
    // given
    Change publish = change("ada", "campaign.publish", "spring");
    Change pause = change("ben", "campaign.pause", "spring");
    Change caps = change("ada", "caps.publish", "caps");
    List.of(publish, pause, caps).forEach(audit::record);
    // when
    List<Entry> all = search(Optional.empty(), Optional.empty(), Optional.empty());
    // then
    assertThat(all).extracting(Entry::change).containsExactly(caps, pause, publish);
    assertThat(search(Optional.of(all.getFirst().id()), Optional.empty(), Optional.empty()))
        .extracting(Entry::change)
        .containsExactly(pause, publish);
    assertThat(search(Optional.empty(), Optional.of("spring"), Optional.of("ada")))
        .extracting(Entry::change)
        .containsExactly(publish);
  }

  @Test
  void keepsWhatIsRecordedInADeedOnceItIsDone() {
    // when
    String done =
        audit.whole(
            () -> {
              accounts.add(ADA);
              audit.record(change("ada", "account.create", "ada"));
              return "done";
            });
    // then
    assertThat(done).isEqualTo("done");
    assertThat(accounts.all()).containsExactly(ADA);
    assertThat(search(Optional.empty(), Optional.empty(), Optional.empty())).hasSize(1);
  }

  @Test
  void keepsNothingOfADeedThatFails() {
    // given
    var failure = new IllegalStateException("no");
    // when
    assertThatThrownBy(
            () ->
                audit.whole(
                    () -> {
                      audit.record(change("ada", "account.create", "ada"));
                      throw failure;
                    }))
        .isSameAs(failure);
    // then
    assertThat(search(Optional.empty(), Optional.empty(), Optional.empty())).isEmpty();
  }

  private List<Entry> search(
      Optional<Long> before, Optional<String> subject, Optional<String> who) {
    return audit.search(new Search(before, 10, subject, who));
  }

  private static Change change(String who, String action, String subject) {
    return new Change(NOON, who, Means.PASSWORD, action, subject, null, "{\"a\": 1}");
  }
}
