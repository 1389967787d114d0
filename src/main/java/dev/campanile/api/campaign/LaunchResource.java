package dev.campanile.api.campaign;

import dev.campanile.api.access.Roles;
import dev.campanile.campaign.CampaignId;
import dev.campanile.walk.Launches;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** How campaigns reach out. */
@Path("/v1/campaigns/{id}/launches")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Campaigns")
@RunOnVirtualThread
public final class LaunchResource {

  private static final int MOST = 100;

  private final CampaignDesk desk;
  private final Launches launches;

  public LaunchResource(CampaignDesk desk, Launches launches) {
    this.desk = desk;
    this.launches = launches;
  }

  @GET
  @RolesAllowed(Roles.VIEWER)
  @Operation(
      summary = "Shows what the launches of a campaign have done and will do next",
      description =
          """
          Each tick tells everybody known, or the list of the audience, at the rate of the launch; who may not enter is \
          refused. The latest hundred ticks are shown. State: walking, done, or given_up where the campaign ended, the \
          schedule was over, or a later version has no such launch.""")
  @APIResponse(responseCode = "200", description = "The launches")
  @APIResponse(responseCode = "404", description = "There is no such campaign")
  public LaunchViews.Overview launches(@RestPath String id) {
    CampaignId campaign = desk.version(id, Optional.empty()).key().id();
    return LaunchViews.Overview.of(launches, launches.of(campaign), launches.ticks(campaign, MOST));
  }
}
