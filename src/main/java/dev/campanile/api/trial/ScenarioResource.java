package dev.campanile.api.trial;

import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.api.access.Audit;
import dev.campanile.api.access.Roles;
import dev.campanile.api.campaign.CampaignResource;
import dev.campanile.api.campaign.CampaignViews.Finding;
import dev.campanile.api.campaign.Candidate;
import dev.campanile.api.http.Bodies;
import dev.campanile.api.trial.ScenarioDesk.Outcome;
import dev.campanile.api.trial.ScenarioDesk.Result;
import dev.campanile.engine.scenario.Verdict;
import dev.campanile.engine.warehouse.ScenarioStore.Kept;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
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

/** Scenarios that are kept with a campaign. */
@Path("/v1/campaigns/{id}/scenarios")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Scenarios")
@RunOnVirtualThread
public final class ScenarioResource {

  private static final int LONGEST = 1 << 18;

  /** A scenario file. */
  public record File(String name, String text, Instant changedAt) {

    static File of(Kept kept) {
      return new File(kept.name(), kept.text(), kept.changedAt());
    }
  }

  /**
   * What came of a scenario.
   *
   * @param file the name that it is kept under
   * @param line where in the file: of the scenario, or of what failed
   * @param complaints what was expected, and what was seen
   * @param course what had happened until then
   * @param findings why it could not be told
   */
  public record Tested(
      String file,
      String scenario,
      boolean passed,
      int line,
      int column,
      List<String> complaints,
      List<String> course,
      Optional<String> clock,
      List<Finding> findings) {

    static Tested of(Result result) {
      return switch (result.outcome()) {
        case Outcome.Judged(Verdict.Passed passed) ->
            new Tested(
                result.file(),
                result.name(),
                true,
                result.place().line(),
                result.place().column(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of());
        case Outcome.Judged(Verdict.Failed(var place, var complaints, var clock, var course)) ->
            new Tested(
                result.file(),
                result.name(),
                false,
                place.line(),
                place.column(),
                complaints,
                course,
                Optional.of(clock.getId()),
                List.of());
        case Outcome.Broken(var problems) ->
            new Tested(
                result.file(),
                result.name(),
                false,
                result.place().line(),
                result.place().column(),
                List.of(),
                List.of(),
                Optional.empty(),
                Finding.of(problems));
      };
    }
  }

  private final ScenarioDesk desk;
  private final Audit audit;

  public ScenarioResource(ScenarioDesk desk, Audit audit) {
    this.audit = audit;
    this.desk = desk;
  }

  @GET
  @Operation(summary = "Lists the scenarios of a campaign")
  @RolesAllowed(Roles.VIEWER)
  public List<File> list(@RestPath String id) {
    return desk.all(id).stream().map(File::of).toList();
  }

  @GET
  @Path("/{name}")
  @Produces(CampaignResource.YAML)
  @Operation(summary = "Shows a scenario file as it was written")
  @RolesAllowed(Roles.VIEWER)
  public RestResponse<String> get(@RestPath String id, @RestPath String name) {
    Kept kept = desk.named(id, name);
    String file = "%s.%s.scenario.yaml".formatted(id, name.replaceAll("[^A-Za-z0-9._-]+", "-"));
    return RestResponse.ResponseBuilder.ok(kept.text(), CampaignResource.YAML)
        .header("Content-Disposition", "attachment; filename=\"%s\"".formatted(file))
        .build();
  }

  @PUT
  @Path("/{name}")
  @Consumes({CampaignResource.YAML, "application/x-yaml", "text/yaml", MediaType.TEXT_PLAIN})
  @Operation(
      summary = "Keeps a scenario file with a campaign",
      description =
          "The file is as docs/scenarios.md says, of this campaign alone; at most 256 KB, at most 200 of a campaign.")
  @RequestBody(
      required = true,
      content =
          @Content(mediaType = CampaignResource.YAML, schema = @Schema(type = SchemaType.STRING)))
  @APIResponse(responseCode = "201", description = "There was none of this name")
  @APIResponse(responseCode = "200", description = "It takes the place of the one of this name")
  @APIResponse(responseCode = "422", description = "The file does not read; nothing has changed")
  @RolesAllowed({Roles.MARKETER, Roles.RULE_AUTHOR})
  public RestResponse<File> put(@RestPath String id, @RestPath String name, InputStream body)
      throws IOException {
    String text = Bodies.text(body, LONGEST);
    boolean created =
        audit.whole(
            () -> {
              Optional<String> before = desk.text(id, name);
              boolean made = desk.keep(id, name, text);
              audit.became("scenario.keep", id + "/" + name, before, text);
              return made;
            });
    return RestResponse.status(
        created ? RestResponse.Status.CREATED : RestResponse.Status.OK,
        File.of(desk.named(id, name)));
  }

  @DELETE
  @Path("/{name}")
  @Operation(summary = "Forgets a scenario file")
  @RolesAllowed({Roles.MARKETER, Roles.RULE_AUTHOR})
  public void delete(@RestPath String id, @RestPath String name) {
    audit.whole(
        () -> {
          String before = desk.named(id, name).text();
          desk.forget(id, name);
          audit.changed("scenario.delete", id + "/" + name, before, null);
          return before;
        });
  }

  @POST
  @Path("/run")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Tells all scenarios of a campaign",
      description =
          """
          Of its open version, or of the text given: `{"campaign": "…", "files": {…}}`. Each comes with whether it \
          passed, and where it failed. At most 1,000 scenarios are told, with 20 different sets of lists, and at most \
          100,000 things may happen in all of them together; what is beyond is not told, and the last result says so.""")
  @RequestBody(content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
  @APIResponse(responseCode = "422", description = "The campaign was refused")
  @APIResponse(responseCode = "429", description = "Too many simulations are under way")
  @RolesAllowed({Roles.MARKETER, Roles.RULE_AUTHOR})
  public List<Tested> run(@RestPath String id, InputStream body) throws IOException {
    return desk.answer(body, request -> run(id, request));
  }

  private List<Tested> run(String id, JsonNode request) {
    Bodies.only(request, "campaign", "files");
    Optional<Candidate> candidate =
        request.has("campaign") ? Optional.of(Candidate.of(request)) : Optional.empty();
    return desk.run(id, candidate).stream().map(Tested::of).toList();
  }
}
