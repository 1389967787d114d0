package dev.campanile.api.monitor;

import dev.campanile.api.access.Roles;
import dev.campanile.api.http.Ids;
import dev.campanile.api.http.Problem;
import dev.campanile.api.http.Texts;
import dev.campanile.api.intake.Reasons;
import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.UserId;
import dev.campanile.engine.CatchingUp;
import dev.campanile.engine.monitor.ExplanationText;
import dev.campanile.engine.state.Bystander;
import dev.campanile.engine.state.RuleBook;
import dev.campanile.engine.state.UserState;
import dev.campanile.engine.warehouse.DataWarehouse;
import dev.campanile.engine.warehouse.Records;
import dev.campanile.translator.RuleBookKeeper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * Why a user is where they are in a campaign, and why they are not where somebody expected them.
 */
@Path("/v1/users/{id}/explanations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Users")
@RunOnVirtualThread
public final class ExplanationResource {

  private static final int MOST = 200;

  /**
   * A user and a campaign.
   *
   * @param now what every way out of the user's nodes, and every way into the campaign, looks like
   *     at this moment
   * @param past the moves, reached goals, ends by the exit, and refusals, the latest first
   */
  public record Explanations(String user, String campaign, List<Reasons> now, List<Past> past) {}

  /**
   * A move, a goal, an end by the exit, or a refusal.
   *
   * @param to none where the user went nowhere
   * @param refused what refused it, in lower case
   * @param event the id of the event that did it
   * @param rows the cells with the values seen; empty where reasons were not kept
   */
  public record Past(
      Instant at,
      int version,
      String rule,
      Optional<String> from,
      Optional<String> to,
      Optional<String> refused,
      String detail,
      Optional<String> event,
      List<List<Reasons.Cell>> rows,
      List<String> text) {}

  private final DataWarehouse warehouse;
  private final Records records;
  private final Supplier<RuleBook> book;
  private final Clock clock;

  public ExplanationResource(
      DataWarehouse warehouse, Records records, RuleBookKeeper book, Clock clock) {
    this.warehouse = warehouse;
    this.records = records;
    this.book = book;
    this.clock = clock;
  }

  @GET
  @RolesAllowed(Roles.VIEWER)
  @Operation(
      summary = "Explains a user's way through a campaign",
      description =
          """
          `past` holds every move, reached goal, end by the exit, and refusal with the rule, the version, and each cell with the values seen. `now` \
          shows the ways out of the nodes where the user is, and the ways into the campaign: which cells hold, and \
          what would refuse an entry (audience, schedule, limit, re-entry).""")
  @APIResponse(responseCode = "404", description = "No such user, or no such campaign")
  public Explanations explain(@RestPath String id, @RestQuery Optional<String> campaign) {
    UserId user = Ids.user(id);
    CampaignId of = campaign(campaign);
    RuleBook rules = book.get();
    UserState state =
        CatchingUp.complete(warehouse.read(user), rules.lifetime(), warehouse.history());
    List<Past> past =
        records.reasons(user, of, MOST).stream().map(ExplanationResource::past).toList();
    if (state.version() == 0 && past.isEmpty()) {
      throw Ids.noUser(id);
    }
    List<Reasons> now =
        new Bystander(rules).stand(state, of, clock.instant()).stream().map(Reasons::of).toList();
    return new Explanations(user.text(), of.text(), now, past);
  }

  private CampaignId campaign(Optional<String> id) {
    CampaignId campaign =
        id.filter(text -> Texts.flawOfName(text, MOST).isEmpty())
            .flatMap(ExplanationResource::parsed)
            .orElseThrow(
                () ->
                    Problem.of(
                            400,
                            "missing-campaign",
                            "A campaign is missing",
                            "Expected a parameter 'campaign' with the id of a campaign.")
                        .exception());
    if (!book.get().standings().containsKey(campaign)) {
      throw Problem.notFound("There is no campaign '%s'.".formatted(campaign)).exception();
    }
    return campaign;
  }

  private static Optional<CampaignId> parsed(String text) {
    try {
      return Optional.of(new CampaignId(text));
    } catch (IllegalArgumentException noId) {
      return Optional.empty();
    }
  }

  private static Past past(Records.Reasoned reasoned) {
    return new Past(
        reasoned.at(),
        reasoned.campaign().version(),
        reasoned.rule(),
        reasoned.from().map(Object::toString),
        reasoned.to().map(Object::toString),
        reasoned.refused().map(reason -> reason.name().toLowerCase(Locale.ROOT)),
        reasoned.detail(),
        reasoned.cause().map(cause -> cause.id()),
        reasoned.why().map(Reasons::rows).orElse(List.of()),
        reasoned.why().map(ExplanationText::of).orElse(List.of()));
  }
}
