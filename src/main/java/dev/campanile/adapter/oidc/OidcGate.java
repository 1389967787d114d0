package dev.campanile.adapter.oidc;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** Sends whoever is nobody yet to the other service, where there is one. */
public final class OidcGate implements HttpSecurityPolicy {

  private final boolean configured;

  /**
   * @param configured whether another service vouches
   */
  public OidcGate(boolean configured) {
    this.configured = configured;
  }

  /** As application.properties calls it. */
  @Override
  public String name() {
    return "vouched";
  }

  @Override
  public Uni<CheckResult> checkPermission(
      RoutingContext context, Uni<SecurityIdentity> identity, AuthorizationRequestContext asked) {
    return configured
        ? identity.map(SecurityIdentity::isAnonymous).map(nobody -> new CheckResult(!nobody))
        : CheckResult.permit();
  }
}
