package dev.campanile.api.version;

import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.api.access.Audit;
import dev.campanile.api.access.Roles;
import dev.campanile.api.campaign.CampaignViews.Publication;
import dev.campanile.api.http.Bodies;
import dev.campanile.api.http.Problem;
import dev.campanile.api.http.ProblemException;
import dev.campanile.api.version.VersionViews.Diff;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.NodeId;
import dev.campanile.campaign.OnChange;
import dev.campanile.engine.warehouse.Witness;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/** Versions of campaigns: which there are, how they differ, and back to an earlier one. */
@Path("/v1/campaigns/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Versions")
@RunOnVirtualThread
public final class VersionResource {

  private static final int MOST_BYTES = 1 << 16;

  private final VersionDesk desk;
  private final Audit audit;

  public VersionResource(VersionDesk desk, Audit audit) {
    this.desk = desk;
    this.audit = audit;
  }

  @GET
  @RolesAllowed(Roles.VIEWER)
  @Path("/versions")
  @Operation(summary = "Lists the versions of a campaign, the latest first, and who is inside")
  public List<VersionViews.Published> versions(@RestPath String id) {
    return VersionViews.Published.of(desk.history(id));
  }

  @GET
  @RolesAllowed(Roles.VIEWER)
  @Path("/diff")
  @Operation(
      summary = "Shows how two versions differ",
      description =
          "By default from the version before the open one to the open one. As text or JSON, as the Accept header asks.")
  public Diff diff(
      @RestPath String id, @RestQuery Optional<Integer> from, @RestQuery Optional<Integer> to) {
    return Diff.of(desk.difference(id, from, to));
  }

  @GET
  @RolesAllowed(Roles.VIEWER)
  @Path("/diff")
  @Produces(MediaType.TEXT_PLAIN)
  @Operation(hidden = true)
  public String text(
      @RestPath String id, @RestQuery Optional<Integer> from, @RestQuery Optional<Integer> to) {
    return DiffText.of(desk.difference(id, from, to));
  }

  @POST
  @RolesAllowed(Roles.MARKETER)
  @Path("/rollback")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Publishes the content of an earlier version as a new one",
      description =
          """
          `{"to": 1}`, or with another rule for those inside, `{"to": 1, "on-change": "follow"}` or \
          `"on-change": {"migrate": {"old-node": "new-node"}}`. Files are those of that version. Twice is once.""")
  @RequestBody(required = true, content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
  @APIResponse(responseCode = "403", description = "Somebody else must approve of it, as a draft")
  @APIResponse(responseCode = "404", description = "There is no such version")
  @APIResponse(responseCode = "422", description = "That version cannot be published any more")
  public Publication rollBack(@RestPath String id, InputStream body) throws IOException {
    JsonNode request = Bodies.only(Bodies.json(body, MOST_BYTES), "to", "on-change");
    JsonNode to = request.path("to");
    if (!to.isInt()) {
      throw invalid("a version at 'to', such as 1");
    }
    Witness<CampaignKey> witness =
        (before, after) ->
            audit.became(
                "campaign.rollback",
                id,
                before.map(CampaignKey::toString),
                before.equals(Optional.of(after))
                    ? after.toString()
                    : "%s with the content of version %d".formatted(after, to.intValue()));
    var published = desk.rollBack(id, to.intValue(), onChange(request.path("on-change")), witness);
    return Publication.of(published);
  }

  private static Optional<OnChange> onChange(JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      return Optional.empty();
    }
    return switch (node.asText("")) {
      case "pin" -> Optional.of(new OnChange.Pin());
      case "follow" -> Optional.of(new OnChange.Follow());
      default -> Optional.of(migrate(node.path("migrate")));
    };
  }

  private static OnChange migrate(JsonNode map) {
    if (!map.isObject()) {
      throw invalid("'pin', 'follow' or {\"migrate\": {…}} at 'on-change'");
    }
    Map<NodeId, NodeId> nodes = new HashMap<>();
    try {
      map.properties()
          .forEach(one -> nodes.put(new NodeId(one.getKey()), new NodeId(one.getValue().asText())));
    } catch (IllegalArgumentException misnamed) {
      throw invalid("names of nodes at 'on-change'");
    }
    return new OnChange.Migrate(nodes);
  }

  private static ProblemException invalid(String expected) {
    return Problem.notUnderstood("invalid-rollback", expected).exception();
  }
}
