package dev.campanile.adapter.oidc;

import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TokenStateManager;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/**
 * Keeps no tokens: somebody is vouched for once, and Campanile's own session goes on from there. A
 * cookie that opened a second way in would outlive it.
 */
public final class ForgottenTokens implements TokenStateManager {

  private static final String NOTHING = "none";

  /** How the library calls its cookie, before the tenant. */
  private static final String COOKIE = "q_session_";

  @Override
  public Uni<String> createTokenState(
      RoutingContext context,
      OidcTenantConfig config,
      AuthorizationCodeTokens tokens,
      OidcRequestContext<String> asked) {
    // The library makes a cookie of what is answered; it must not leave, however little it says.
    String cookie = COOKIE + config.tenantId().orElseThrow();
    context.addHeadersEndHandler(sent -> context.response().removeCookies(cookie, false));
    return Uni.createFrom().item(NOTHING);
  }

  @Override
  public Uni<AuthorizationCodeTokens> getTokens(
      RoutingContext context,
      OidcTenantConfig config,
      String state,
      OidcRequestContext<AuthorizationCodeTokens> asked) {
    return Uni.createFrom().failure(new AuthenticationFailedException("Nothing is kept."));
  }

  @Override
  public Uni<Void> deleteTokens(
      RoutingContext context,
      OidcTenantConfig config,
      String state,
      OidcRequestContext<Void> asked) {
    return Uni.createFrom().voidItem();
  }
}
