package dev.campanile.api.campaign;

import dev.campanile.api.access.Roles;
import dev.campanile.walk.Launches;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How all campaigns reach out. */
@Path("/v1/launches")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operations")
@RunOnVirtualThread
public final class AllLaunchesResource {

  private static final int MOST = 100;

  private final Launches launches;

  public AllLaunchesResource(Launches launches) {
    this.launches = launches;
  }

  @GET
  @RolesAllowed(Roles.VIEWER)
  @Operation(
      summary = "Shows what the launches of all campaigns have done and will do next",
      description = "The latest hundred ticks are shown, whichever campaign they belong to.")
  public LaunchViews.Overview all() {
    return LaunchViews.Overview.of(launches, launches.all(), launches.ticks(MOST));
  }
}
