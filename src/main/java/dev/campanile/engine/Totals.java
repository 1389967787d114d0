package dev.campanile.engine;

import dev.campanile.campaign.CampaignId;
import dev.campanile.engine.state.Permits;
import dev.campanile.engine.state.Permits.Left;
import dev.campanile.engine.state.RuleBook;
import dev.campanile.engine.warehouse.DataWarehouse;
import dev.campanile.engine.warehouse.DataWarehouse.Batch;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A partition's share of what campaigns with a limit of all may still let in, under one rule book.
 * Not thread-safe.
 */
final class Totals {

  private final DataWarehouse warehouse;
  private final int partition;
  private final Map<CampaignId, Integer> totals;

  /** Those of which there is nothing beyond what the partition holds: it never comes back. */
  private final Set<CampaignId> exhausted = new HashSet<>();

  private Set<CampaignId> lacking = Set.of();

  Totals(DataWarehouse warehouse, int partition, RuleBook book) {
    this.warehouse = warehouse;
    this.partition = partition;
    this.totals = book.totals();
  }

  /** The same under another book: what is exhausted stays so for as long as its total does. */
  Totals under(RuleBook book) {
    var next = new Totals(warehouse, partition, book);
    exhausted.stream()
        .filter(campaign -> Objects.equals(next.totals.get(campaign), totals.get(campaign)))
        .forEach(next.exhausted::add);
    return next;
  }

  /** What a batch may spend. */
  Permits permits(Batch batch) {
    if (totals.isEmpty()) {
      return Permits.NONE;
    }
    Map<CampaignId, Left> left = new HashMap<>();
    batch.permits(totals).forEach((campaign, count) -> left.put(campaign, left(campaign, count)));
    return Permits.of(left);
  }

  private Left left(CampaignId campaign, long count) {
    return new Left(count, exhausted.contains(campaign));
  }

  /** Takes note of what was lacking; false where nothing was. */
  boolean lacks(Set<CampaignId> campaigns) {
    lacking = campaigns;
    return !campaigns.isEmpty();
  }

  Set<CampaignId> lacking() {
    return lacking;
  }

  /** Leases more of what was lacking. */
  void lease() {
    for (CampaignId campaign : lacking) {
      if (!warehouse.lease(partition, campaign, totals.get(campaign))) {
        exhausted.add(campaign);
      }
    }
    lacking = Set.of();
  }
}
