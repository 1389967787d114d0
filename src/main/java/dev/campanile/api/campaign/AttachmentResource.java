package dev.campanile.api.campaign;

import dev.campanile.api.access.Audit;
import dev.campanile.api.access.Roles;
import dev.campanile.api.http.Bodies;
import dev.campanile.engine.warehouse.Attachments.Attachment;
import dev.campanile.translator.AttachmentKeeper;
import dev.campanile.translator.AttachmentKeeper.Keeping.Kept;
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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Files that campaigns name: lists of users, and outlines of areas. */
@Path("/v1/attachments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Attachments")
@RunOnVirtualThread
public final class AttachmentResource {

  private static final String CSV = "text/csv";
  private static final String GEO_JSON = "application/geo+json";

  /** Bytes of UTF-8 for each character, at most. */
  private static final int BYTES = 3;

  private final AttachmentDesk desk;
  private final Audit audit;

  public AttachmentResource(AttachmentDesk desk, Audit audit) {
    this.desk = desk;
    this.audit = audit;
  }

  @GET
  @RolesAllowed(Roles.VIEWER)
  @Operation(summary = "Lists the attachments, without their texts")
  public List<Attachment> list() {
    return desk.all();
  }

  @PUT
  @RolesAllowed(Roles.MARKETER)
  @Path("/{name}")
  @Consumes({CSV, GEO_JSON, MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN, "*/*"})
  @Operation(
      summary = "Uploads a list of users (NAME.csv) or an outline (NAME.geojson)",
      description =
          """
          A list has one user in each row: in the column headed `user`, `user_id` or `id`, else in the only or first \
          column; at most 64 Mi characters. An outline is GeoJSON (RFC 7946) with polygons; at most 8 Mi characters. \
          Campaigns keep the contents that they were published with: publish them again to let them see new ones.""")
  @RequestBody(
      required = true,
      content = {
        @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)),
        @Content(mediaType = GEO_JSON, schema = @Schema(type = SchemaType.STRING))
      })
  @APIResponse(
      responseCode = "201",
      description = "This is the latest content of the name from now on",
      content = @Content(schema = @Schema(implementation = Attachment.class)))
  @APIResponse(responseCode = "200", description = "This was the latest content before")
  @APIResponse(responseCode = "413", description = "The file is too large")
  @APIResponse(
      responseCode = "422",
      description = "The file is not what its name says; nothing has changed")
  public RestResponse<Attachment> put(@RestPath String name, InputStream body) throws IOException {
    String text = Bodies.text(body, BYTES * AttachmentKeeper.most(name));
    desk.requireSound(name, text);
    Kept kept = audit.whole(() -> keep(name, text));
    return RestResponse.ResponseBuilder.create(
            kept.changed() ? RestResponse.Status.CREATED : RestResponse.Status.OK,
            kept.attachment())
        .tag(kept.attachment().hash())
        .build();
  }

  private Kept keep(String name, String text) {
    Optional<Attachment> before = desk.latest(name);
    Kept kept = desk.keep(name, text);
    if (kept.changed()) {
      audit.changed("attachment.upload", name, before.orElse(null), kept.attachment());
    }
    return kept;
  }

  @GET
  @RolesAllowed(Roles.VIEWER)
  @Path("/{name}")
  @Produces(MediaType.TEXT_PLAIN)
  @Operation(
      summary = "Shows the latest content of an attachment",
      description = "ETag is the hash of the content.")
  public RestResponse<String> get(@RestPath String name) {
    Attachment latest = desk.named(name);
    String type = name.endsWith(".csv") ? CSV : GEO_JSON;
    return RestResponse.ResponseBuilder.ok(desk.text(latest), type + ";charset=UTF-8")
        .tag(latest.hash())
        .build();
  }
}
