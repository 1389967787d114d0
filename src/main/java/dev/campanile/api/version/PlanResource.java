package dev.campanile.api.version;

import dev.campanile.api.access.Roles;
import dev.campanile.api.campaign.CampaignResource;
import dev.campanile.api.campaign.Candidate;
import dev.campanile.api.http.LargeBodies;
import dev.campanile.api.version.VersionViews.Diff;
import dev.campanile.api.version.VersionViews.Planned;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * What publishing a campaign would change, before it is published. The body is the campaign file,
 * or a {@link Candidate} with files that it names.
 */
@Path("/v1/campaigns")
@Consumes({
  CampaignResource.YAML,
  "application/x-yaml",
  "text/yaml",
  MediaType.TEXT_PLAIN,
  MediaType.APPLICATION_JSON
})
@Tag(name = "Versions")
@RunOnVirtualThread
public final class PlanResource {

  private final PlanDesk desk;
  private final LargeBodies bodies;

  public PlanResource(PlanDesk desk, LargeBodies bodies) {
    this.bodies = bodies;
    this.desk = desk;
  }

  @POST
  @RolesAllowed(Roles.MARKETER)
  @Path("/plan")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Tells what publishing a campaign would do, and changes nothing",
      description =
          """
          By version and node: how many are inside, where they would go on, what each would be given at once, and \
          until when they would wait. It is done to copies of their states: exactly up to 10,000 users a group, to a \
          sample of so many beyond. As text or JSON, as the Accept header asks. Files that the campaign names are the \
          uploaded ones, or those in a body of the type `application/vnd.campanile.candidate+json`: \
          `{"campaign": "…", "files": {"users.csv": "…"}}`.""")
  @RequestBody(
      required = true,
      content =
          @Content(mediaType = CampaignResource.YAML, schema = @Schema(type = SchemaType.STRING)))
  @APIResponse(
      responseCode = "200",
      description = "What would be done",
      content = @Content(schema = @Schema(implementation = Planned.class)))
  @APIResponse(responseCode = "422", description = "The campaign would be refused")
  @APIResponse(
      responseCode = "429",
      description = "Other plans are being made, or large requests are under way; try again")
  public Planned plan(InputStream body) throws IOException {
    return Planned.of(desk.plan(Candidate.file(body)));
  }

  @POST
  @RolesAllowed(Roles.MARKETER)
  @Path("/plan")
  @Produces(MediaType.TEXT_PLAIN)
  @Operation(hidden = true)
  public String planText(InputStream body) throws IOException {
    return PlanText.of(desk.plan(Candidate.file(body)));
  }

  @POST
  @RolesAllowed(Roles.VIEWER)
  @Path("/diff")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Shows how a campaign differs from its open version",
      description =
          "As text or JSON, as the Accept header asks; bodies as for plan, with files from marketers and rule authors alone.")
  @APIResponse(
      responseCode = "200",
      description = "How it differs",
      content = @Content(schema = @Schema(implementation = Diff.class)))
  @APIResponse(responseCode = "403", description = "Files come from marketers and rule authors")
  @APIResponse(responseCode = "429", description = "Other large requests are under way")
  @RequestBody(
      required = true,
      content =
          @Content(mediaType = CampaignResource.YAML, schema = @Schema(type = SchemaType.STRING)))
  public Diff diff(InputStream body) throws IOException {
    return Diff.of(desk.difference(Candidate.file(body)));
  }

  @POST
  @RolesAllowed(Roles.VIEWER)
  @Path("/diff")
  @Produces(MediaType.TEXT_PLAIN)
  @Operation(hidden = true)
  public String diffText(InputStream body) throws IOException {
    return DiffText.of(desk.difference(Candidate.file(body)));
  }

  @POST
  @RolesAllowed(Roles.MARKETER)
  @Path("/plan")
  @Consumes(Candidate.MEDIA_TYPE)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(hidden = true)
  public Planned planWithFiles(InputStream body) throws IOException {
    return Candidate.answer(body, bodies, candidate -> Planned.of(desk.plan(candidate)));
  }

  @POST
  @RolesAllowed(Roles.MARKETER)
  @Path("/plan")
  @Consumes(Candidate.MEDIA_TYPE)
  @Produces(MediaType.TEXT_PLAIN)
  @Operation(hidden = true)
  public String planWithFilesText(InputStream body) throws IOException {
    return Candidate.answer(body, bodies, candidate -> PlanText.of(desk.plan(candidate)));
  }

  @POST
  @RolesAllowed({Roles.MARKETER, Roles.RULE_AUTHOR})
  @Path("/diff")
  @Consumes(Candidate.MEDIA_TYPE)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(hidden = true)
  public Diff diffWithFiles(InputStream body) throws IOException {
    return Candidate.answer(body, bodies, candidate -> Diff.of(desk.difference(candidate)));
  }

  @POST
  @RolesAllowed({Roles.MARKETER, Roles.RULE_AUTHOR})
  @Path("/diff")
  @Consumes(Candidate.MEDIA_TYPE)
  @Produces(MediaType.TEXT_PLAIN)
  @Operation(hidden = true)
  public String diffWithFilesText(InputStream body) throws IOException {
    return Candidate.answer(body, bodies, candidate -> DiffText.of(desk.difference(candidate)));
  }
}
