package dev.campanile.api.monitor;

import dev.campanile.engine.monitor.Overlay;
import dev.campanile.engine.monitor.Overlay.Place;
import dev.campanile.engine.monitor.Overlay.Way;
import dev.campanile.engine.monitor.Pulses.Errors;
import dev.campanile.engine.warehouse.CampaignStore.Listing;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How it is shown what goes on in a campaign. */
public final class LiveViews {

  private LiveViews() {}

  /**
   * A campaign at an instant.
   *
   * @param version the open one; what others share with it by name is counted under it
   * @param nodes by id: who waits there now, and how many arrivals there were
   * @param edges by id, entries among them: how often each was followed, in all and in the last
   *     minute
   * @param former those who wait at nodes of other versions that the open one does not have
   * @param endedBy how participations ended: completed, exited, reached, stopped
   * @param refusedBy what refused entries
   */
  public record Live(
      Instant at,
      String campaign,
      int version,
      String status,
      Map<String, Place> nodes,
      Map<String, Way> edges,
      List<Former> former,
      long entered,
      long reached,
      long ended,
      Map<String, Long> endedBy,
      long refused,
      Map<String, Long> refusedBy,
      Errors errors) {

    static Live of(Instant at, Listing listing, Overlay overlay, Errors errors) {
      return new Live(
          at,
          listing.id().text(),
          listing.version(),
          lower(listing.status().name()),
          overlay.nodes(),
          overlay.edges(),
          Former.of(overlay),
          overlay.entered(),
          overlay.reached(),
          sum(overlay.ended()),
          lower(overlay.ended()),
          sum(overlay.refused()),
          lower(overlay.refused()),
          errors);
    }
  }

  /** The nodes of a version at which users wait and that the open version does not have. */
  public record Former(int version, Map<String, Place> nodes) {

    static List<Former> of(Overlay overlay) {
      return overlay.former().entrySet().stream()
          .map(one -> new Former(one.getKey(), one.getValue()))
          .toList();
    }
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private static SortedMap<String, Long> lower(Map<String, Long> counts) {
    SortedMap<String, Long> lower = new TreeMap<>();
    counts.forEach((name, count) -> lower.put(lower(name), count));
    return lower;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
