package dev.campanile.api.campaign;

import dev.campanile.api.access.Audit;
import dev.campanile.api.access.Roles;
import dev.campanile.api.campaign.CapsViews.Listed;
import dev.campanile.api.campaign.CapsViews.Published;
import dev.campanile.api.campaign.CapsViews.Shown;
import dev.campanile.api.http.Bodies;
import dev.campanile.engine.warehouse.CapsStore.Version;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** How much users are told, whatever campaigns it is of. */
@Path("/v1/caps")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Caps")
@RunOnVirtualThread
public final class CapsResource {

  private static final String YAML = "application/yaml";
  private static final int LARGEST = 256 * 1024;

  private final CapsDesk desk;
  private final Audit audit;

  public CapsResource(CapsDesk desk, Audit audit) {
    this.desk = desk;
    this.audit = audit;
  }

  @GET
  @RolesAllowed(Roles.VIEWER)
  @Operation(summary = "Shows the frequency caps in force")
  public Shown get() {
    return desk.latest();
  }

  @PUT
  @RolesAllowed(Roles.OPERATOR)
  @Consumes({YAML, MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN, "*/*"})
  @Operation(
      summary = "Replaces the frequency caps",
      description = "The content of caps.yaml, as YAML or JSON. A new cap counts from now on.")
  @RequestBody(
      required = true,
      content = @Content(mediaType = YAML, schema = @Schema(type = SchemaType.STRING)))
  @APIResponse(
      responseCode = "200",
      description = "They are in force",
      content = @Content(schema = @Schema(implementation = Published.class)))
  @APIResponse(responseCode = "422", description = "They are broken; nothing has changed")
  public Published put(InputStream body) throws IOException {
    return desk.publish(
        Bodies.text(body, LARGEST),
        (before, after) ->
            audit.became("caps.publish", "caps", before.map(Version::yaml), after.yaml()));
  }

  @GET
  @RolesAllowed(Roles.VIEWER)
  @Path("/versions")
  @Operation(summary = "Lists the versions of the frequency caps, the latest first")
  public List<Listed> versions() {
    return desk.versions().stream().map(Listed::of).toList();
  }

  @GET
  @RolesAllowed(Roles.VIEWER)
  @Path("/versions/{version}")
  @Operation(summary = "Shows a version of the frequency caps")
  public Shown version(@RestPath int version) {
    return desk.version(version);
  }
}
