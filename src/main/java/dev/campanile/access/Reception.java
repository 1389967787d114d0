package dev.campanile.access;

import dev.campanile.access.Attempts.Attempt;
import dev.campanile.access.Refusals.Why;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Lets people in: they sign in, are known again by the secret of their session, and leave.
 *
 * <p>Every sign-in is a new secret, so nobody can hand somebody a session beforehand. Thread-safe.
 */
public final class Reception {

  /** What became of signing in. */
  public sealed interface Answer {

    /** Come in. */
    record Welcome(Secret secret, Present present) implements Answer {}

    /** User name and password do not belong together; which of them is wrong is not told. */
    record Refused() implements Answer {}

    /** Too many attempts. */
    record Later(Duration pause) implements Answer {}
  }

  /** Somebody with a session. */
  public record Present(Account account, Session session) {

    public Caller caller() {
      return Caller.of(account, session.by());
    }
  }

  private static final String NO_NAME = "?";

  private final Accounts accounts;
  private final Sessions sessions;
  private final Passwords passwords;
  private final Attempts attempts;
  private final Refusals refusals;
  private final RandomGenerator random;
  private final Clock clock;
  private final String nobodys;

  /**
   * @param random not to be foreseen
   */
  public Reception(
      Accounts accounts,
      Sessions sessions,
      Passwords passwords,
      Attempts attempts,
      Refusals refusals,
      RandomGenerator random,
      Clock clock) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.passwords = passwords;
    this.attempts = attempts;
    this.refusals = refusals;
    this.random = random;
    this.clock = clock;
    this.nobodys = passwords.hash(Secret.draw(random).text());
  }

  /**
   * Signs in.
   *
   * @param address where it is tried from
   */
  public Answer signIn(String typed, String password, String address) {
    String user = counted(Account.user(typed));
    Network from = Network.of(address);
    Optional<Account> account = user.equals(NO_NAME) ? Optional.empty() : accounts.find(user);
    String known = account.map(Account::user).orElse(Refusals.NOBODY);
    Attempt attempt = attempt(user, from);
    if (attempt.pause().isPresent()) {
      refusals.note(known, from, Means.PASSWORD, Why.TOO_MANY_ATTEMPTS);
      return new Answer.Later(attempt.pause().get());
    }
    // A hash is compared in any case, so that the time does not tell whether there is such a user.
    boolean right = passwords.matches(password, account.map(Account::password).orElse(nobodys));
    if (!right || account.isEmpty() || account.get().disabled()) {
      Why why = right && account.isPresent() ? Why.DISABLED : Why.WRONG_PASSWORD;
      refusals.note(known, from, Means.PASSWORD, why);
      return new Answer.Refused();
    }
    attempts.succeeded(attempt);
    sessions.cameFrom(user, from, clock.instant());
    return begin(account.get(), Means.PASSWORD);
  }

  /** Nobody keeps somebody out by trying their name: where they have been, they are at home. */
  private Attempt attempt(String user, Network from) {
    Attempt attempt = attempts.begin(user, from);
    return attempt.pause().isPresent() && sessions.atHome(user, from, clock.instant())
        ? attempts.beginAtHome(user, from)
        : attempt;
  }

  /** What can be nobody's name is counted as one, so that nobody fills the memory with such. */
  private static String counted(String user) {
    return Account.valid(user) ? user : NO_NAME;
  }

  /** Lets somebody in whom another service vouches for. */
  public Answer.Welcome begin(Account account, Means by) {
    Instant now = clock.instant();
    sessions.sweep(now);
    Secret secret = Secret.draw(random);
    var session = new Session(secret.hash(), account.user(), account.stamp(), by, now, now);
    sessions.begin(session);
    return new Answer.Welcome(secret, new Present(account, session));
  }

  /** Who holds this secret, if anybody may still come in by it. */
  public Optional<Present> recognise(Secret secret) {
    return glimpse(secret).map(present -> noted(present, clock.instant()));
  }

  /** The same where a page asks by itself, without anybody at it: that is no use of the session. */
  public Optional<Present> glimpse(Secret secret) {
    Instant now = clock.instant();
    return sessions
        .find(secret.hash())
        .filter(session -> !session.over(now))
        .flatMap(this::present);
  }

  /** Whether somebody may still come in by this secret; to ask that is no use of it. */
  public boolean lasts(Secret secret) {
    return glimpse(secret).isPresent();
  }

  private Optional<Present> present(Session session) {
    return accounts
        .find(session.user())
        .filter(account -> !account.disabled() && account.stamp().equals(session.stamp()))
        .map(account -> new Present(account, session));
  }

  private Present noted(Present present, Instant now) {
    if (!present.session().stale(now)) {
      return present;
    }
    sessions.seen(present.session().hash(), now);
    return new Present(present.account(), present.session().seenAt(now));
  }

  public void signOut(Secret secret) {
    sessions.end(secret.hash());
  }

  /**
   * Changes one's own password, which ends all sessions; the answer begins a new one.
   *
   * @param address where it is tried from: the old password is not to be guessed here either
   */
  public Answer changePassword(Present present, String old, String next, String address) {
    Account account = present.account();
    Network from = Network.of(address);
    Attempt attempt = attempt(account.user(), from);
    if (attempt.pause().isPresent()) {
      refusals.note(account.user(), from, Means.PASSWORD, Why.TOO_MANY_ATTEMPTS);
      return new Answer.Later(attempt.pause().get());
    }
    if (account.password() == null || !passwords.matches(old, account.password())) {
      refusals.note(account.user(), from, Means.PASSWORD, Why.WRONG_OLD_PASSWORD);
      return new Answer.Refused();
    }
    attempts.succeeded(attempt);
    String hash = passwords.hash(next);
    // Whoever reset the password, or took roles away, since the session was recognised has the last
    // word.
    accounts.change(
        account.user(), one -> one.stamp().equals(account.stamp()) ? one.withPassword(hash) : one);
    return accounts
        .find(account.user())
        .filter(now -> hash.equals(now.password()))
        .<Answer>map(changed -> begin(changed, present.session().by()))
        .orElseGet(Answer.Refused::new);
  }
}
