package dev.campanile.access;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Keeps accounts: a port. Changes come one after the other, and none leaves the service without an
 * account that administers. Thread-safe.
 */
public interface Accounts {

  /** What became of a change. */
  enum Outcome {
    DONE,
    /** There is no such account. */
    UNKNOWN,
    /** There is one already. */
    TAKEN,
    /** Nobody could let others in any more, so nothing was changed. */
    LAST_ADMIN
  }

  /** All, by user name. */
  List<Account> all();

  Optional<Account> find(String user);

  Outcome add(Account account);

  Outcome change(String user, UnaryOperator<Account> change);

  Outcome remove(String user);

  /**
   * Puts the account in, in the place of another of its user name, where nobody administers.
   *
   * @return whether it was put in
   */
  boolean addWhereNobodyAdministers(Account account);

  /** The rule that every keeper goes by. */
  static boolean administered(Collection<Account> accounts) {
    return accounts.stream().anyMatch(Account::administers);
  }
}
