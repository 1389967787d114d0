package dev.campanile.testkit;

import dev.campanile.campaign.CampaignId;
import dev.campanile.engine.warehouse.ScenarioStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Scenario files that are forgotten at the end of the test. Thread-safe. */
public final class InMemoryScenarioStore implements ScenarioStore {

  private final Map<CampaignId, TreeMap<String, Kept>> files = new HashMap<>();

  @Override
  public synchronized List<Kept> of(CampaignId campaign) {
    return List.copyOf(files.getOrDefault(campaign, new TreeMap<>()).values());
  }

  @Override
  public synchronized Optional<Kept> named(CampaignId campaign, String name) {
    return of(campaign).stream().filter(one -> one.name().equals(name)).findFirst();
  }

  @Override
  public synchronized boolean keep(CampaignId campaign, Kept file) {
    return files.computeIfAbsent(campaign, none -> new TreeMap<>()).put(file.name(), file) == null;
  }

  @Override
  public synchronized boolean forget(CampaignId campaign, String name) {
    return files.getOrDefault(campaign, new TreeMap<>()).remove(name) != null;
  }
}
