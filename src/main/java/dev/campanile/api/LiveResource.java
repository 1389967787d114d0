package dev.campanile.api;

import dev.campanile.api.LiveViews.Live;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** What goes on in a campaign. */
@Path("/v1/campaigns/{id}/live")
@Tag(name = "Campaigns")
public final class LiveResource {

  private final LiveDesk desk;

  public LiveResource(LiveDesk desk) {
    this.desk = desk;
  }

  @GET
  @RolesAllowed(Roles.VIEWER)
  @Produces(MediaType.APPLICATION_JSON)
  @RunOnVirtualThread
  @Operation(
      summary =
          "Shows what goes on in a campaign: who waits where, and how often each edge was followed",
      description =
          """
          Once, or with `Accept: text/event-stream` as server-sent events, one each second while somebody listens. \
          Nodes and edges are those of the open version; what other versions share with it by name is counted there. \
          `lastMinute` is counted by the clock of the store. `errors.dead` are those of all campaigns.""")
  @APIResponse(responseCode = "200", description = "What goes on")
  @APIResponse(responseCode = "404", description = "There is no such campaign")
  public Live look(@RestPath String id) {
    return desk.look(id);
  }

  @GET
  @RolesAllowed(Roles.VIEWER)
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @RestStreamElementType(MediaType.APPLICATION_JSON)
  @Blocking
  // What stands between must neither keep nor gather what is sent.
  @ResponseHeader(name = "Cache-Control", value = "no-store")
  @ResponseHeader(name = "X-Accel-Buffering", value = "no")
  @Operation(hidden = true)
  public Multi<Live> watch(@RestPath String id) {
    return desk.watch(id);
  }
}
