package dev.campanile.api.campaign;

import dev.campanile.api.http.Ids;
import dev.campanile.api.http.Problem;
import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.text.CampaignReader;
import dev.campanile.campaign.text.Reading;
import dev.campanile.engine.warehouse.CampaignStore;
import dev.campanile.engine.warehouse.CampaignStore.Listing;
import dev.campanile.engine.warehouse.CampaignStore.Version;
import java.util.Optional;

/** Versions as requests name them; a problem where there is none. Thread-safe. */
public final class StoredVersions {

  private final CampaignStore store;
  private final CampaignReader reader;

  public StoredVersions(CampaignStore store, CampaignReader reader) {
    this.store = store;
    this.reader = reader;
  }

  /** The version asked for, or the open one. */
  public Version version(String id, Optional<Integer> version) {
    CampaignId campaign = Ids.campaign(id);
    int number = version.orElseGet(() -> listing(campaign).version());
    return Optional.of(number)
        .filter(given -> given >= 1)
        .flatMap(given -> store.version(new CampaignKey(campaign, given)))
        .orElseThrow(
            () ->
                Problem.notFound("Campaign %s has no version %d.".formatted(id, number))
                    .exception());
  }

  public CampaignGraph graph(Version version) {
    return switch (reader.read(version.yaml())) {
      case Reading.Read read -> read.graph();
      case Reading.Refused(var violations) ->
          throw new IllegalStateException(
              "Expected %s to read as stored, but: %s".formatted(version.key(), violations));
    };
  }

  public Listing listing(CampaignId id) {
    return store.shelf().campaigns().stream()
        .filter(listing -> listing.id().equals(id))
        .findFirst()
        .orElseThrow(() -> Ids.noCampaign(id.text()));
  }
}
