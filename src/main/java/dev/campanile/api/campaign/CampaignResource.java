package dev.campanile.api.campaign;

import dev.campanile.api.access.Audit;
import dev.campanile.api.access.Roles;
import dev.campanile.api.campaign.CampaignViews.Backfill;
import dev.campanile.api.campaign.CampaignViews.Campaign;
import dev.campanile.api.campaign.CampaignViews.Check;
import dev.campanile.api.campaign.CampaignViews.FileFindings;
import dev.campanile.api.campaign.CampaignViews.Publication;
import dev.campanile.api.http.Bodies;
import dev.campanile.api.http.Filters;
import dev.campanile.api.http.LargeBodies;
import dev.campanile.campaign.text.CampaignText;
import dev.campanile.campaign.text.TreeParser;
import dev.campanile.engine.state.RuleBook.Status;
import dev.campanile.engine.warehouse.CampaignStore.Version;
import dev.campanile.engine.warehouse.Witness;
import dev.campanile.translator.CampaignPublisher.Publication.Published;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
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
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Campaigns: publish, look at, steer. */
@Path("/v1/campaigns")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Campaigns")
@RunOnVirtualThread
public final class CampaignResource {

  public static final String YAML = "application/yaml";

  private final CampaignDesk desk;
  private final Audit audit;
  private final LargeBodies bodies;

  public CampaignResource(CampaignDesk desk, Audit audit, LargeBodies bodies) {
    this.bodies = bodies;
    this.desk = desk;
    this.audit = audit;
  }

  @GET
  @RolesAllowed(Roles.VIEWER)
  @Operation(
      summary = "Lists all campaigns, each with its open version",
      description = "With `inside`, also how many participations are under way in each.")
  public List<Campaign> list(@RestQuery boolean inside) {
    return desk.listings(inside).stream().map(Campaign::of).toList();
  }

  @GET
  @RolesAllowed(Roles.VIEWER)
  @Path("/problems")
  @Operation(
      summary = "Lists the files of the campaign folder that are not live as they stand there")
  public List<FileFindings> problems() {
    return desk.rejections().stream().map(FileFindings::of).toList();
  }

  @POST
  @RolesAllowed(Roles.MARKETER)
  @Consumes({YAML, "application/x-yaml", "text/yaml", "text/plain", MediaType.APPLICATION_JSON})
  @Operation(
      summary = "Publishes a campaign",
      description =
          "Equal content is the same version: 200. Broken input changes nothing: 422 with all findings.")
  @RequestBody(
      required = true,
      content = @Content(mediaType = YAML, schema = @Schema(type = SchemaType.STRING)))
  @APIResponse(
      responseCode = "201",
      description = "A new version is open",
      content = @Content(schema = @Schema(implementation = Publication.class)))
  @APIResponse(responseCode = "200", description = "This content was open before")
  @APIResponse(responseCode = "403", description = "Somebody else must approve of it, as a draft")
  @APIResponse(responseCode = "422", description = "The campaign was refused")
  public RestResponse<Publication> publish(InputStream body) throws IOException {
    Published published =
        desk.publishDirectly(
            Bodies.text(body, TreeParser.LONGEST),
            (before, after) -> audit.became("campaign.publish", after.id().text(), before, after));
    URI location = URI.create("/v1/campaigns/" + published.campaign().id());
    return RestResponse.ResponseBuilder.create(
            published.changed() ? RestResponse.Status.CREATED : RestResponse.Status.OK,
            Publication.of(published))
        .location(location)
        .build();
  }

  @POST
  @RolesAllowed(Roles.VIEWER)
  @Path("/check")
  @Consumes({
    YAML,
    "application/x-yaml",
    "text/yaml",
    MediaType.TEXT_PLAIN,
    MediaType.APPLICATION_JSON
  })
  @Operation(
      summary = "Tells what publishing a campaign would tell, and changes nothing",
      description =
          """
          Where the text reads, the campaign is answered as JSON with its cells in object form, and in canonical YAML; \
          with `translate` also its rules, if no error is in the way. Findings name the element they are about, such \
          as `edges[2].when[0][1]`, with line and column. Marketers and rule authors may send files that the campaign \
          names along, in a body of the type `application/vnd.campanile.candidate+json`, as for plan.""")
  @RequestBody(
      required = true,
      content = @Content(mediaType = YAML, schema = @Schema(type = SchemaType.STRING)))
  @APIResponse(
      responseCode = "200",
      description = "What was found",
      content = @Content(schema = @Schema(implementation = Check.class)))
  @APIResponse(responseCode = "403", description = "Files come from marketers and rule authors")
  @APIResponse(responseCode = "429", description = "Other large requests are under way")
  public Check check(@RestQuery boolean translate, InputStream body) throws IOException {
    return desk.check(Candidate.file(body), translate);
  }

  @POST
  @RolesAllowed({Roles.MARKETER, Roles.RULE_AUTHOR})
  @Path("/check")
  @Consumes(Candidate.MEDIA_TYPE)
  @Operation(hidden = true)
  public Check checkWithFiles(@RestQuery boolean translate, InputStream body) throws IOException {
    return Candidate.answer(body, bodies, candidate -> desk.check(candidate, translate));
  }

  @GET
  @RolesAllowed(Roles.VIEWER)
  @Path("/{id}")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Shows the open version of a campaign, or the one asked for",
      description = "As JSON or YAML, as the Accept header asks. ETag is the hash of the content.")
  public RestResponse<String> json(@RestPath String id, @RestQuery Optional<Integer> version) {
    Version found = desk.version(id, version);
    return shown(found, CampaignText.json(desk.graph(found)), MediaType.APPLICATION_JSON);
  }

  @GET
  @RolesAllowed(Roles.VIEWER)
  @Path("/{id}")
  @Produces(YAML)
  @Operation(hidden = true)
  public RestResponse<String> yaml(@RestPath String id, @RestQuery Optional<Integer> version) {
    Version found = desk.version(id, version);
    return shown(found, found.yaml(), YAML);
  }

  @GET
  @RolesAllowed(Roles.VIEWER)
  @Path("/{id}/drl")
  @Produces(MediaType.TEXT_PLAIN)
  @Operation(summary = "Shows the rules that a campaign is translated to")
  public RestResponse<String> drl(@RestPath String id, @RestQuery Optional<Integer> version) {
    Version found = desk.version(id, version);
    return shown(found, desk.drl(found), MediaType.TEXT_PLAIN + ";charset=UTF-8");
  }

  @GET
  @RolesAllowed(Roles.VIEWER)
  @Path("/{id}/backfill")
  @Operation(
      summary = "Shows how far the present users have been let in",
      description =
          """
          Publishing a campaign whose entries can hold without an event, or changing them or its audience, lets those \
          users in who match already. State: walking, done, given_up, or not_needed.""")
  public Backfill backfill(@RestPath String id) {
    return Backfill.of(desk.backfill(id));
  }

  @POST
  @RolesAllowed({Roles.MARKETER, Roles.OPERATOR})
  @Path("/{id}/pause")
  @Operation(summary = "Pauses a campaign: nobody enters or moves; time catches up on resuming")
  public Campaign pause(@RestPath String id) {
    return Campaign.of(desk.pause(id, steered("campaign.pause", id)));
  }

  @POST
  @RolesAllowed({Roles.MARKETER, Roles.OPERATOR})
  @Path("/{id}/resume")
  @Operation(summary = "Resumes a paused campaign")
  public Campaign resume(@RestPath String id) {
    return Campaign.of(desk.resume(id, steered("campaign.resume", id)));
  }

  @POST
  @RolesAllowed({Roles.MARKETER, Roles.OPERATOR})
  @Path("/{id}/end")
  @Operation(summary = "Ends a campaign: nobody enters, and whoever is inside is led out soon")
  public Campaign end(@RestPath String id) {
    return Campaign.of(desk.end(id, steered("campaign.end", id)));
  }

  private Witness<Status> steered(String action, String id) {
    return (before, after) ->
        audit.became(action, id, before.map(Filters::lower), Filters.lower(after));
  }

  private static RestResponse<String> shown(Version version, String text, String type) {
    return RestResponse.ResponseBuilder.ok(text, type)
        .header("ETag", "\"" + version.hash() + "\"")
        .header("Campaign-Version", version.key().version())
        .build();
  }
}
