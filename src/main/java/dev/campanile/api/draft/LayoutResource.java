package dev.campanile.api.draft;

import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.api.access.Audit;
import dev.campanile.api.access.Roles;
import dev.campanile.api.http.Bodies;
import dev.campanile.api.http.Ids;
import dev.campanile.api.http.Problem;
import dev.campanile.api.http.ProblemException;
import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.Names;
import dev.campanile.campaign.NodeId;
import dev.campanile.draft.Layouts;
import dev.campanile.draft.Layouts.Point;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Where the nodes of campaigns stand on the canvas. */
@Path("/v1/layouts/{campaign}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Drafts")
@RunOnVirtualThread
public final class LayoutResource {

  private static final int MOST_BYTES = 1 << 16;

  /** Places of one campaign, those of nodes that are gone counted in. */
  private static final int MOST = 2_000;

  /** The places of nodes, by node. */
  public record Layout(Map<String, Point> nodes) {}

  private final Layouts layouts;
  private final Audit audit;

  public LayoutResource(Layouts layouts, Audit audit) {
    this.layouts = layouts;
    this.audit = audit;
  }

  @GET
  @RolesAllowed(Roles.VIEWER)
  @Operation(summary = "Shows where the nodes of a campaign stand, as far as somebody placed them")
  public Layout get(@RestPath String campaign) {
    return new Layout(byName(layouts.of(Ids.campaign(campaign))));
  }

  private static Map<String, Point> byName(Map<NodeId, Point> places) {
    Map<String, Point> nodes = new TreeMap<>();
    places.forEach((node, point) -> nodes.put(node.text(), point));
    return nodes;
  }

  @PATCH
  @RolesAllowed(Roles.MARKETER)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Moves nodes of a campaign",
      description =
          "Those that are not named stay where they are, so that several people can move nodes at once.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(type = SchemaType.OBJECT),
              examples =
                  @ExampleObject(
                      name = "one node",
                      value = "{\"nodes\": {\"thank\": {\"x\": 120, \"y\": 40}}}")))
  @APIResponse(responseCode = "422", description = "The request was not understood")
  public Layout move(@RestPath String campaign, InputStream body) throws IOException {
    JsonNode nodes = Bodies.only(Bodies.json(body, MOST_BYTES), "nodes").path("nodes");
    if (!nodes.isObject()) {
      throw invalid("places by node at 'nodes'");
    }
    Map<NodeId, Point> placed = new HashMap<>();
    nodes.properties().forEach(one -> placed.put(node(one.getKey()), point(one.getValue())));
    CampaignId id = Ids.campaign(campaign);
    audit.whole(
        () -> {
          Map<NodeId, Point> before = layouts.move(id, placed, MOST);
          if (!before.equals(placed)) {
            audit.changed("layout.move", campaign, byName(before), byName(placed));
          }
          return before;
        });
    return get(campaign);
  }

  private static NodeId node(String text) {
    if (!Names.valid(text)) {
      throw invalid("names of nodes at 'nodes'");
    }
    return new NodeId(text);
  }

  private static Point point(JsonNode value) {
    double x = value.path("x").asDouble(Double.NaN);
    double y = value.path("y").asDouble(Double.NaN);
    if (!value.path("x").isNumber() || !value.path("y").isNumber() || !Double.isFinite(x + y)) {
      throw invalid("numbers at 'x' and 'y'");
    }
    return new Point(x, y);
  }

  private static ProblemException invalid(String expected) {
    return Problem.notUnderstood("invalid-layout", expected).exception();
  }
}
