package dev.campanile.api.monitor;

import dev.campanile.api.campaign.StoredVersions;
import dev.campanile.api.http.Ids;
import dev.campanile.api.monitor.LiveViews.Live;
import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.text.CampaignReader;
import dev.campanile.engine.monitor.Overlay;
import dev.campanile.engine.monitor.Pulses;
import dev.campanile.engine.monitor.Pulses.Pulse;
import dev.campanile.engine.warehouse.CampaignStore;
import dev.campanile.engine.warehouse.CampaignStore.Listing;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Lets people watch campaigns. However many watch one, it is looked at once a second, and not at
 * all where nobody does. Thread-safe.
 */
public final class LiveDesk {

  /** How long is waited between two looks. */
  public static final Duration EACH = Duration.ofSeconds(1);

  /** Whether somebody may still look is asked again after so many looks. */
  private static final long ASKED_EACH = 5;

  /** The graph of a version never changes, and is read once while somebody watches. */
  private record Drawn(CampaignKey version, CampaignGraph graph) {}

  private final Pulses pulses;
  private final StoredVersions versions;
  private final Clock clock;
  private final Duration each;
  private final Map<CampaignId, Multi<Live>> watched = new ConcurrentHashMap<>();
  private final Map<CampaignId, Drawn> drawn = new ConcurrentHashMap<>();

  public LiveDesk(
      Pulses pulses, CampaignStore store, CampaignReader reader, Clock clock, Duration each) {
    this.pulses = pulses;
    this.versions = new StoredVersions(store, reader);
    this.clock = clock;
    this.each = each;
  }

  /** What goes on now. */
  Live look(String id) {
    return look(Ids.campaign(id));
  }

  /**
   * What goes on, again and again, until looking fails or the watcher leaves, or may not look any
   * more. A watcher who is slow to listen misses looks and holds up nobody.
   *
   * @param still whether the watcher may look; asked now and then
   */
  Multi<Live> watch(String id, BooleanSupplier still) {
    CampaignId campaign = versions.listing(Ids.campaign(id)).id();
    var looks = new AtomicLong();
    return watched
        .computeIfAbsent(campaign, this::looks)
        .onOverflow()
        .dropPreviousItems()
        .onItem()
        .transformToUniAndConcatenate(
            live ->
                looks.incrementAndGet() % ASKED_EACH == 0
                    ? later(() -> still.getAsBoolean() ? Optional.of(live) : Optional.<Live>empty())
                    : Uni.createFrom().item(Optional.of(live)))
        .select()
        .first(Optional::isPresent)
        .map(Optional::get);
  }

  private Multi<Live> looks(CampaignId campaign) {
    var self = new AtomicReference<Multi<Live>>();
    Multi<Live> looks =
        Multi.createBy()
            .repeating()
            .uni(() -> later(() -> look(campaign)))
            .withDelay(each)
            .indefinitely()
            .onTermination()
            .invoke(() -> forget(campaign, self.get()))
            .broadcast()
            .withCancellationAfterLastSubscriberDeparture()
            .toAllSubscribers();
    self.set(looks);
    return looks;
  }

  /** It may wait for the database. */
  private static <T> Uni<T> later(Supplier<T> work) {
    return Uni.createFrom().item(work).runSubscriptionOn(Thread::startVirtualThread);
  }

  /** Forgets these looks, and not those that others may have begun since. */
  private void forget(CampaignId campaign, Multi<Live> over) {
    if (watched.remove(campaign, over)) {
      drawn.remove(campaign);
    }
  }

  private Live look(CampaignId campaign) {
    Listing listing = versions.listing(campaign);
    Pulse pulse = pulses.of(campaign);
    Overlay overlay = Overlay.of(pulse, graph(listing));
    return Live.of(clock.instant(), listing, overlay, pulse.errors());
  }

  private CampaignGraph graph(Listing listing) {
    CampaignKey version = new CampaignKey(listing.id(), listing.version());
    return drawn
        .compute(
            listing.id(),
            (id, last) ->
                last != null && last.version().equals(version)
                    ? last
                    : new Drawn(version, graph(version)))
        .graph();
  }

  private CampaignGraph graph(CampaignKey version) {
    return versions.graph(versions.version(version.id().text(), Optional.of(version.version())));
  }
}
