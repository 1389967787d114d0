package dev.campanile.access;

import dev.campanile.access.Accounts.Outcome;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keeps an account for each person whom another service vouches for, with the roles that it tells:
 * so that administrators see who comes in, and can keep somebody out.
 */
public final class Vouching {

  private final Accounts accounts;
  private final Clock clock;

  public Vouching(Accounts accounts, Clock clock) {
    this.accounts = accounts;
    this.clock = clock;
  }

  /**
   * Whoever sends a token, with what it opens: nothing where the account of that name is disabled,
   * or belongs to somebody with a password.
   */
  public Caller admitted(Caller caller) {
    boolean barred =
        Account.valid(caller.who())
            && accounts.find(caller.who()).filter(account -> !open(account)).isPresent();
    return barred ? new Caller(caller.who(), caller.name(), caller.by(), Set.of()) : caller;
  }

  private static boolean open(Account account) {
    return account.vouchedFor() && !account.disabled();
  }

  /** The account that there is of somebody already. */
  public Optional<Account> known(Caller caller) {
    return Account.valid(caller.who()) ? accounts.find(caller.who()) : Optional.empty();
  }

  /**
   * The account of somebody as the other service tells it now.
   *
   * @return none where it has no role here, is disabled, or belongs to somebody with a password:
   *     the other service shall not let anybody into that
   */
  public Optional<Account> account(Caller caller) {
    Set<Role> roles =
        caller.granted().stream().filter(Role.ofPeople()::contains).collect(Collectors.toSet());
    if (roles.isEmpty() || !Account.valid(caller.who())) {
      return Optional.empty();
    }
    accounts.add(Account.of(caller.who(), caller.name(), roles, null, clock.instant()));
    Outcome told =
        accounts.change(
            caller.who(),
            account -> account.vouchedFor() ? account.named(caller.name()).with(roles) : account);
    return told == Outcome.DONE
        ? accounts.find(caller.who()).filter(Vouching::open)
        : Optional.empty();
  }
}
