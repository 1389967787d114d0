package dev.campanile.testkit;

import dev.campanile.engine.warehouse.CapsStore;
import dev.campanile.engine.warehouse.Witness;
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
  public synchronized Version publish(
      String yaml, String hash, Instant now, Witness<Version> witness) {
    Optional<Version> before = latest();
    Optional<Version> same = before.filter(one -> one.hash().equals(hash));
    Version after = same.orElseGet(() -> new Version(versions.size() + 1, yaml, hash, now));
    witness.saw(before, after);
    if (same.isEmpty()) {
      versions.addFirst(after);
      campaigns.revise();
    }
    return after;
  }
}
