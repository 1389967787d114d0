package dev.campanile.api.draft;

import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.api.access.Roles;
import dev.campanile.api.http.Bodies;
import dev.campanile.api.http.Ids;
import dev.campanile.api.http.Problem;
import dev.campanile.api.http.ProblemException;
import dev.campanile.campaign.Names;
import dev.campanile.campaign.NodeId;
import dev.campanile.draft.Layouts;
import dev.campanile.draft.Layouts.Point;
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

  /** The places of nodes, by node. */
  public record Layout(Map<String, Point> nodes) {}

  private final Layouts layouts;

  public LayoutResource(Layouts layouts) {
    this.layouts = layouts;
  }

  @GET
  @RolesAllowed(Roles.VIEWER)
  @Operation(summary = "Shows where the nodes of a campaign stand, as far as somebody placed them")
  public Layout get(@RestPath String campaign) {
    Map<String, Point> nodes = new TreeMap<>();
    layouts.of(Ids.campaign(campaign)).forEach((node, point) -> nodes.put(node.text(), point));
    return new Layout(nodes);
  }

  @PUT
  @RolesAllowed(Roles.MARKETER)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Keeps where the nodes of a campaign stand, instead of all before")
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
  public Layout put(@RestPath String campaign, InputStream body) throws IOException {
    JsonNode nodes = Bodies.json(body, MOST_BYTES).path("nodes");
    if (!nodes.isObject()) {
      throw invalid("places by node at 'nodes'");
    }
    Map<NodeId, Point> placed = new HashMap<>();
    nodes.properties().forEach(one -> placed.put(node(one.getKey()), point(one.getValue())));
    layouts.keep(Ids.campaign(campaign), placed);
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
