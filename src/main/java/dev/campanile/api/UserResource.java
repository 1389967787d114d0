package dev.campanile.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.campanile.campaign.UserId;
import dev.campanile.engine.state.Signal;
import dev.campanile.engine.state.UserState;
import dev.campanile.engine.warehouse.DataWarehouse;
import dev.campanile.engine.warehouse.Records;
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
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Users: what is known of them, and what they take part in. */
@Path("/v1/users/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Users")
@RunOnVirtualThread
public final class UserResource {

  /** Attributes that were refused, and why. */
  public record BadAttribute(String field, String reason) {}

  /** A user's profile. */
  public record User(String id, Map<String, Object> attributes, Optional<Instant> latestEvent) {}

  /** A user's run through a campaign. */
  public record Run(
      String id,
      String campaign,
      int version,
      Optional<String> key,
      String node,
      String status,
      Instant entered,
      Instant since,
      Optional<Instant> ended,
      int moves,
      Optional<Instant> wakeAt) {}

  private final LogWriter log;
  private final DataWarehouse warehouse;
  private final Records records;
  private final Clock clock;

  public UserResource(LogWriter log, DataWarehouse warehouse, Records records, Clock clock) {
    this.log = log;
    this.warehouse = warehouse;
    this.records = records;
    this.clock = clock;
  }

  @GET
  @RolesAllowed(Roles.VIEWER)
  @Operation(summary = "Shows a user's profile, as of the last batch")
  public User user(@RestPath String id) {
    UserState state = warehouse.read(known(id));
    if (state.version() == 0) {
      throw unknown(id);
    }
    return new User(state.user().text(), state.profile().values(), state.latest());
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
    UserId user = known(id);
    Map<String, @Nullable Object> changes =
        attributes(Bodies.bytes(body, 2 * ValueParser.MOST_BYTES));
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    log.append(List.of(new Signal.ProfileChanged(user, changes, now)));
    return RestResponse.status(RestResponse.Status.ACCEPTED);
  }

  @GET
  @RolesAllowed(Roles.VIEWER)
  @Path("/participations")
  @Operation(summary = "Lists what a user takes or took part in, the latest first")
  public List<Run> participations(@RestPath String id) {
    return records.runs(known(id)).stream().map(UserResource::run).toList();
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

  private static Run run(Records.Run run) {
    return new Run(
        run.id(),
        run.campaign().id().text(),
        run.campaign().version(),
        run.key(),
        run.node().text(),
        run.status().name().toLowerCase(Locale.ROOT),
        run.entered(),
        run.since(),
        run.ended(),
        run.moves(),
        run.wakeAt());
  }

  static UserId known(String id) {
    if (Texts.flawOfName(id, UserId.LONGEST).isPresent()) {
      throw unknown(id);
    }
    return new UserId(id);
  }

  static ProblemException unknown(String id) {
    return Problem.notFound("There is no user '%s'.".formatted(Texts.excerpt(id))).exception();
  }

  private static ProblemException malformed(String detail) {
    return Problem.of(400, "malformed-json", "The body is not well-formed", detail).exception();
  }
}
