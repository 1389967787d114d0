package dev.campanile.api.monitor;

import dev.campanile.api.access.Roles;
import dev.campanile.api.campaign.CampaignDesk;
import dev.campanile.api.http.Filters;
import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.CampaignId;
import dev.campanile.engine.monitor.Funnel;
import dev.campanile.engine.monitor.Pulses;
import dev.campanile.engine.monitor.Pulses.Flow;
import dev.campanile.engine.monitor.Pulses.Pulse;
import dev.campanile.engine.monitor.Pulses.Waiting;
import dev.campanile.engine.warehouse.CampaignStore.Version;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** How many have come how far through a campaign. */
@Path("/v1/campaigns/{id}/funnel")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Backtests")
@RunOnVirtualThread
public final class FunnelResource {

  /** The funnel of a campaign; {@code version} is the one whose graph it is laid over. */
  public record Live(String campaign, int version, Optional<Instant> since, FunnelView funnel) {}

  private final CampaignDesk campaigns;
  private final Pulses pulses;

  public FunnelResource(CampaignDesk campaigns, Pulses pulses) {
    this.campaigns = campaigns;
    this.pulses = pulses;
  }

  @GET
  @Operation(
      summary = "Counts how many have come how far",
      description =
          """
          In the shape of a backtest's, so that both can be compared. By default all versions are counted where names \
          are equal, laid over the open one; with `version` that one alone; with `since` what has happened from then \
          on. `waiting` is of now in any case.""")
  @RolesAllowed(Roles.VIEWER)
  public Live funnel(
      @RestPath String id,
      @RestQuery Optional<Integer> version,
      @RestQuery Optional<String> since) {
    Optional<Instant> from = since.filter(text -> !text.isEmpty()).map(Filters::instant);
    Version of = campaigns.version(id, version);
    CampaignGraph graph = campaigns.graph(of);
    CampaignId campaign = of.key().id();
    Pulse pulse = pulses.of(campaign);
    List<Flow> flows = from.map(at -> pulses.since(campaign, at)).orElse(pulse.flows());
    List<Flow> counted = flows.stream().filter(one -> isOf(version, one.version())).toList();
    List<Waiting> waiting =
        pulse.waiting().stream().filter(one -> isOf(version, one.version())).toList();
    return new Live(
        campaign.text(),
        of.key().version(),
        from,
        FunnelView.of(Funnel.of(graph, counted, waiting)));
  }

  private static boolean isOf(Optional<Integer> asked, int version) {
    return asked.isEmpty() || asked.get() == version;
  }
}
