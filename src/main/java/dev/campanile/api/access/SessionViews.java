package dev.campanile.api.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.campanile.access.Caller;
import dev.campanile.access.Reception.Present;
import dev.campanile.access.Role;
import dev.campanile.access.Secret;
import dev.campanile.api.http.Problem;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** What callers are told about themselves. */
@Singleton
public final class SessionViews {

  /**
   * Somebody.
   *
   * @param roles all that they may act as, what their roles include counted in
   * @param by how they proved who they are: password, oidc, key, open
   * @param csrf to be sent as X-CSRF-Token with whatever changes something; only by a cookie
   * @param expiresAt when the session ends if it is not used any more
   * @param approval whether somebody else must publish what one has drawn: off, required
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Opened(
      String user,
      String name,
      List<String> roles,
      String by,
      @Nullable String csrf,
      @Nullable Instant expiresAt,
      String approval,
      @Nullable Oidc oidc) {}

  /** A service that vouches for people, by the name that stands on the button. */
  public record Oidc(String name) {}

  private final String approval;
  private final Optional<Oidc> oidc;

  public SessionViews(
      @ConfigProperty(name = "campanile.approval", defaultValue = "off") String approval,
      @ConfigProperty(name = "campanile.oidc.server") Optional<String> server,
      @ConfigProperty(name = "campanile.oidc.name") String oidc) {
    this.approval = approval.toLowerCase(Locale.ROOT);
    this.oidc = server.map(url -> new Oidc(oidc));
  }

  Opened of(Present present, Secret secret) {
    return opened(present.caller(), CsrfFilter.token(secret).text(), present.session().ends());
  }

  /** Whoever needs no session. */
  Opened of(Caller caller) {
    return opened(caller, null, null);
  }

  private Opened opened(Caller caller, @Nullable String csrf, @Nullable Instant ends) {
    var roles = caller.granted().stream().sorted().map(Role::text).toList();
    return new Opened(
        caller.who(),
        caller.name(),
        roles,
        caller.by().text(),
        csrf,
        ends,
        approval,
        oidc.orElse(null));
  }

  Problem nobody() {
    Problem problem = Problem.of(401, "nobody", "Unauthorized", "Nobody is signed in.");
    return oidc.map(one -> problem.with("oidc", one)).orElse(problem);
  }

  Problem refused() {
    return Problem.of(
        401,
        "wrong-password",
        "Unauthorized",
        "Expected a user name and its password, but they do not belong together.");
  }

  Problem later(Duration pause) {
    long seconds = Math.max(1, pause.plusMillis(999).toSeconds());
    return Problem.of(
            429,
            "too-many-attempts",
            "Too Many Requests",
            "There were too many attempts. Maybe try again in %d seconds.".formatted(seconds))
        .with("retryAfter", seconds);
  }
}
