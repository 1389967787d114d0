package dev.campanile.api.access;

import dev.campanile.access.Secret;
import dev.campanile.api.http.Problem;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/**
 * Whoever changes something by the cookie of a session must also know a token that only pages of
 * this service are told: a browser adds the cookie by itself, the token it cannot.
 */
@Provider
public final class CsrfFilter implements ContainerRequestFilter {

  static final String HEADER = "X-CSRF-Token";

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  private final SecurityIdentity identity;

  public CsrfFilter(SecurityIdentity identity) {
    this.identity = identity;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (SAFE.contains(request.getMethod()) || signsIn(request) || !bySession()) {
      return;
    }
    CallerMechanism.Signed signed = identity.getAttribute(CallerMechanism.SIGNED);
    String said = request.getHeaderString(HEADER);
    if (said == null || !token(signed.secret()).matches(said)) {
      request.abortWith(
          Response.status(Response.Status.FORBIDDEN)
              .type(Problem.MEDIA_TYPE)
              .entity(
                  Problem.of(
                      403,
                      "csrf",
                      "Forbidden",
                      "Expected the header %s with the token that GET /v1/session tells, but %s."
                          .formatted(HEADER, said == null ? "there is none" : "it is another")))
              .build());
    }
  }

  /** Who signs in says a password, which no page of another site knows. */
  private static boolean signsIn(ContainerRequestContext request) {
    return request.getMethod().equals("POST")
        && request.getUriInfo().getPath().equals("/v1/session");
  }

  private boolean bySession() {
    return !identity.isAnonymous() && identity.getAttribute(CallerMechanism.SIGNED) != null;
  }

  /** What pages are told. */
  static Secret token(Secret session) {
    return session.derived("csrf");
  }
}
