package dev.campanile.api.monitor;

import dev.campanile.access.Reception;
import dev.campanile.api.access.CallerMechanism;
import dev.campanile.api.access.CallerMechanism.Signed;
import dev.campanile.api.access.Roles;
import dev.campanile.api.monitor.LiveViews.Live;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
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

  /** Whoever has no session proves anew after this time who they are. */
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final LiveDesk desk;
  private final Reception reception;
  private final SecurityIdentity identity;

  public LiveResource(LiveDesk desk, Reception reception, SecurityIdentity identity) {
    this.desk = desk;
    this.reception = reception;
    this.identity = identity;
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
          Once, or with `Accept: text/event-stream` as server-sent events, one each second while somebody listens, until the session ends. \
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
    Signed signed = identity.getAttribute(CallerMechanism.SIGNED);
    return signed == null
        ? desk.watch(id, () -> true).select().first(LONGEST)
        : desk.watch(id, () -> reception.lasts(signed.secret()));
  }
}
