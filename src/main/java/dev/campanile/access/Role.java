package dev.campanile.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What somebody is allowed to be: a role of a person, or a scope of a service key. */
public enum Role {
  VIEWER,
  MARKETER,
  RULE_AUTHOR,
  OPERATOR,
  ADMIN,
  /** A service that sends events and profiles. */
  INTAKE,
  /** A service that asks for decisions. */
  DECIDE;

  private static final Set<Role> PEOPLE = EnumSet.range(VIEWER, ADMIN);
  private static final Set<Role> KEYS = EnumSet.complementOf(EnumSet.of(ADMIN));

  /** The roles that an account can have. */
  public static Set<Role> ofPeople() {
    return PEOPLE;
  }

  /** The scopes that a key can have: what a key may do, its holder may do unseen. */
  public static Set<Role> ofKeys() {
    return KEYS;
  }

  /** The name that authors and administrators write, such as {@code rule-author}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Role> named(String text) {
    return Arrays.stream(values()).filter(role -> role.text().equals(text)).findFirst();
  }

  /** All that these may act as, what they include counted in. */
  public static Set<Role> granted(Collection<Role> roles) {
    Set<Role> granted = EnumSet.noneOf(Role.class);
    roles.forEach(role -> granted.addAll(role.including()));
    return granted;
  }

  private Set<Role> including() {
    return switch (this) {
      case VIEWER -> EnumSet.of(VIEWER);
      case MARKETER -> EnumSet.of(MARKETER, VIEWER);
      case RULE_AUTHOR -> EnumSet.of(RULE_AUTHOR, VIEWER);
      case OPERATOR -> EnumSet.of(OPERATOR, VIEWER, INTAKE, DECIDE);
      case ADMIN -> EnumSet.allOf(Role.class);
      case INTAKE -> EnumSet.of(INTAKE);
      case DECIDE -> EnumSet.of(DECIDE);
    };
  }
}
