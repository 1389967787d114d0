package dev.campanile.engine.warehouse;

import dev.campanile.campaign.CampaignId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Scenario files that are kept with campaigns, by name. Thread-safe. */
public interface ScenarioStore {

  /**
   * A file.
   *
   * @param text as its author wrote it
   */
  record Kept(String name, String text, Instant changedAt) {}

  /** All of a campaign, by name. */
  List<Kept> of(CampaignId campaign);

  Optional<Kept> named(CampaignId campaign, String name);

  /** Keeps a file in place of what bore its name; answers whether there was none. */
  boolean keep(CampaignId campaign, Kept file);

  /** Forgets a file; answers whether there was one. */
  boolean forget(CampaignId campaign, String name);
}
