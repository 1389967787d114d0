package dev.campanile.api.draft;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.api.access.Roles;
import dev.campanile.api.draft.CellResource.CellProblem;
import dev.campanile.api.http.Bodies;
import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Trigger;
import dev.campanile.campaign.text.CampaignReader;
import dev.campanile.campaign.text.CampaignText;
import dev.campanile.campaign.text.Site;
import dev.campanile.campaign.text.TreeParser;
import dev.campanile.campaign.text.TriggerReading;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Triggers, from rows of cells to one Boolean text and back. */
@Path("/v1/triggers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Drafts")
@RunOnVirtualThread
public final class TriggerResource {

  /**
   * A trigger in both forms; neither where it does not read.
   *
   * @param rows cells in their text form; missing as well where no rows mean the same
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Both(
      @Nullable String text, @Nullable List<List<String>> rows, List<CellProblem> problems) {

    static Both of(TriggerReading reading) {
      return switch (reading) {
        case TriggerReading.Read(Trigger trigger) ->
            new Both(CampaignText.booleanText(trigger), rows(trigger), List.of());
        case TriggerReading.Refused(var violations) ->
            new Both(null, null, violations.stream().map(CellProblem::of).toList());
      };
    }

    private static @Nullable List<List<String>> rows(Trigger trigger) {
      return CampaignText.rows(trigger)
          .map(rows -> rows.stream().map(row -> row.stream().map(Both::text).toList()).toList())
          .orElse(null);
    }

    private static String text(Condition condition) {
      return CampaignText.text(condition);
    }
  }

  private final CampaignReader reader;

  public TriggerResource(CampaignReader reader) {
    this.reader = reader;
  }

  @POST
  @RolesAllowed(Roles.VIEWER)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Reads a trigger, and answers it as one Boolean text and in rows of cells",
      description =
          """
          A trigger is a Boolean text, or rows of cells, as it stands in campaign files. `where` says for what it is: \
          audience, entry, edge, goal or exit. There are no rows where they would mean something else.""")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(type = SchemaType.OBJECT),
              examples =
                  @ExampleObject(
                      name = "a Boolean text",
                      value =
                          "{\"where\": \"edge\", \"trigger\": \"\\\"after P3D\\\" && \\\"user.vip eq true\\\"\"}")))
  @APIResponse(responseCode = "422", description = "The request was not understood")
  public Both read(InputStream body) throws IOException {
    JsonNode request = Bodies.only(Bodies.json(body, TreeParser.LONGEST), "where", "trigger");
    Site site = CellResource.site(request);
    JsonNode trigger = request.path("trigger");
    if (!trigger.isTextual() && !trigger.isArray()) {
      throw CellResource.invalid("a text or a list of rows at 'trigger'");
    }
    return Both.of(
        trigger.isTextual()
            ? reader.trigger(trigger.asText(), site)
            : reader.triggerOfRows(trigger.toString(), site));
  }
}
