package dev.campanile.engine.plan;

import dev.campanile.campaign.NodeId;
import dev.campanile.engine.plan.Forecast.Told;
import dev.campanile.engine.plan.Prospect.Fate;
import dev.campanile.engine.warehouse.Crowds.Crowd;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Those who are at one node of one version, and what becomes of them.
 *
 * @param successor the node at which they go on under the new version; empty where they stay
 * @param told how many participations were looked at: all, or a sample
 * @param shares how many of these have which prospect
 */
public record Group(Crowd crowd, Optional<NodeId> successor, long told, List<Share> shares) {

  /**
   * Those with the same prospect.
   *
   * @param earliest when the first of them may be moved by time alone
   * @param latest when the last of them may
   */
  public record Share(
      Prospect prospect,
      long participations,
      Optional<Instant> earliest,
      Optional<Instant> latest) {

    private static Share of(Told one) {
      return new Share(one.prospect(), 1, one.wakeAt(), one.wakeAt());
    }

    private Share and(Share other) {
      return new Share(
          prospect,
          participations + other.participations,
          extreme(earliest, other.earliest, Comparator.naturalOrder()),
          extreme(latest, other.latest, Comparator.reverseOrder()));
    }

    private static Optional<Instant> extreme(
        Optional<Instant> one, Optional<Instant> other, Comparator<Instant> order) {
      List<Instant> both = new ArrayList<>();
      one.ifPresent(both::add);
      other.ifPresent(both::add);
      return both.stream().min(order);
    }
  }

  public Group {
    shares = List.copyOf(shares);
  }

  /** Those who finish on their version: nobody has to be looked at to know. */
  public static Group staying(Crowd crowd) {
    var prospect =
        new Prospect(
            Fate.STAYS,
            crowd.spot().campaign().version(),
            crowd.spot().node(),
            Optional.empty(),
            List.of());
    long all = crowd.participations();
    return new Group(
        crowd,
        Optional.empty(),
        all,
        List.of(new Share(prospect, all, Optional.empty(), Optional.empty())));
  }

  /** The most frequent prospect first. */
  public static Group of(Crowd crowd, NodeId successor, List<Told> told) {
    Map<Prospect, Share> shares = new LinkedHashMap<>();
    told.forEach(one -> shares.merge(one.prospect(), Share.of(one), Share::and));
    return new Group(
        crowd,
        Optional.of(successor),
        told.size(),
        shares.values().stream()
            .sorted(
                Comparator.comparingLong(Share::participations)
                    .reversed()
                    .thenComparing(share -> share.prospect().toString()))
            .toList());
  }

  /** Whether everybody was looked at. */
  public boolean exact() {
    return told == crowd.participations();
  }
}
