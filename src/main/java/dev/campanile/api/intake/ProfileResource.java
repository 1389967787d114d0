package dev.campanile.api.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.campanile.api.access.Roles;
import dev.campanile.api.http.Bodies;
import dev.campanile.api.http.Ids;
import dev.campanile.api.http.Json;
import dev.campanile.api.http.Problem;
import dev.campanile.api.http.ProblemException;
import dev.campanile.campaign.UserId;
import dev.campanile.engine.LogWriter;
import dev.campanile.engine.state.Signal;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What is known of users, as it comes in. */
@Path("/v1/users/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Users")
@RunOnVirtualThread
public final class ProfileResource {

  /** Attributes that were refused, and why. */
  public record BadAttribute(String field, String reason) {}

  private final LogWriter log;
  private final Clock clock;

  public ProfileResource(LogWriter log, Clock clock) {
    this.log = log;
    this.clock = clock;
  }

  @PUT
  @RolesAllowed(Roles.INTAKE)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Sets attributes of a user's profile",
      description =
          """
          The attributes are laid over those that are there; a null removes one. They are the body itself, or its \
          only member `attributes`, as in profile lines. The change takes the way of all events: 202.""")
  @RequestBody(required = true, content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
  @APIResponse(responseCode = "202", description = "The change is in the log")
  @APIResponse(responseCode = "422", description = "Attributes were refused; nothing was accepted")
  public RestResponse<Void> put(@RestPath String id, InputStream body) throws IOException {
    UserId user = Ids.user(id);
    Map<String, @Nullable Object> changes =
        attributes(Bodies.bytes(body, 2 * ValueParser.MOST_BYTES));
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    log.append(List.of(new Signal.ProfileChanged(user, changes, now)));
    return RestResponse.status(RestResponse.Status.ACCEPTED);
  }

  private static Map<String, @Nullable Object> attributes(byte[] body) throws IOException {
    List<BadAttribute> bad = new ArrayList<>();
    try (JsonParser parser = Json.FACTORY.createParser(body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw malformed("Expected a JSON object with attributes, but got something else.");
      }
      Map<String, @Nullable Object> attributes =
          ValueParser.object(
              parser, "", (field, reason) -> bad.add(new BadAttribute(field, reason)));
      if (parser.nextToken() != null) {
        throw malformed("Expected one JSON object, but more follows it.");
      }
      if (!bad.isEmpty()) {
        throw Problem.of(
                422, "invalid-attributes", "Attributes were refused", "Nothing was accepted.")
            .with("errors", bad)
            .exception();
      }
      return unwrapped(attributes);
    } catch (JsonProcessingException malformed) {
      throw malformed(Json.malformed(malformed));
    }
  }

  private static Map<String, @Nullable Object> unwrapped(Map<String, @Nullable Object> body) {
    if (body.size() == 1 && body.get("attributes") instanceof Map<?, ?> inner) {
      Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
      inner.forEach((name, value) -> attributes.put(name.toString(), value));
      return attributes;
    }
    return body;
  }

  private static ProblemException malformed(String detail) {
    return Problem.notWellFormed(detail).exception();
  }
}
