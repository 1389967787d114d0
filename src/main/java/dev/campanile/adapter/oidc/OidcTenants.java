package dev.campanile.adapter.oidc;

import dev.campanile.access.ApiKey;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.OidcTenantConfigBuilder;
import io.quarkus.oidc.TenantConfigResolver;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;

/**
 * When the other service is asked: a browser that signs in is sent to it, and a token that is no
 * key must be one of its own. All else is none of its business.
 */
public final class OidcTenants implements TenantConfigResolver {

  /** What is vouched for must be quite new: a session of Campanile begins, and goes on alone. */
  private static final Duration NEW = Duration.ofMinutes(2);

  private static final String BEARER = "Bearer ";

  /** Said aloud: were nothing said, the library would look for a tenant in names of cookies. */
  private static final OidcTenantConfig NOBODY =
      new OidcTenantConfigBuilder().tenantId("nobody").disableTenant().build();

  private final String signIn;
  private final OidcTenantConfig people;
  private final OidcTenantConfig services;

  /**
   * @param server the address of the other service; none: nobody vouches
   * @param signIn where a browser signs in, and comes back to
   * @param client by which Campanile is known there
   */
  public OidcTenants(
      String signIn, Optional<String> server, String client, Optional<String> secret) {
    this.signIn = signIn;
    this.people = server.map(url -> people(url, client, secret)).orElse(NOBODY);
    this.services = server.map(url -> services(url, client)).orElse(NOBODY);
  }

  @Override
  public Uni<OidcTenantConfig> resolve(
      RoutingContext context, OidcRequestContext<OidcTenantConfig> asked) {
    return Uni.createFrom().item(tenant(context));
  }

  private OidcTenantConfig tenant(RoutingContext context) {
    if (context.normalizedPath().equals(signIn)) {
      return people;
    }
    String header = context.request().getHeader(HttpHeaders.AUTHORIZATION);
    boolean token =
        header != null
            && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
            && !header.substring(BEARER.length()).strip().startsWith(ApiKey.PREFIX);
    return token ? services : NOBODY;
  }

  private OidcTenantConfig people(String url, String client, Optional<String> secret) {
    OidcTenantConfigBuilder config =
        new OidcTenantConfigBuilder()
            .tenantId("people")
            .authServerUrl(url)
            .clientId(client)
            .applicationType(ApplicationType.WEB_APP)
            .authentication()
            .redirectPath(signIn)
            .cookiePath(signIn)
            .removeRedirectParameters(false)
            .pkceRequired()
            .nonceRequired()
            .end()
            .token()
            .age(NEW)
            .end();
    secret.ifPresent(config::credentials);
    return config.build();
  }

  private static OidcTenantConfig services(String url, String client) {
    return new OidcTenantConfigBuilder()
        .tenantId("services")
        .authServerUrl(url)
        .clientId(client)
        .applicationType(ApplicationType.SERVICE)
        // A token that was made for another service is not taken.
        .token()
        .audience(client)
        .subjectRequired()
        // Only what is signed is known: nobody is asked what an unreadable token means.
        .allowOpaqueTokenIntrospection(false)
        .allowJwtIntrospection(false)
        .end()
        .build();
  }
}
