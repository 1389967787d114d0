package dev.campanile.api.access;

import dev.campanile.access.Account;
import dev.campanile.access.Caller;
import dev.campanile.access.Means;
import dev.campanile.access.Network;
import dev.campanile.access.Reception;
import dev.campanile.access.Reception.Answer.Welcome;
import dev.campanile.access.Refusals;
import dev.campanile.access.Vouching;
import dev.campanile.api.access.AccountResource.Person;
import dev.campanile.api.http.Problem;
import dev.campanile.api.http.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;

/** Where browsers come back to whom another service vouches for: their session begins. */
@Path(VouchedSessionResource.PATH)
@RunOnVirtualThread
public final class VouchedSessionResource {

  public static final String PATH = "/v1/session/oidc";

  private final Vouching vouching;
  private final Reception reception;
  private final Refusals refusals;
  private final Audit audit;

  public VouchedSessionResource(
      Vouching vouching, Reception reception, Refusals refusals, Audit audit) {
    this.vouching = vouching;
    this.refusals = refusals;
    this.reception = reception;
    this.audit = audit;
  }

  @GET
  @PermitAll
  @Operation(
      summary = "Signs in by another service that vouches for people",
      description =
          "For browsers: sends them there, and where they come back begins a session. Without such a service, sends them home.")
  @APIResponse(responseCode = "302", description = "To the other service")
  @APIResponse(responseCode = "303", description = "Home, with a session if somebody came back")
  @APIResponse(responseCode = "403", description = "Somebody who has no role here, or is disabled")
  public RestResponse<Void> signIn(@Context HttpServerRequest http) {
    Caller caller = audit.caller();
    if (caller.by() != Means.OIDC) {
      return home().build();
    }
    Account account =
        audit.whole(() -> vouchedFor(caller)).orElseThrow(() -> refused(caller, http));
    // A session that was there before is not taken over, whoever began it.
    SessionCookie.in(http).ifPresent(reception::signOut);
    Welcome welcome = reception.begin(account, Means.OIDC);
    audit.did("session.begin", account.user());
    return home().cookie(SessionCookie.holding(welcome.secret(), http)).build();
  }

  /** What the other service tells about somebody anew is a change of their account. */
  private Optional<Account> vouchedFor(Caller caller) {
    Optional<Person> before = vouching.known(caller).map(Person::of);
    Optional<Account> account = vouching.account(caller);
    Optional<Person> after = account.map(Person::of);
    if (after.isPresent() && !after.equals(before)) {
      String action = before.isPresent() ? "account.change" : "account.create";
      audit.changed(action, caller.who(), before.orElse(null), after.get());
    }
    return account;
  }

  private ProblemException refused(Caller caller, HttpServerRequest http) {
    String known = vouching.known(caller).map(Account::user).orElse(Refusals.NOBODY);
    Network from = Network.of(SessionResource.address(http));
    refusals.note(known, from, Means.OIDC, Refusals.Why.NOT_VOUCHED_FOR);
    return Problem.blank(
            403,
            "Forbidden",
            "Expected somebody with a role here, who is not disabled and has no password of Campanile, but it is not so.")
        .exception();
  }

  private static RestResponse.ResponseBuilder<Void> home() {
    return RestResponse.ResponseBuilder.seeOther(URI.create("/"));
  }
}
