package dev.campanile.api.intake;

import dev.campanile.api.access.Roles;
import dev.campanile.api.http.Bodies;
import dev.campanile.api.intake.EventParser.Request;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Events whose sender wants to know at once what they do. */
@Path("/v1/decisions")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Events")
@RunOnVirtualThread
public final class DecisionResource {

  /** One event with 64 KiB of properties, and room for names. */
  private static final int MOST_BYTES = 2 * ValueParser.MOST_BYTES;

  private static final String ONE =
      """
      {"id": "o-1", "type": "order.paid", "user": "anna", "properties": {"amount": 120.50}, "dryRun": true, "explain": true}""";

  private final DecisionDesk desk;
  private final Clock clock;

  public DecisionResource(DecisionDesk desk, Clock clock) {
    this.desk = desk;
    this.clock = clock;
  }

  @POST
  @RolesAllowed(Roles.DECIDE)
  @Operation(
      summary = "Sends an event and answers with what it did",
      description =
          """
          The event takes the same way as all others. With `dryRun: true` it is judged on the user's state as it is \
          stored, and nothing is changed. With `explain: true` the answer tells, for every campaign that listens to the event or has the user inside, what became of each trigger: its rows and cells with the values seen.""")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(type = SchemaType.OBJECT),
              examples = @ExampleObject(name = "a dry run", value = ONE)))
  @APIResponse(
      responseCode = "200",
      description = "What it did",
      content = @Content(schema = @Schema(implementation = Decision.class)))
  @APIResponse(responseCode = "422", description = "The event was refused")
  @APIResponse(responseCode = "503", description = "Retry with the same id")
  @APIResponse(responseCode = "504", description = "The event is accepted, but not judged yet")
  public Decision decide(InputStream body) throws IOException {
    Request request = EventReader.request(Bodies.bytes(body, MOST_BYTES), clock.instant());
    return desk.decide(request);
  }
}
