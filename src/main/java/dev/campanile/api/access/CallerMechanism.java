package dev.campanile.api.access;

import dev.campanile.access.AccessPolicy;
import dev.campanile.access.ApiKey;
import dev.campanile.access.Caller;
import dev.campanile.access.KeyRing;
import dev.campanile.access.Reception;
import dev.campanile.access.Reception.Present;
import dev.campanile.access.Role;
import dev.campanile.access.Secret;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.security.spi.runtime.BlockingSecurityExecutor;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Recognises callers: by the key that a service sends, else by the cookie of a session. Whoever is
 * not recognised is nobody, and is told so only where nobody may not go.
 */
@Singleton
public final class CallerMechanism implements HttpAuthenticationMechanism {

  /** Where an identity keeps the {@link Signed} of a session. */
  public static final String SIGNED = "signed";

  /** Says that nobody has touched the page for a while. */
  private static final String UNATTENDED = "X-Unattended";

  private static final String BEARER = "Bearer ";

  /** A session and the secret that it was recognised by. */
  public record Signed(Present present, Secret secret) {}

  private final AccessPolicy policy;
  private final Reception reception;
  private final KeyRing keys;
  private final BlockingSecurityExecutor blocking;

  public CallerMechanism(
      @ConfigProperty(name = "campanile.access") AccessPolicy policy,
      Reception reception,
      KeyRing keys,
      BlockingSecurityExecutor blocking) {
    this.policy = policy;
    this.reception = reception;
    this.keys = keys;
    this.blocking = blocking;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager providers) {
    if (policy == AccessPolicy.OPEN) {
      return Uni.createFrom().item(identity(Caller.SOMEBODY, null));
    }
    if (vouchedFor(context)) {
      return Uni.createFrom().nullItem();
    }
    HttpServerRequest request = context.request();
    Optional<String> bearer = bearer(request);
    if (bearer.isPresent()) {
      // Who sends a key means to be that service, whatever cookies a client may add.
      return recognised(bearer.get(), this::byKey);
    }
    return SessionCookie.in(request)
        .map(secret -> recognised(secret, held -> bySession(held, unattended(request))))
        .orElseGet(() -> Uni.createFrom().nullItem());
  }

  private <T> Uni<SecurityIdentity> recognised(T credential, Function<T, SecurityIdentity> by) {
    return blocking.executeBlocking(() -> by.apply(credential));
  }

  private @Nullable SecurityIdentity byKey(String text) {
    return keys.recognise(text).map(key -> identity(Caller.of(key), null)).orElse(null);
  }

  private @Nullable SecurityIdentity bySession(Secret secret, boolean unattended) {
    return (unattended ? reception.glimpse(secret) : reception.recognise(secret))
        .map(present -> identity(present.caller(), new Signed(present, secret)))
        .orElse(null);
  }

  /** Whether a page asks by itself; streams are opened anew by the browser, without a header. */
  private static boolean unattended(HttpServerRequest request) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    return request.headers().contains(UNATTENDED)
        || accept != null && accept.startsWith(MediaType.SERVER_SENT_EVENTS);
  }

  private static SecurityIdentity identity(Caller caller, @Nullable Signed signed) {
    var identity =
        QuarkusSecurityIdentity.builder()
            .setPrincipal(new QuarkusPrincipal(caller.who()))
            .addRoles(caller.granted().stream().map(Role::text).collect(Collectors.toSet()))
            .addAttribute(Caller.IDENTITY, caller);
    if (signed != null) {
      identity.addAttribute(SIGNED, signed);
    }
    return identity.build();
  }

  private static Optional<String> bearer(HttpServerRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return Optional.empty();
    }
    String text = header.substring(BEARER.length()).strip();
    return text.startsWith(ApiKey.PREFIX) ? Optional.of(text) : Optional.empty();
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return vouchedFor(context)
        ? Uni.createFrom().nullItem()
        : Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
  }

  /** There, another service is asked, whoever has signed in before. */
  private static boolean vouchedFor(RoutingContext context) {
    return context.normalizedPath().equals(VouchedSessionResource.PATH);
  }

  @Override
  public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
    var transport =
        new HttpCredentialTransport(HttpCredentialTransport.Type.OTHER_HEADER, "campanile");
    return Uni.createFrom().item(transport);
  }

  /** Before others, which are asked about what this one does not know. */
  @Override
  public int getPriority() {
    return DEFAULT_PRIORITY + 1_000;
  }
}
