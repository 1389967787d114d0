package dev.campanile.testkit;

import dev.campanile.engine.warehouse.CapsStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Frequency caps that are forgotten at the end of the test. Thread-safe. */
public final class InMemoryCapsStore implements CapsStore {

  private final InMemoryCampaignStore campaigns;
  private final List<Version> versions = new ArrayList<>();

  /**
   * @param campaigns whose revision moves
   */
  public InMemoryCapsStore(InMemoryCampaignStore campaigns) {
    this.campaigns = campaigns;
  }

  @Override
  public synchronized Optional<Version> latest() {
    return versions.stream().findFirst();
  }

  @Override
  public synchronized List<Version> versions() {
    return List.copyOf(versions);
  }

  @Override
  public synchronized Version publish(String yaml, String hash, Instant now) {
    if (latest().filter(one -> one.hash().equals(hash)).isEmpty()) {
      versions.addFirst(new Version(versions.size() + 1, yaml, hash, now));
      campaigns.revise();
    }
    return versions.getFirst();
  }
}
