package dev.campanile.api.monitor;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.campanile.api.access.Roles;
import dev.campanile.api.http.Filters;
import dev.campanile.api.http.Ids;
import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.UserId;
import dev.campanile.engine.monitor.Timelines;
import dev.campanile.engine.monitor.Timelines.Kind;
import dev.campanile.engine.monitor.Timelines.Question;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What happened to a user. */
@Path("/v1/users/{id}/timeline")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Users")
@RunOnVirtualThread
public final class TimelineResource {

  private static final int MOST = 500;

  /**
   * A page of a timeline, the latest first.
   *
   * @param next what to give as {@code before} for the page behind it; none where this is the last
   */
  public record Page(List<Moment> moments, Optional<Long> next) {}

  /**
   * Something that happened.
   *
   * @param what event, entered, moved, reached, ended, migrated, skipped, refused or order
   * @param name the type of an event, an action, how it ended, what refused, the former version
   * @param values the properties of an event, or the answer to an order, such as a coupon's code
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record Moment(
      long offset,
      Instant at,
      String what,
      Optional<String> campaign,
      Optional<Integer> version,
      Optional<String> participation,
      Optional<String> rule,
      String name,
      Optional<String> from,
      Optional<String> to,
      String detail,
      Optional<String> event,
      Optional<Timelines.Delivered> order,
      Map<String, Object> values) {

    static Moment of(Timelines.Moment moment) {
      return new Moment(
          moment.offset(),
          moment.at(),
          moment.what(),
          moment.campaign().map(key -> key.id().text()),
          moment.campaign().map(key -> key.version()),
          moment.participation(),
          moment.rule(),
          moment.name(),
          moment.from(),
          moment.to(),
          moment.detail(),
          moment.cause(),
          moment.order(),
          moment.values().values());
    }
  }

  private final Timelines timelines;

  public TimelineResource(Timelines timelines) {
    this.timelines = timelines;
  }

  @GET
  @RolesAllowed(Roles.VIEWER)
  @Operation(
      summary = "Tells what happened to a user, the latest first",
      description =
          """
          Events that counted, entries, moves, goals, ends, refusals, and orders with what became of them. `kind` may be \
          given several times: event, move, refusal, order; all of them unless given. With `campaign`, what happened in \
          it, and the events that did. What one record of the log did is told as a whole, so a page may be longer \
          than `limit`, which is at most 500.""")
  @APIResponse(responseCode = "200", description = "A page; it is empty for whom nothing happened")
  @APIResponse(responseCode = "400", description = "A filter was not understood")
  public Page timeline(
      @RestPath String id,
      @RestQuery Optional<String> campaign,
      @RestQuery List<String> kind,
      @RestQuery Optional<Long> before,
      @RestQuery @DefaultValue("50") int limit) {
    UserId user = Ids.user(id);
    Optional<CampaignId> of = campaign.filter(text -> !text.isEmpty()).map(Ids::campaign);
    int least = Math.clamp(limit, 1, MOST);
    List<Moment> moments =
        timelines.moments(new Question(user, of, kinds(kind), before, least)).stream()
            .map(Moment::of)
            .toList();
    Optional<Long> next =
        moments.size() < least ? Optional.empty() : Optional.of(moments.getLast().offset());
    return new Page(moments, next);
  }

  private static Set<Kind> kinds(List<String> names) {
    return names.isEmpty() ? EnumSet.allOf(Kind.class) : Filters.among(Kind.class, "kind", names);
  }
}
