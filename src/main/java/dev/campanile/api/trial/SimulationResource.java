package dev.campanile.api.trial;

import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.api.access.Roles;
import dev.campanile.api.campaign.Candidate;
import dev.campanile.api.http.Bodies;
import dev.campanile.api.http.Problem;
import dev.campanile.api.trial.SimulationViews.Simulation;
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

/** What a campaign would do with one user, played in virtual time. */
@Path("/v1/simulations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Simulations")
@RunOnVirtualThread
public final class SimulationResource {

  private final SimulationDesk desk;

  public SimulationResource(SimulationDesk desk) {
    this.desk = desk;
  }

  @POST
  @RolesAllowed({Roles.MARKETER, Roles.RULE_AUTHOR})
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Plays a story of one user and shows it picture by picture",
      description =
          """
          `{"campaign": "…", "files": {"users.csv": "…"}, "scenario": {"given": {…}, "steps": […]}}`. The scenario is \
          as in a scenario file, as an object or as text; steps need no `then`. Nothing is kept and nothing is \
          performed. Every step is looked at: what falls due at its instant has fallen due. At most 10,000 things may \
          happen, within ten years, and 500 of them are shown. `yaml` is the scenario as a file, with what was seen as \
          what each step expects.""")
  @RequestBody(required = true, content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
  @APIResponse(responseCode = "422", description = "The campaign or the scenario was refused")
  @APIResponse(responseCode = "429", description = "Too many simulations are under way")
  public Simulation simulate(InputStream body) throws IOException {
    return desk.answer(body, this::simulate);
  }

  private Simulation simulate(JsonNode request) {
    Bodies.only(request, "campaign", "files", "scenario");
    return Simulation.of(desk.simulate(Candidate.of(request), scenario(request.path("scenario"))));
  }

  private static String scenario(JsonNode scenario) {
    if (!scenario.isObject() && !scenario.isTextual()) {
      throw Problem.of(
              422,
              "invalid-scenario",
              "There is no scenario",
              "Expected an object or a text at 'scenario', but there is none.")
          .exception();
    }
    return scenario.isTextual() ? scenario.asText() : scenario.toString();
  }
}
