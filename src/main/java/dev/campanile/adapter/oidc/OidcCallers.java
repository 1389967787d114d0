package dev.campanile.adapter.oidc;

import dev.campanile.access.Account;
import dev.campanile.access.Caller;
import dev.campanile.access.Means;
import dev.campanile.access.Role;
import dev.campanile.access.Vouching;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Makes a caller of a token: a claim tells the user, another the roles, by Campanile's names or by
 * those of the other service, as configured. What is neither grants nothing.
 */
public final class OidcCallers implements SecurityIdentityAugmentor {

  private final String userClaim;
  private final String rolesClaim;
  private final Map<String, String> roles;
  private final Vouching vouching;

  /**
   * @param rolesClaim may lead into objects: {@code realm_access.roles}
   * @param roles by names of the other service
   */
  public OidcCallers(
      String userClaim, String rolesClaim, Map<String, String> roles, Vouching vouching) {
    this.userClaim = userClaim;
    this.rolesClaim = rolesClaim;
    this.roles = Map.copyOf(roles);
    this.vouching = vouching;
  }

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    return identity.getPrincipal() instanceof JsonWebToken token
        ? context.runBlocking(() -> known(identity, token))
        : Uni.createFrom().item(identity);
  }

  private SecurityIdentity known(SecurityIdentity identity, JsonWebToken token) {
    Caller caller = vouching.admitted(caller(token));
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal(caller.who()))
        .addAttributes(identity.getAttributes())
        .addCredentials(identity.getCredentials())
        .addRoles(caller.granted().stream().map(Role::text).collect(Collectors.toSet()))
        .addAttribute(Caller.IDENTITY, caller)
        .build();
  }

  private Caller caller(JsonWebToken token) {
    String user =
        text(token.getClaim(userClaim))
            .map(Account::user)
            .filter(Account::valid)
            .orElseGet(() -> "oidc:" + token.getSubject());
    String name = text(token.getClaim("name")).orElse(user);
    return new Caller(user, name, Means.OIDC, Role.granted(roles(token)));
  }

  private Set<Role> roles(JsonWebToken token) {
    Set<Role> found = EnumSet.noneOf(Role.class);
    for (String name : names(claim(token))) {
      Role.named(roles.getOrDefault(name, name)).ifPresent(found::add);
    }
    return found;
  }

  private @Nullable Object claim(JsonWebToken token) {
    List<String> path = List.of(rolesClaim.split("\\."));
    Object value = token.getClaim(path.getFirst());
    for (String step : path.subList(1, path.size())) {
      value = value instanceof Map<?, ?> object ? object.get(step) : null;
    }
    return value;
  }

  private static List<String> names(@Nullable Object claim) {
    return switch (claim) {
      case null -> List.of();
      case JsonArray array ->
          array.stream().map(OidcCallers::text).flatMap(Optional::stream).toList();
      case Collection<?> many -> many.stream().map(String::valueOf).toList();
      default -> text(claim).map(text -> List.of(text.split("[ ,]+"))).orElse(List.of());
    };
  }

  private static Optional<String> text(@Nullable Object value) {
    return switch (value) {
      case JsonString said -> Optional.of(said.getString());
      case JsonValue other -> Optional.empty();
      case String said -> Optional.of(said);
      case null, default -> Optional.empty();
    };
  }
}
