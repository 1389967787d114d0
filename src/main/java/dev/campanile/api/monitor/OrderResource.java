package dev.campanile.api.monitor;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.campanile.api.access.Roles;
import dev.campanile.api.http.Filters;
import dev.campanile.api.http.Ids;
import dev.campanile.api.http.Texts;
import dev.campanile.campaign.CampaignId;
import dev.campanile.engine.monitor.Troubles;
import dev.campanile.engine.monitor.Troubles.Place;
import dev.campanile.engine.monitor.Troubles.Status;
import dev.campanile.engine.monitor.Troubles.Trouble;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Orders that are not performed, or not yet. */
@Path("/v1/orders")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operations")
@RunOnVirtualThread
public final class OrderResource {

  private static final int MOST = 500;

  private static final Set<Status> ASIDE = EnumSet.of(Status.PARKED, Status.UNKNOWN, Status.FAILED);

  /**
   * A page of orders, the latest first.
   *
   * @param next what to give as {@code before} for the page behind it; none where this is the last
   */
  public record Page(List<Order> orders, Optional<String> next) {}

  /**
   * An order.
   *
   * @param status new, sent, parked, unknown or failed
   * @param reason what the last attempt came to, or why the order was put aside
   * @param waitsFor what brings it back by itself
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record Order(
      String key,
      String user,
      String campaign,
      int version,
      String node,
      String action,
      String kind,
      String status,
      int attempts,
      Optional<String> reason,
      Optional<String> waitsFor,
      Instant ordered,
      Instant nextAttempt,
      Optional<Instant> settled) {

    static Order of(Trouble order) {
      return new Order(
          order.key(),
          order.user().text(),
          order.campaign().id().text(),
          order.campaign().version(),
          order.node().text(),
          order.action().text(),
          order.kind(),
          Filters.lower(order.status()),
          order.attempts(),
          order.reason(),
          order.waitsFor(),
          order.ordered(),
          order.nextAttempt(),
          order.settled());
    }
  }

  private final Troubles troubles;

  public OrderResource(Troubles troubles) {
    this.troubles = troubles;
  }

  @GET
  @RolesAllowed(Roles.VIEWER)
  @Operation(
      summary = "Lists orders that did not go through, the latest first",
      description =
          """
          `status` may be given several times: parked, unknown, failed, which are shown unless given; also new and sent, \
          which are still being tried. What was performed, and what was withheld, stands in the timeline of its user. \
          At most 500 at once.""")
  @APIResponse(responseCode = "200", description = "A page of orders")
  @APIResponse(responseCode = "400", description = "A filter was not understood")
  public Page orders(
      @RestQuery List<String> status,
      @RestQuery Optional<String> campaign,
      @RestQuery Optional<String> before,
      @RestQuery @DefaultValue("50") int limit) {
    Set<Status> statuses = status.isEmpty() ? ASIDE : Filters.among(Status.class, "status", status);
    Optional<CampaignId> of = campaign.filter(text -> !text.isEmpty()).map(Ids::campaign);
    int most = Math.clamp(limit, 1, MOST);
    List<Trouble> found = troubles.orders(statuses, of, before.map(OrderResource::place), most + 1);
    List<Trouble> shown = found.stream().limit(most).toList();
    return new Page(
        shown.stream().map(Order::of).toList(),
        found.size() > most ? Optional.of(text(shown.getLast().place())) : Optional.empty());
  }

  private static String text(Place place) {
    return place.ordered() + "~" + place.key();
  }

  private static Place place(String text) {
    String[] parts = text.split("~", 2);
    try {
      return new Place(Texts.instant(parts[0]), parts.length > 1 ? parts[1] : "");
    } catch (DateTimeException noInstant) {
      throw Filters.bad("before", "what 'next' of the page before says", text);
    }
  }
}
