package dev.campanile.api.intake;

import dev.campanile.api.access.Roles;
import dev.campanile.api.http.Bodies;
import dev.campanile.campaign.Event;
import dev.campanile.engine.LogWriter;
import dev.campanile.engine.state.Signal;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Intake of events. */
@Path("/v1/events")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Events")
@RunOnVirtualThread
public final class EventResource {

  static final String NDJSON = "application/x-ndjson";

  private static final String ONE =
      """
      {"id": "o-1", "type": "order.paid", "user": "anna", "time": "2026-11-01T12:00:00Z", \
      "properties": {"productId": 7, "amount": 120.50}}""";

  /** How many events the broker has acknowledged. */
  public record Accepted(int accepted) {}

  private final LogWriter log;
  private final Clock clock;

  public EventResource(LogWriter log, Clock clock) {
    this.log = log;
    this.clock = clock;
  }

  @POST
  @RolesAllowed(Roles.INTAKE)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Accepts one event, or an array of events",
      description =
          """
          Accepted means that the broker has acknowledged every event. A batch is accepted whole or not at all. \
          `id`, `type` and `user` are required; `time` is the present unless given, at most five minutes \
          ahead of it; `source` is `api` unless given. An event is one and the same where user, source and id are, \
          within seven days of event time: sending it again is harmless. At most 10,000 events and 16 MiB; \
          `properties` have at most 64 KiB and 16 levels.""")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(type = SchemaType.OBJECT),
              examples = @ExampleObject(name = "an event", value = ONE)))
  @APIResponse(
      responseCode = "202",
      description = "All events are in the log",
      content = @Content(schema = @Schema(implementation = Accepted.class)))
  @APIResponse(responseCode = "400", description = "The body is not well-formed")
  @APIResponse(responseCode = "413", description = "The batch is too large")
  @APIResponse(responseCode = "422", description = "Events were refused; nothing was accepted")
  @APIResponse(responseCode = "503", description = "Retry with the same ids")
  public RestResponse<Accepted> document(InputStream body) throws IOException {
    return append(reader().document(Bodies.bytes(body, EventReader.MOST_BYTES)));
  }

  @POST
  @RolesAllowed(Roles.INTAKE)
  @Consumes(NDJSON)
  @Operation(summary = "Accepts one event per line")
  public RestResponse<Accepted> lines(InputStream body) throws IOException {
    return append(reader().lines(Bodies.bytes(body, EventReader.MOST_BYTES)));
  }

  private EventReader reader() {
    return new EventReader(clock.instant());
  }

  private RestResponse<Accepted> append(List<Event> events) {
    log.append(events.stream().<Signal>map(Signal.Happened::new).toList());
    return RestResponse.status(RestResponse.Status.ACCEPTED, new Accepted(events.size()));
  }
}
