package dev.campanile.testkit;

import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.engine.state.Pause;
import dev.campanile.engine.state.RuleBook.Status;
import dev.campanile.engine.warehouse.CampaignStore;
import dev.campanile.engine.warehouse.Witness;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Published campaigns in memory. Thread-safe. */
public final class InMemoryCampaignStore implements CampaignStore {

  private final Predicate<CampaignKey> inUse;
  private final Map<CampaignId, Listing> listings = new TreeMap<>();
  private final Map<CampaignId, Instant> resting = new TreeMap<>();
  private final Map<CampaignKey, Version> versions = new TreeMap<>();
  private long revision;

  /**
   * An empty store.
   *
   * @param inUse whether someone is inside a version
   */
  public InMemoryCampaignStore(Predicate<CampaignKey> inUse) {
    this.inUse = inUse;
  }

  @Override
  public synchronized long revision() {
    return revision;
  }

  synchronized void revise() {
    revision++;
  }

  @Override
  public synchronized Shelf shelf() {
    List<Version> shelved =
        versions.keySet().stream()
            .map(this::version)
            .flatMap(Optional::stream)
            .filter(version -> version.inUse() || isOpen(version.key()))
            .toList();
    return new Shelf(revision, List.copyOf(listings.values()), shelved);
  }

  @Override
  public synchronized Optional<Version> version(CampaignKey key) {
    return Optional.ofNullable(versions.get(key)).map(one -> of(one, inUse.test(key)));
  }

  @Override
  public synchronized List<Version> versions(CampaignId id) {
    return versions.keySet().stream()
        .filter(key -> key.id().equals(id))
        .sorted(Comparator.comparing(CampaignKey::version).reversed())
        .flatMap(key -> version(key).stream())
        .toList();
  }

  @Override
  public synchronized CampaignKey publish(
      CampaignId id,
      String yaml,
      Map<String, String> files,
      String hash,
      Instant now,
      Witness<CampaignKey> witness) {
    Listing open = listings.get(id);
    Optional<CampaignKey> before =
        Optional.ofNullable(open).map(one -> new CampaignKey(id, one.version()));
    if (before.filter(key -> versions.get(key).hash().equals(hash)).isPresent()) {
      witness.saw(before, before.get());
      return before.get();
    }
    long former = versions.keySet().stream().filter(key -> key.id().equals(id)).count();
    CampaignKey key = new CampaignKey(id, (int) former + 1);
    witness.saw(before, key);
    versions.put(key, new Version(key, yaml, files, hash, now, false));
    listings.put(id, new Listing(id, key.version(), statusAfter(open), now, pauses(open)));
    revision++;
    return key;
  }

  @Override
  public synchronized boolean status(
      CampaignId id, Status status, Instant now, Witness<Status> witness) {
    Listing listing = listings.get(id);
    if (listing == null) {
      return false;
    }
    witness.saw(Optional.of(listing.status()), status);
    List<Pause> pauses = status == Status.PAUSED ? listing.pauses() : resumed(listing, now);
    if (status == Status.PAUSED && listing.status() == Status.RUNNING) {
      resting.put(id, now);
    }
    listings.put(id, new Listing(id, listing.version(), status, now, pauses));
    revision++;
    return true;
  }

  private List<Pause> resumed(Listing listing, Instant now) {
    Instant since = resting.remove(listing.id());
    return since == null
        ? listing.pauses()
        : Stream.concat(
                listing.pauses().stream(),
                Stream.of(new Pause(since, now.isBefore(since) ? since : now)))
            .toList();
  }

  private static List<Pause> pauses(Listing open) {
    return open == null ? List.of() : open.pauses();
  }

  public synchronized boolean running(CampaignId id) {
    Listing listing = listings.get(id);
    return listing == null || listing.status() == Status.RUNNING;
  }

  private static Version of(Version one, boolean inUse) {
    return new Version(one.key(), one.yaml(), one.files(), one.hash(), one.publishedAt(), inUse);
  }

  private static Status statusAfter(Listing open) {
    return open == null || open.status() == Status.ENDED ? Status.RUNNING : open.status();
  }

  private boolean isOpen(CampaignKey key) {
    return listings.get(key.id()).version() == key.version();
  }
}
