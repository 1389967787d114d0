package dev.campanile.api.draft;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.api.access.Roles;
import dev.campanile.api.http.Bodies;
import dev.campanile.api.http.Problem;
import dev.campanile.api.http.ProblemException;
import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Violation;
import dev.campanile.campaign.text.CampaignReader;
import dev.campanile.campaign.text.CampaignText;
import dev.campanile.campaign.text.CellReading;
import dev.campanile.campaign.text.Site;
import dev.campanile.campaign.text.TreeParser;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Cells of triggers, from one of their forms to the other: the one grammar of all editors. */
@Path("/v1/cells")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Drafts")
@RunOnVirtualThread
public final class CellResource {

  private static final int MOST_CELLS = 1_000;

  private static final Map<String, Site> SITES =
      Map.of(
          "audience", Site.AUDIENCE,
          "entry", Site.ENTRY,
          "edge", Site.INSIDE,
          "goal", Site.BESIDE,
          "exit", Site.BESIDE);

  /**
   * What is wrong with a cell.
   *
   * @param element the part of the object form, such as {@code where[0][1].value}; empty for the
   *     whole
   * @param offset how many characters of the text form stand before it
   */
  public record CellProblem(String element, int offset, String message, String advice) {

    static CellProblem of(Violation violation) {
      return new CellProblem(
          violation.element(),
          violation.place().column() - 1,
          violation.message(),
          violation.advice());
    }
  }

  /**
   * A cell in both forms; neither where it does not read.
   *
   * @param kind when it holds: happening (at an instant), deadline (from when it is due on) or
   *     standing (whenever one looks)
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Cell(
      @Nullable String text,
      @JsonRawValue @Schema(type = SchemaType.OBJECT) @Nullable String object,
      @Nullable String kind,
      List<CellProblem> problems) {

    static Cell of(CellReading reading) {
      return switch (reading) {
        case CellReading.Read(Condition condition) ->
            new Cell(
                CampaignText.text(condition),
                CampaignText.object(condition),
                kind(condition),
                List.of());
        case CellReading.Refused(var violations) ->
            new Cell(null, null, null, violations.stream().map(CellProblem::of).toList());
      };
    }

    private static String kind(Condition condition) {
      return switch (condition) {
        case Condition.Happening happening -> "happening";
        case Condition.Deadline deadline -> "deadline";
        case Condition.Standing standing -> "standing";
      };
    }
  }

  private final CampaignReader reader;

  public CellResource(CampaignReader reader) {
    this.reader = reader;
  }

  @POST
  @RolesAllowed(Roles.VIEWER)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Reads cells, and answers each in its canonical text and as an object",
      description =
          """
          A cell is a text, as it stands in campaign files, or an object. `where` says for what it is: audience, \
          entry, edge, goal or exit. Cells that do not read are answered with their problems.""")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(type = SchemaType.OBJECT),
              examples =
                  @ExampleObject(
                      name = "a text and an object",
                      value =
                          "{\"where\": \"edge\", \"cells\": [\"after P3D\", {\"event\": \"order.paid\"}]}")))
  @APIResponse(responseCode = "422", description = "The request was not understood")
  public List<Cell> read(InputStream body) throws IOException {
    JsonNode request = Bodies.only(Bodies.json(body, TreeParser.LONGEST), "where", "cells");
    JsonNode cells = request.path("cells");
    Site site = site(request);
    if (!cells.isArray() || cells.size() > MOST_CELLS) {
      throw invalid("a list of at most %d texts or objects at 'cells'".formatted(MOST_CELLS));
    }
    List<Cell> read = new ArrayList<>();
    cells.forEach(cell -> read.add(Cell.of(read(cell, site))));
    return read;
  }

  /** Where the cells of a request are to stand. */
  static Site site(JsonNode request) {
    Site site = SITES.get(request.path("where").asText());
    if (site == null) {
      throw invalid(
          "one of %s at 'where'".formatted(String.join(", ", new TreeSet<>(SITES.keySet()))));
    }
    return site;
  }

  private CellReading read(JsonNode cell, Site site) {
    return cell.isTextual()
        ? reader.cell(cell.asText(), site)
        : reader.cellOfObject(cell.toString(), site);
  }

  static ProblemException invalid(String expected) {
    return Problem.notUnderstood("invalid-cells", expected).exception();
  }
}
