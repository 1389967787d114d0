package dev.campanile.testkit;

import dev.campanile.access.Account;
import dev.campanile.access.Accounts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Accounts in memory. Thread-safe. */
public final class InMemoryAccounts implements Accounts {

  private Map<String, Account> accounts = new TreeMap<>();

  /** None yet. */
  public InMemoryAccounts() {}

  @Override
  public synchronized List<Account> all() {
    return List.copyOf(accounts.values());
  }

  @Override
  public synchronized Optional<Account> find(String user) {
    return Optional.ofNullable(accounts.get(user));
  }

  @Override
  public synchronized Outcome add(Account account) {
    return accounts.putIfAbsent(account.user(), account) == null ? Outcome.DONE : Outcome.TAKEN;
  }

  @Override
  public synchronized Outcome change(String user, UnaryOperator<Account> change) {
    return edited(user, copy -> copy.computeIfPresent(user, (same, one) -> change.apply(one)));
  }

  @Override
  public synchronized Outcome remove(String user) {
    return edited(user, copy -> copy.remove(user));
  }

  @Override
  public synchronized boolean addWhereNobodyAdministers(Account account) {
    if (Accounts.administered(accounts.values())) {
      return false;
    }
    accounts.put(account.user(), account);
    return true;
  }

  private Outcome edited(String user, Consumer<Map<String, Account>> edit) {
    if (!accounts.containsKey(user)) {
      return Outcome.UNKNOWN;
    }
    Map<String, Account> copy = new TreeMap<>(accounts);
    edit.accept(copy);
    if (!Accounts.administered(copy.values())) {
      return Outcome.LAST_ADMIN;
    }
    accounts = copy;
    return Outcome.DONE;
  }
}
