package dev.campanile.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.access.AuditLog.Change;
import dev.campanile.access.AuditLog.Entry;
import dev.campanile.access.AuditLog.Search;
import dev.campanile.access.Reception.Answer;
import dev.campanile.access.Reception.Answer.Later;
import dev.campanile.access.Reception.Answer.Refused;
import dev.campanile.access.Reception.Answer.Welcome;
import dev.campanile.access.Reception.Present;
import dev.campanile.testkit.InMemoryAccounts;
import dev.campanile.testkit.InMemoryAuditLog;
import dev.campanile.testkit.InMemorySessions;
import dev.campanile.testkit.ManualClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ReceptionTest {

  private static final String HERE = "192.0.2.1";
  private static final String PASSWORD = "ten green bottles";

  /** Quick, and in the right order alone. */
  private static final Passwords BACKWARDS =
      new Passwords() {
        @Override
        public String hash(String password) {
          return new StringBuilder(password).reverse().toString();
        }

        @Override
        public boolean matches(String password, String hash) {
          return hash(password).equals(hash);
        }
      };

  private final ManualClock clock = ManualClock.atNoon();
  private final InMemoryAuditLog audit = new InMemoryAuditLog();
  private final Accounts accounts = new InMemoryAccounts();
  private final Reception reception =
      new Reception(
          accounts,
          new InMemorySessions(),
          BACKWARDS,
          new Attempts(clock),
          new Refusals(audit, Runnable::run, clock),
          new SplittableRandom(1),
          clock);

  @BeforeEach
  void open() {
    accounts.add(
        Account.of("mia", "Mia", Set.of(Role.ADMIN), BACKWARDS.hash(PASSWORD), clock.instant()));
  }

  @Test
  void knowsAgainWhoSignedIn() {
    // when
    Secret secret = welcome().secret();
    // then
    assertThat(reception.recognise(secret)).map(present -> present.caller().who()).contains("mia");
    assertThat(reception.recognise(new Secret("another"))).isEmpty();
  }

  @Test
  void endsASessionThatIsNotUsed() {
    // given
    Secret secret = welcome().secret();
    // when
    clock.tick(Duration.ofMinutes(119));
    boolean before = reception.recognise(secret).isPresent();
    clock.tick(Duration.ofMinutes(120));
    // then
    assertThat(before).isTrue();
    assertThat(reception.recognise(secret)).isEmpty();
  }

  @Test
  void endsASessionThatOnlyAPageUsesByItself() {
    // given
    Secret secret = welcome().secret();
    // when
    int minutes = 0;
    while (reception.glimpse(secret).isPresent()) {
      clock.tick(Duration.ofMinutes(1));
      minutes++;
    }
    // then
    assertThat(minutes).isEqualTo(120);
  }

  @Test
  void endsASessionAfterTwelveHoursHoweverItIsUsed() {
    // given
    Secret secret = welcome().secret();
    // when
    int hours = 0;
    while (reception.recognise(secret).isPresent()) {
      clock.tick(Duration.ofHours(1));
      hours++;
    }
    // then
    assertThat(hours).isEqualTo(12);
  }

  @Test
  void refusesADisabledAccountAsAWrongPassword() {
    // given
    accounts.add(Account.of("ben", "Ben", Set.of(Role.ADMIN), "", clock.instant()));
    accounts.change("mia", account -> account.disabled(true));
    // then
    assertThat(reception.signIn("mia", PASSWORD, HERE)).isEqualTo(new Refused());
    assertThat(reception.signIn("mia", "wrong", HERE)).isEqualTo(new Refused());
    assertThat(reception.signIn("nobody", "wrong", HERE)).isEqualTo(new Refused());
  }

  @Test
  void letsNobodyInByAPasswordWhomAnotherServiceVouchesFor() {
    // given
    accounts.add(Account.of("eva", "Eva", Set.of(Role.VIEWER), null, clock.instant()));
    // then
    assertThat(reception.signIn("eva", "", HERE)).isEqualTo(new Refused());
  }

  @Test
  void slowsGuessingDownAndRecovers() {
    // given
    for (int i = 0; i < 5; i++) {
      assertThat(reception.signIn("mia", "wrong", HERE)).isEqualTo(new Refused());
    }
    // when
    Answer sixth = reception.signIn("mia", PASSWORD, HERE);
    Answer elsewhere = reception.signIn("mia", PASSWORD, "198.51.100.7");
    clock.tick(Duration.ofMinutes(3));
    // then
    assertThat(sixth).isEqualTo(new Later(Duration.ofMinutes(3)));
    assertThat(elsewhere).isInstanceOf(Welcome.class);
    assertThat(reception.signIn("mia", PASSWORD, HERE)).isInstanceOf(Welcome.class);
  }

  @Test
  void slowsGuessingDownThatTriesManyAccounts() {
    // when
    for (int i = 0; i < 50; i++) {
      reception.signIn("user-" + i, "wrong", HERE);
    }
    // then
    assertThat(reception.signIn("mia", PASSWORD, HERE)).isInstanceOf(Later.class);
  }

  @Test
  void slowsGuessingDownThatComesFromManyAddresses() {
    // when
    for (int i = 0; i < 100; i++) {
      reception.signIn("mia", "wrong", "203.0.113." + i);
    }
    // then
    assertThat(reception.signIn("mia", PASSWORD, HERE)).isInstanceOf(Later.class);
  }

  @Test
  void countsAllAddressesOfAHostAsOne() {
    // when
    for (int i = 0; i < 5; i++) {
      reception.signIn("mia", "wrong", "2001:db8:1:2::" + i);
    }
    // then
    assertThat(reception.signIn("mia", PASSWORD, "2001:db8:1:2:ffff::9")).isInstanceOf(Later.class);
    assertThat(reception.signIn("mia", PASSWORD, "2001:db8:1:3::1")).isInstanceOf(Welcome.class);
  }

  @Test
  void letsNobodyLockSomebodyOutOfTheirHome() {
    // given
    welcome();
    // when
    for (int i = 0; i < 100; i++) {
      reception.signIn("mia", "wrong", "203.0.113." + i);
    }
    // then
    assertThat(reception.signIn("mia", PASSWORD, "198.51.100.7")).isInstanceOf(Later.class);
    assertThat(reception.signIn("mia", PASSWORD, HERE)).isInstanceOf(Welcome.class);
  }

  @Test
  void slowsGuessingDownAtHomeToo() {
    // given
    welcome();
    // when
    for (int i = 0; i < 5; i++) {
      reception.signIn("mia", "wrong", HERE);
    }
    // then
    assertThat(reception.signIn("mia", PASSWORD, HERE)).isInstanceOf(Later.class);
  }

  @Test
  void writesDownWhoWasNotLetInOnceAndThenByTens() {
    // when
    for (int i = 0; i < 12; i++) {
      reception.signIn("mia", "hunter-2 " + i, HERE);
    }
    // then
    assertThat(changes()).extracting(Change::subject).containsOnly("mia");
    assertThat(changes()).extracting(Change::action).containsOnly("session.refused");
    assertThat(changes())
        .extracting(Change::after)
        .satisfiesExactly(
            first -> assertThat(first).contains("too many attempts", "\"times\": 1,"),
            second -> assertThat(second).contains("wrong password", "\"times\": 1,", HERE));
  }

  @Test
  void writesNothingDownThatWasTyped() {
    // when
    reception.signIn("my secret by mistake", "another secret", HERE);
    reception.signIn("mysecretbymistake", "another secret", HERE);
    // then
    assertThat(changes()).extracting(Change::subject).containsOnly("?");
    assertThat(changes().toString()).doesNotContain("secret");
  }

  @Test
  void isNotFilledByAnAttack() {
    // when
    for (int i = 0; i < 30_000; i++) {
      reception.signIn("user-" + i, "wrong", "10.%d.%d.1".formatted(i / 200, i % 200));
    }
    // then
    assertThat(changes()).hasSizeLessThan(100);
    assertThat(changes().getFirst().after()).contains("\"from\": \"many\"", "\"times\": 10000,");
  }

  private List<Change> changes() {
    return audit
        .search(new Search(Optional.empty(), 1_000, Optional.empty(), Optional.empty()))
        .stream()
        .map(Entry::change)
        .toList();
  }

  @Test
  void neverSlowsDownWhoKnowsThePassword() {
    for (int i = 0; i < 200; i++) {
      assertThat(reception.signIn("mia", PASSWORD, HERE)).isInstanceOf(Welcome.class);
    }
  }

  @Test
  void countsWhatIsNobodysNameAsOne() {
    // when
    for (int i = 0; i < 5; i++) {
      reception.signIn("no name " + i, "wrong", HERE);
    }
    // then
    assertThat(reception.signIn("no name at all", "wrong", HERE)).isInstanceOf(Later.class);
    assertThat(reception.signIn("mia", PASSWORD, HERE)).isInstanceOf(Welcome.class);
  }

  @Test
  void changesOnesOwnPassword() {
    // given
    Present present = welcome().present();
    // when
    Answer changed = reception.changePassword(present, PASSWORD, "nine green bottles", HERE);
    // then
    assertThat(changed).isInstanceOf(Welcome.class);
    assertThat(reception.signIn("mia", "nine green bottles", HERE)).isInstanceOf(Welcome.class);
  }

  @Test
  void leavesThePasswordToWhoeverHasResetItMeanwhile() {
    // given
    Present stolen = welcome().present();
    accounts.change("mia", one -> one.withPassword(BACKWARDS.hash("reset by an admin")));
    // when
    Answer late = reception.changePassword(stolen, PASSWORD, "nine green bottles", HERE);
    // then
    assertThat(late).isEqualTo(new Refused());
    assertThat(reception.signIn("mia", "reset by an admin", HERE)).isInstanceOf(Welcome.class);
  }

  @Test
  void opensAFirstAccountOnceAndAgainWhereNobodyAdministers() {
    // given
    var empty = new InMemoryAccounts();
    var first = new FirstAccount(empty, BACKWARDS, audit, new SplittableRandom(2), clock);
    // when
    Optional<String> drawn = first.open(Optional.empty());
    // then
    assertThat(drawn).isPresent();
    assertThat(changes()).extracting(Change::action).containsExactly("account.create");
    assertThat(changes().getFirst().toString()).doesNotContain(drawn.orElseThrow());
    assertThat(first.open(Optional.empty())).isEmpty();
    assertThat(empty.find("admin"))
        .hasValueSatisfying(one -> assertThat(one.administers()).isTrue());
  }

  private Welcome welcome() {
    return (Welcome) reception.signIn("Mia ", PASSWORD, HERE);
  }
}
