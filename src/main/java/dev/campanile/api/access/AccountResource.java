package dev.campanile.api.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.campanile.access.Account;
import dev.campanile.access.Accounts;
import dev.campanile.access.Accounts.Outcome;
import dev.campanile.access.Passwords;
import dev.campanile.access.Role;
import dev.campanile.access.Secret;
import dev.campanile.api.http.Problem;
import dev.campanile.api.http.ProblemException;
import dev.campanile.api.http.Texts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
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

/** People who may sign in. */
@Path("/v1/accounts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Access")
@RunOnVirtualThread
public final class AccountResource {

  /**
   * A person.
   *
   * @param oidc whether another service vouches for them, and decides their roles
   * @param password told once, where it was drawn
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Person(
      String user,
      String name,
      List<String> roles,
      boolean disabled,
      boolean oidc,
      Instant since,
      @Nullable String password) {

    static Person of(Account account) {
      var roles = account.roles().stream().sorted().map(Role::text).toList();
      return new Person(
          account.user(),
          account.name(),
          roles,
          account.disabled(),
          account.vouchedFor(),
          account.since(),
          null);
    }

    Person told(@Nullable String drawn) {
      return new Person(user, name, roles, disabled, oidc, since, drawn);
    }
  }

  private final Accounts accounts;
  private final Passwords passwords;
  private final RandomGenerator random;
  private final Audit audit;
  private final Clock clock;

  /**
   * @param random not to be foreseen
   */
  public AccountResource(
      Accounts accounts, Passwords passwords, RandomGenerator random, Audit audit, Clock clock) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.random = random;
    this.audit = audit;
    this.clock = clock;
  }

  @GET
  @Operation(summary = "Lists all accounts")
  public List<Person> list() {
    return accounts.all().stream().map(Person::of).toList();
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Creates an account",
      description =
          """
          `{"user": "mia", "name": "Mia", "roles": ["marketer"], "password": …}`. Without a password one is drawn, and \
          told in this answer alone.""")
  @RequestBody(required = true, content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
  @APIResponse(
      responseCode = "201",
      description = "The account is there",
      content = @Content(schema = @Schema(implementation = Person.class)))
  @APIResponse(responseCode = "409", description = "There is one already")
  @APIResponse(responseCode = "422", description = "The request was refused")
  public RestResponse<Person> create(InputStream body) throws IOException {
    Form form = Form.of(body, Set.of("user", "name", "roles", "password"));
    String user = Account.user(form.text("user", 64));
    if (!user.isEmpty() && !Account.valid(user)) {
      form.flaw(
          "user",
          "Expected letters, digits and . _ @ + - (at most 64, a letter or digit first), but got something else.");
    }
    String name = form.maybeText("name", Account.LONGEST_NAME).orElse(user);
    Set<Role> roles = form.maybeRoles("roles", Role.ofPeople()).orElse(Set.of(Role.VIEWER));
    Optional<String> chosen = AccountChange.password(form, user);
    form.refuse();
    String password = chosen.orElseGet(() -> Secret.draw(random).text());
    var account = Account.of(user, name, roles, passwords.hash(password), clock.instant());
    Person person = audit.whole(() -> created(account));
    return RestResponse.ResponseBuilder.create(
            RestResponse.Status.CREATED, chosen.isPresent() ? person : person.told(password))
        .location(URI.create("/v1/accounts/" + user))
        .build();
  }

  private Person created(Account account) {
    Person person = Person.of(account);
    settle(accounts.add(account), account.user());
    audit.did("account.create", account.user(), person);
    return person;
  }

  @PATCH
  @Path("/{user}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Changes an account",
      description =
          """
          Any of `name`, `roles`, `disabled` and `password`; what is not named stays. Where roles, password or being \
          disabled change, the person's sessions end at once.""")
  @RequestBody(required = true, content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
  @APIResponse(
      responseCode = "200",
      description = "The account as it is now",
      content = @Content(schema = @Schema(implementation = Person.class)))
  @APIResponse(responseCode = "404", description = "There is no such account")
  @APIResponse(responseCode = "409", description = "Nobody would administer any more")
  @APIResponse(responseCode = "422", description = "The request was refused")
  public Person change(@RestPath String user, InputStream body) throws IOException {
    find(user);
    AccountChange change = AccountChange.of(body, user);
    Optional<String> hash = change.password().map(passwords::hash);
    return audit.whole(() -> changed(user, change.with(hash), hash.isPresent()));
  }

  private Person changed(String user, UnaryOperator<Account> change, boolean password) {
    var before = new AtomicReference<Person>();
    settle(
        accounts.change(
            user,
            account -> {
              before.set(Person.of(account));
              return change.apply(account);
            }),
        user);
    Person after = Person.of(find(user));
    if (!after.equals(before.get())) {
      audit.changed("account.change", user, before.get(), after);
    }
    if (password) {
      audit.did("account.password", user);
    }
    return after;
  }

  @DELETE
  @Path("/{user}")
  @Operation(summary = "Deletes an account, and ends its sessions")
  @APIResponse(responseCode = "204", description = "It is gone")
  @APIResponse(responseCode = "404", description = "There is no such account")
  @APIResponse(responseCode = "409", description = "Nobody would administer any more")
  public void delete(@RestPath String user) {
    audit.whole(
        () -> {
          Person before = Person.of(find(user));
          settle(accounts.remove(user), user);
          audit.changed("account.delete", user, before, null);
          return before;
        });
  }

  private Account find(String user) {
    return accounts.find(user).orElseThrow(() -> unknown(user));
  }

  private static void settle(Outcome outcome, String user) {
    switch (outcome) {
      case DONE -> {}
      case UNKNOWN -> throw unknown(user);
      case TAKEN ->
          throw Problem.of(
                  409,
                  "account-exists",
                  "Conflict",
                  "Expected a new user name, but there is an account '%s'.".formatted(user))
              .exception();
      case LAST_ADMIN ->
          throw Problem.of(
                  409,
                  "last-admin",
                  "Conflict",
                  "Expected an enabled account with the role admin to remain, but '%s' is the last. Maybe make another one first."
                      .formatted(user))
              .exception();
    }
  }

  private static ProblemException unknown(String user) {
    return Problem.notFound("There is no account '%s'.".formatted(Texts.excerpt(user))).exception();
  }
}
