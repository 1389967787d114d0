package dev.campanile.api.access;

/**
 * Who may call what, in the words of {@code @RolesAllowed}: roles of people, and scopes of service
 * keys.
 *
 * <p>Some of them include others, so an annotation names only the least that is needed: everybody
 * who may do something may also look ({@link #VIEWER}), and an {@link #ADMIN} may do everything. A
 * method that says nothing is closed to all.
 */
public final class Roles {

  /** Looks at everything but accounts, keys and the audit. */
  public static final String VIEWER = "viewer";

  /** Draws campaigns, tries them out, publishes and steers them. */
  public static final String MARKETER = "marketer";

  /** Writes rule sets, checks and tries campaigns out. */
  public static final String RULE_AUTHOR = "rule-author";

  /** Keeps the service running: stock, caps, orders, dead events, events and profiles. */
  public static final String OPERATOR = "operator";

  /** Does everything, and alone accounts, keys and the audit; never a scope of a key. */
  public static final String ADMIN = "admin";

  /** A service that sends events and profiles. */
  public static final String INTAKE = "intake";

  /** A service that asks for decisions. */
  public static final String DECIDE = "decide";

  private Roles() {}
}
