package dev.campanile.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.testkit.InMemoryAccounts;
import dev.campanile.testkit.ManualClock;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class VouchingTest {

  private final ManualClock clock = ManualClock.atNoon();
  private final Accounts accounts = new InMemoryAccounts();
  private final Vouching vouching = new Vouching(accounts, clock);

  @BeforeEach
  void open() {
    accounts.add(Account.of("mia", "Mia", Set.of(Role.ADMIN), "hash", clock.instant()));
  }

  @Test
  void keepsAnAccountWithTheRolesThatAreToldLast() {
    // when
    vouching.account(eva(Role.MARKETER));
    vouching.account(eva(Role.VIEWER));
    // then
    assertThat(accounts.find("eva")).map(Account::roles).contains(Set.of(Role.VIEWER));
  }

  @Test
  void letsNobodyInWithoutARoleOfPeople() {
    assertThat(vouching.account(eva())).isEmpty();
    assertThat(vouching.account(eva(Role.INTAKE))).isEmpty();
    assertThat(accounts.find("eva")).isEmpty();
  }

  @Test
  void letsNobodyIntoAnAccountWithAPassword() {
    // given
    accounts.add(Account.of("eva", "Eva", Set.of(Role.ADMIN), "hash", clock.instant()));
    // then
    assertThat(vouching.account(eva(Role.VIEWER))).isEmpty();
    assertThat(vouching.admitted(eva(Role.VIEWER)).granted()).isEmpty();
    assertThat(accounts.find("eva")).map(Account::roles).contains(Set.of(Role.ADMIN));
  }

  @Test
  void keepsOutWhoIsDisabled() {
    // given
    vouching.account(eva(Role.VIEWER));
    // when
    accounts.change("eva", account -> account.disabled(true));
    // then
    assertThat(vouching.account(eva(Role.VIEWER))).isEmpty();
    assertThat(vouching.admitted(eva(Role.VIEWER)).granted()).isEmpty();
  }

  @Test
  void needsNoAccountForAService() {
    assertThat(vouching.admitted(eva(Role.INTAKE))).isEqualTo(eva(Role.INTAKE));
    assertThat(accounts.find("eva")).isEmpty();
  }

  private static Caller eva(Role... roles) {
    return new Caller("eva", "Eva", Means.OIDC, Set.of(roles));
  }
}
