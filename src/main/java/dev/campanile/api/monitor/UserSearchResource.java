package dev.campanile.api.monitor;

import dev.campanile.api.access.Roles;
import dev.campanile.api.http.Problem;
import dev.campanile.api.http.Texts;
import dev.campanile.api.monitor.UserResource.User;
import dev.campanile.engine.monitor.Directory;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Finds users. */
@Path("/v1/users")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Users")
@RunOnVirtualThread
public final class UserSearchResource {

  private static final int MOST = 100;

  private static final int LONGEST = 200;

  /**
   * The users found, in the order of their ids.
   *
   * @param more whether there are more than were asked for
   */
  public record Found(List<User> users, boolean more) {}

  private final Directory directory;

  public UserSearchResource(Directory directory) {
    this.directory = directory;
  }

  @GET
  @RolesAllowed(Roles.VIEWER)
  @Operation(
      summary = "Finds users by the beginning of their id, name, email or phone",
      description =
          """
          Ids are compared to the letter, the attributes `name`, `email` and `phone` of the profile in whatever case. \
          Without `search`, the first users of all. At most 100 at once.""")
  @APIResponse(responseCode = "200", description = "Those found, maybe nobody")
  @APIResponse(responseCode = "400", description = "What is looked for is no text to look for")
  public Found search(
      @RestQuery @DefaultValue("") String search, @RestQuery @DefaultValue("25") int limit) {
    String beginning = search.strip();
    if (!beginning.isEmpty()) {
      Texts.flawOfName(beginning, LONGEST)
          .ifPresent(
              flaw -> {
                throw Problem.of(400, "invalid-search", "The search was not understood", flaw)
                    .exception();
              });
    }
    int most = Math.clamp(limit, 1, MOST);
    List<User> users =
        directory.search(beginning, most + 1).stream()
            .map(one -> new User(one.user().text(), one.profile().values(), one.latest()))
            .toList();
    return new Found(users.stream().limit(most).toList(), users.size() > most);
  }
}
