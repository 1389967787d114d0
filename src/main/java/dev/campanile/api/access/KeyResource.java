package dev.campanile.api.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.campanile.access.ApiKey;
import dev.campanile.access.KeyRing;
import dev.campanile.access.Role;
import dev.campanile.api.http.Problem;
import dev.campanile.api.http.ProblemException;
import dev.campanile.api.http.Texts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Keys by which services are let in. */
@Path("/v1/keys")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Access")
@RunOnVirtualThread
public final class KeyResource {

  private static final int LONGEST_NAME = 64;

  /**
   * A key.
   *
   * @param id how it begins
   * @param usedAt when it was last used, to the minute
   * @param key the whole of it, told once, when it is made
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Key(
      String id,
      String name,
      List<String> scopes,
      String createdBy,
      Instant createdAt,
      @Nullable Instant expiresAt,
      @Nullable Instant revokedAt,
      @Nullable Instant usedAt,
      @Nullable String key) {

    static Key of(ApiKey key) {
      return told(key, null);
    }

    static Key told(ApiKey key, @Nullable String text) {
      return new Key(
          key.id(),
          key.name(),
          key.scopes().stream().sorted().map(Role::text).toList(),
          key.creator(),
          key.created(),
          key.expires(),
          key.revoked(),
          key.used(),
          text);
    }
  }

  private final KeyRing keys;
  private final Audit audit;
  private final Clock clock;

  public KeyResource(KeyRing keys, Audit audit, Clock clock) {
    this.keys = keys;
    this.audit = audit;
    this.clock = clock;
  }

  @GET
  @Operation(summary = "Lists all keys, the latest first, those revoked too; never their secrets")
  public List<Key> list() {
    return keys.all().stream().map(Key::of).toList();
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Makes a key",
      description =
          """
          `{"name": "shop", "scopes": ["intake"], "expires": "2027-01-01T00:00:00Z"}`. The answer tells the key, and \
          nothing tells it again. It is sent as `Authorization: Bearer cmp_…`.""")
  @RequestBody(required = true, content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
  @APIResponse(
      responseCode = "201",
      description = "The key opens from now on",
      content = @Content(schema = @Schema(implementation = Key.class)))
  @APIResponse(responseCode = "409", description = "There is a key of this name")
  @APIResponse(responseCode = "422", description = "The request was refused")
  public RestResponse<Key> make(InputStream body) throws IOException {
    Form form = Form.of(body, Set.of("name", "scopes", "expires"));
    String name = form.text("name", LONGEST_NAME);
    Set<Role> scopes = form.maybeRoles("scopes", Role.ofKeys()).orElse(Set.of());
    if (scopes.isEmpty()) {
      form.flaw("scopes", "Expected at least one scope, but there is none.");
    }
    Optional<Instant> expires = form.maybeInstant("expires");
    if (expires.isPresent() && !expires.get().isAfter(clock.instant())) {
      form.flaw("expires", "Expected an instant to come, but it is past.");
    }
    form.refuse();
    KeyRing.Made made =
        audit.whole(
            () -> {
              var key =
                  keys.make(name, scopes, expires.orElse(null), audit.caller().who())
                      .orElseThrow(() -> taken(name));
              audit.did("key.create", key.key().id(), Key.of(key.key()));
              return key;
            });
    return RestResponse.status(RestResponse.Status.CREATED, Key.told(made.key(), made.text()));
  }

  @DELETE
  @Path("/{id}")
  @Operation(summary = "Revokes a key, by how it begins; it opens nothing any more")
  @APIResponse(responseCode = "200", description = "The key as it was")
  @APIResponse(responseCode = "404", description = "There is no such key")
  public Key revoke(@RestPath String id) {
    return audit.whole(
        () -> {
          Key before =
              keys.all().stream()
                  .filter(key -> key.id().equals(id))
                  .findFirst()
                  .map(Key::of)
                  .orElseThrow(() -> unknown(id));
          Key revoked = keys.revoke(id).map(Key::of).orElseThrow(() -> unknown(id));
          if (!revoked.equals(before)) {
            audit.changed("key.revoke", id, before, revoked);
          }
          return revoked;
        });
  }

  private static ProblemException unknown(String id) {
    return Problem.notFound("There is no key '%s'.".formatted(Texts.excerpt(id))).exception();
  }

  private static ProblemException taken(String name) {
    return Problem.of(
            409,
            "key-exists",
            "Conflict",
            "Expected a new name, but there is a key '%s'. Maybe revoke that one first."
                .formatted(Texts.excerpt(name)))
        .exception();
  }
}
