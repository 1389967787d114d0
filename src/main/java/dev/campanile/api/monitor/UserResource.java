package dev.campanile.api.monitor;

import dev.campanile.api.access.Roles;
import dev.campanile.api.http.Ids;
import dev.campanile.engine.state.UserState;
import dev.campanile.engine.warehouse.DataWarehouse;
import dev.campanile.engine.warehouse.Records;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Users: what is known of them, and what they take part in. */
@Path("/v1/users/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Users")
@RunOnVirtualThread
public final class UserResource {

  /** A user's profile. */
  public record User(String id, Map<String, Object> attributes, Optional<Instant> latestEvent) {}

  /** A user's run through a campaign. */
  public record Run(
      String id,
      String campaign,
      int version,
      Optional<String> key,
      String node,
      String status,
      Instant entered,
      Instant since,
      Optional<Instant> ended,
      int moves,
      Optional<Instant> wakeAt) {}

  private final DataWarehouse warehouse;
  private final Records records;

  public UserResource(DataWarehouse warehouse, Records records) {
    this.warehouse = warehouse;
    this.records = records;
  }

  @GET
  @RolesAllowed(Roles.VIEWER)
  @Operation(summary = "Shows a user's profile, as of the last batch")
  public User user(@RestPath String id) {
    UserState state = warehouse.read(Ids.user(id));
    if (state.version() == 0) {
      throw Ids.noUser(id);
    }
    return new User(state.user().text(), state.profile().values(), state.latest());
  }

  @GET
  @RolesAllowed(Roles.VIEWER)
  @Path("/participations")
  @Operation(summary = "Lists what a user takes or took part in, the latest first")
  public List<Run> participations(@RestPath String id) {
    return records.runs(Ids.user(id)).stream().map(UserResource::run).toList();
  }

  private static Run run(Records.Run run) {
    return new Run(
        run.id(),
        run.campaign().id().text(),
        run.campaign().version(),
        run.key(),
        run.node().text(),
        run.status().name().toLowerCase(Locale.ROOT),
        run.entered(),
        run.since(),
        run.ended(),
        run.moves(),
        run.wakeAt());
  }
}
