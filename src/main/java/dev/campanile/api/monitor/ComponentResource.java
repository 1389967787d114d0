package dev.campanile.api.monitor;

import dev.campanile.api.access.Roles;
import dev.campanile.api.http.Filters;
import dev.campanile.engine.monitor.Component;
import dev.campanile.engine.monitor.Component.State;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the service is made of, and how it is. */
@Path("/v1/components")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operations")
@RunOnVirtualThread
public final class ComponentResource {

  /**
   * All components at an instant.
   *
   * @param state that of the worst of them
   */
  public record Overview(Instant at, String state, List<Shown> components) {}

  /**
   * A component.
   *
   * @param state up, degraded or down
   * @param detail how it is, in a sentence
   * @param figures what was measured
   */
  // Others are called Shown as well: clients know this one by its number.
  @Schema(name = "Shown1")
  public record Shown(String name, String state, String detail, Map<String, Object> figures) {

    static Shown of(Component component) {
      return new Shown(
          component.name(),
          Filters.lower(component.state()),
          component.detail(),
          component.figures());
    }
  }

  private final ComponentDesk desk;
  private final Clock clock;

  public ComponentResource(ComponentDesk desk, Clock clock) {
    this.desk = desk;
    this.clock = clock;
  }

  @GET
  @RolesAllowed(Roles.VIEWER)
  @Operation(
      summary = "Shows how each component of the service is",
      description =
          """
          PostgreSQL, the wheel of wake-ups, the outbox, walks over users, Redis, Kafka with the records that have yet to \
          be judged, and the folder of campaigns. Each is up, degraded (somebody should look at it) or down.""")
  public Overview components() {
    List<Component> components = desk.look();
    State worst =
        components.stream().map(Component::state).max(Comparator.naturalOrder()).orElse(State.UP);
    return new Overview(
        clock.instant(), Filters.lower(worst), components.stream().map(Shown::of).toList());
  }
}
