package dev.campanile.api.access;

import dev.campanile.access.AccessPolicy;
import dev.campanile.access.Account;
import dev.campanile.access.Caller;
import dev.campanile.access.Means;
import dev.campanile.access.PasswordRule;
import dev.campanile.access.Reception;
import dev.campanile.access.Reception.Answer;
import dev.campanile.access.Reception.Answer.Welcome;
import dev.campanile.access.Reception.Present;
import dev.campanile.api.access.CallerMechanism.Signed;
import dev.campanile.api.access.SessionViews.Opened;
import dev.campanile.api.http.Problem;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The session of whoever is asking: signing in, looking who one is, signing out. */
@Path("/v1/session")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access")
@RunOnVirtualThread
public final class SessionResource {

  private final Reception reception;
  private final SessionViews views;
  private final SecurityIdentity identity;
  private final Audit audit;
  private final AccessPolicy policy;

  public SessionResource(
      Reception reception,
      SessionViews views,
      SecurityIdentity identity,
      Audit audit,
      @ConfigProperty(name = "campanile.access") AccessPolicy policy) {
    this.reception = reception;
    this.views = views;
    this.identity = identity;
    this.audit = audit;
    this.policy = policy;
  }

  @POST
  @PermitAll
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Signs in",
      description =
          """
          `{"user": …, "password": …}`. The cookie of the answer is the session; whatever changes something must also \
          send the answer's `csrf` as the header X-CSRF-Token. It ends after 2 hours without use, and after 12 hours.""")
  @RequestBody(required = true, content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
  @APIResponse(
      responseCode = "200",
      description = "Signed in",
      content = @Content(schema = @Schema(implementation = Opened.class)))
  @APIResponse(responseCode = "401", description = "User name and password do not belong together")
  @APIResponse(responseCode = "429", description = "Too many attempts; Retry-After tells when")
  public RestResponse<Opened> signIn(InputStream body, @Context HttpServerRequest http)
      throws IOException {
    Form form = Form.of(body, Set.of("user", "password"));
    String user = form.hidden("user");
    String password = form.hidden("password");
    form.refuse();
    if (policy == AccessPolicy.OPEN) {
      return RestResponse.ok(views.of(Caller.SOMEBODY));
    }
    Welcome welcome = welcome(reception.signIn(user, password, address(http)));
    // A session that was there before is not taken over, whoever began it.
    SessionCookie.in(http).ifPresent(reception::signOut);
    audit.record(welcome.present().caller(), "session.begin", Account.user(user), null, null);
    return opened(welcome, http);
  }

  @GET
  @PermitAll
  @Operation(
      summary = "Tells who is asking",
      description =
          "For keys too. 401 where it is nobody; `oidc` tells who else vouches for people.")
  @APIResponse(
      responseCode = "200",
      description = "Somebody",
      content = @Content(schema = @Schema(implementation = Opened.class)))
  @APIResponse(responseCode = "401", description = "Nobody")
  public Opened who() {
    if (identity.isAnonymous()) {
      throw views.nobody().exception();
    }
    Signed signed = identity.getAttribute(CallerMechanism.SIGNED);
    return signed == null ? views.of(audit.caller()) : views.of(signed.present(), signed.secret());
  }

  @DELETE
  @Authenticated
  @Operation(summary = "Signs out")
  @APIResponse(responseCode = "204", description = "The session is over, wherever its cookie is")
  public RestResponse<Void> signOut(@Context HttpServerRequest http) {
    Signed signed = identity.getAttribute(CallerMechanism.SIGNED);
    if (signed != null) {
      reception.signOut(signed.secret());
      audit.did("session.end", audit.caller().who());
    }
    return RestResponse.ResponseBuilder.<Void>noContent().cookie(SessionCookie.none(http)).build();
  }

  @PUT
  @Path("/password")
  @Authenticated
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Changes one's own password",
      description =
          "`{\"old\": …, \"new\": …}`. All sessions end; the answer's cookie and `csrf` are a new one.")
  @RequestBody(required = true, content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
  @APIResponse(
      responseCode = "200",
      description = "It is the new one from now on",
      content = @Content(schema = @Schema(implementation = Opened.class)))
  @APIResponse(responseCode = "403", description = "The old one is another")
  @APIResponse(responseCode = "422", description = "The new one cannot be taken")
  public RestResponse<Opened> changePassword(InputStream body, @Context HttpServerRequest http)
      throws IOException {
    Signed signed = identity.getAttribute(CallerMechanism.SIGNED);
    if (signed == null || signed.present().session().by() != Means.PASSWORD) {
      throw Problem.blank(
              403, "Forbidden", "Expected somebody who signed in by a password, but it is not so.")
          .exception();
    }
    Form form = Form.of(body, Set.of("old", "new"));
    String old = form.hidden("old");
    String next = form.hidden("new");
    PasswordRule.flaw(next, signed.present().account().user())
        .ifPresent(flaw -> form.flaw("new", flaw));
    form.refuse();
    Answer answer = audit.whole(() -> changed(signed.present(), old, next, address(http)));
    if (answer instanceof Answer.Refused) {
      throw Problem.of(403, "wrong-password", "Forbidden", "The old password is another.")
          .exception();
    }
    return opened(welcome(answer), http);
  }

  private Answer changed(Present present, String old, String next, String address) {
    Answer answer = reception.changePassword(present, old, next, address);
    if (answer instanceof Welcome) {
      audit.did("account.password", present.account().user());
    }
    return answer;
  }

  private RestResponse<Opened> opened(Welcome welcome, HttpServerRequest http) {
    return RestResponse.ResponseBuilder.ok(views.of(welcome.present(), welcome.secret()))
        .cookie(SessionCookie.holding(welcome.secret(), http))
        .build();
  }

  private Welcome welcome(Answer answer) {
    return switch (answer) {
      case Welcome welcome -> welcome;
      case Answer.Refused() -> throw views.refused().exception();
      case Answer.Later(var pause) -> throw views.later(pause).exception();
    };
  }

  static String address(HttpServerRequest http) {
    return http.remoteAddress() == null ? "" : http.remoteAddress().hostAddress();
  }
}
