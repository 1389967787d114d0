package dev.campanile.adapter.postgres;

import dev.campanile.access.Account;
import dev.campanile.access.Accounts;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** Accounts as the table {@code account}, which a change locks: there are few. Thread-safe. */
public final class PostgresAccounts implements Accounts {

  private static final String LOCK = "LOCK TABLE account IN SHARE ROW EXCLUSIVE MODE";
  private static final String ALL = "SELECT * FROM account ORDER BY user_name";
  private static final String ONE = "SELECT * FROM account WHERE user_name = ?";
  private static final String REMOVE = "DELETE FROM account WHERE user_name = ?";

  private static final String PUT =
      """
      INSERT INTO account (user_name, display_name, roles, disabled, password_hash, stamp, since)
      VALUES (?, ?, ?, ?, ?, ?, ?::timestamptz)
      ON CONFLICT (user_name) DO UPDATE SET display_name = excluded.display_name,
        roles = excluded.roles, disabled = excluded.disabled,
        password_hash = excluded.password_hash, stamp = excluded.stamp""";

  /** Nobody comes in by them any more. */
  private static final String END_FORMER =
      "DELETE FROM account_session WHERE user_name = ? AND stamp <> ?";

  /** Thrown to undo what was done. */
  private static final class NobodyAdministers extends RuntimeException {}

  private final DataSource dataSource;

  public PostgresAccounts(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public List<Account> all() {
    return run(PostgresAccounts::all);
  }

  @Override
  public Optional<Account> find(String user) {
    return run(open -> Sql.first(open, ONE, PostgresAccounts::account, user));
  }

  @Override
  public Outcome add(Account account) {
    return alone(
        open -> {
          if (Sql.first(open, ONE, PostgresAccounts::account, account.user()).isPresent()) {
            return Outcome.TAKEN;
          }
          put(open, account);
          return Outcome.DONE;
        });
  }

  @Override
  public Outcome change(String user, UnaryOperator<Account> change) {
    return guarded(
        open -> {
          var account = Sql.first(open, ONE, PostgresAccounts::account, user);
          if (account.isEmpty()) {
            return Outcome.UNKNOWN;
          }
          put(open, change.apply(account.get()));
          return remaining(open);
        });
  }

  @Override
  public Outcome remove(String user) {
    return guarded(open -> Sql.update(open, REMOVE, user) == 0 ? Outcome.UNKNOWN : remaining(open));
  }

  @Override
  public boolean addWhereNobodyAdministers(Account account) {
    return alone(
        open -> {
          if (Accounts.administered(all(open))) {
            return false;
          }
          put(open, account);
          return true;
        });
  }

  private Outcome guarded(Transactions.Work<Outcome> work) {
    try {
      return alone(work);
    } catch (NobodyAdministers undone) {
      return Outcome.LAST_ADMIN;
    }
  }

  private static Outcome remaining(Connection open) throws SQLException {
    if (!Accounts.administered(all(open))) {
      throw new NobodyAdministers();
    }
    return Outcome.DONE;
  }

  private static List<Account> all(Connection open) throws SQLException {
    return Sql.query(open, ALL, PostgresAccounts::account);
  }

  private static void put(Connection open, Account account) throws SQLException {
    Sql.update(
        open,
        PUT,
        account.user(),
        account.name(),
        RoleNames.column(open, account.roles()),
        account.disabled(),
        account.password(),
        account.stamp(),
        Instants.floor(account.since()));
    Sql.update(open, END_FORMER, account.user(), account.stamp());
  }

  private <T> T alone(Transactions.Work<T> work) {
    return run(
        open -> {
          Sql.update(open, LOCK);
          return work.run(open);
        });
  }

  private <T> T run(Transactions.Work<T> work) {
    return Failures.translated(() -> Transactions.run(dataSource, work));
  }

  private static Account account(ResultSet row) throws SQLException {
    return new Account(
        row.getString("user_name"),
        row.getString("display_name"),
        RoleNames.read(row, "roles"),
        row.getBoolean("disabled"),
        row.getString("password_hash"),
        row.getString("stamp"),
        Instants.read(row, "since"));
  }
}
