package dev.campanile.api.campaign;

import dev.campanile.campaign.CampaignGraph;
import dev.campanile.engine.warehouse.CampaignStore.Listing;
import java.util.Optional;

/**
 * A campaign in a list.
 *
 * @param graph its open version, once this process has it in force
 * @param inside how many participations are under way, where they were counted
 */
record Listed(Listing listing, Optional<CampaignGraph> graph, Optional<Long> inside) {}
