package dev.campanile.access;

import dev.campanile.access.AuditLog.Change;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Sees to it that somebody can let others in. */
public final class FirstAccount {

  public static final String USER = "admin";

  private final Accounts accounts;
  private final Passwords passwords;
  private final AuditLog audit;
  private final RandomGenerator random;
  private final Clock clock;

  /**
   * @param random not to be foreseen
   */
  public FirstAccount(
      Accounts accounts, Passwords passwords, AuditLog audit, RandomGenerator random, Clock clock) {
    this.audit = audit;
    this.accounts = accounts;
    this.passwords = passwords;
    this.random = random;
    this.clock = clock;
  }

  /**
   * Opens the account {@link #USER} where nobody administers.
   *
   * @param chosen its password; a random one otherwise
   * @return the random password, to be told once, where one was drawn
   */
  public Optional<String> open(Optional<String> chosen) {
    if (Accounts.administered(accounts.all())) {
      return Optional.empty();
    }
    chosen.flatMap(password -> PasswordRule.flaw(password, USER)).ifPresent(FirstAccount::refuse);
    String password = chosen.orElseGet(() -> Secret.draw(random).text());
    var account =
        Account.of(
            USER, "Administrator", Set.of(Role.ADMIN), passwords.hash(password), clock.instant());
    boolean opened = audit.whole(() -> open(account));
    return opened && chosen.isEmpty() ? Optional.of(password) : Optional.empty();
  }

  private boolean open(Account account) {
    boolean opened = accounts.addWhereNobodyAdministers(account);
    if (opened) {
      Caller by = Caller.SERVICE;
      audit.record(
          new Change(
              account.since(), by.who(), by.by(), "account.create", USER, null, "administers"));
    }
    return opened;
  }

  private static void refuse(String flaw) {
    throw new IllegalArgumentException(
        "The password chosen for the account '%s' cannot be taken. %s".formatted(USER, flaw));
  }
}
