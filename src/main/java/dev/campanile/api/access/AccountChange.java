package dev.campanile.api.access;

import dev.campanile.access.Account;
import dev.campanile.access.PasswordRule;
import dev.campanile.access.Role;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What of an account shall be another; what is not named stays. */
record AccountChange(
    Optional<String> name,
    Optional<Set<Role>> roles,
    Optional<Boolean> disabled,
    Optional<String> password) {

  static AccountChange of(InputStream body, String user) throws IOException {
    Form form = Form.of(body, Set.of("name", "roles", "disabled", "password"));
    var change =
        new AccountChange(
            form.maybeText("name", Account.LONGEST_NAME),
            form.maybeRoles("roles", Role.ofPeople()),
            form.maybeTruth("disabled"),
            password(form, user));
    form.refuse();
    return change;
  }

  /** A password that can be taken, if one is there. */
  static Optional<String> password(Form form, String user) {
    Optional<String> password = form.maybeText("password", Integer.MAX_VALUE);
    password
        .flatMap(chosen -> PasswordRule.flaw(chosen, user))
        .ifPresent(flaw -> form.flaw("password", flaw));
    return password;
  }

  /**
   * The change itself.
   *
   * @param hash of the password, if there is one
   */
  UnaryOperator<Account> with(Optional<String> hash) {
    return account -> {
      Account changed = name.map(account::named).orElse(account);
      changed = roles.map(changed::with).orElse(changed);
      changed = disabled.map(changed::disabled).orElse(changed);
      return hash.map(changed::withPassword).orElse(changed);
    };
  }
}
