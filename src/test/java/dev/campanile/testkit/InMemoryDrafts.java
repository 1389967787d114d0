package dev.campanile.testkit;

import dev.campanile.campaign.CampaignId;
import dev.campanile.draft.Draft;
import dev.campanile.draft.Drafts;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Drafts that are forgotten at the end of the test. Thread-safe. */
public final class InMemoryDrafts implements Drafts {

  private final Map<CampaignId, Draft> drafts = new HashMap<>();
  private long revision;

  @Override
  public synchronized List<Draft> all() {
    return drafts.values().stream()
        .sorted(Comparator.comparing(draft -> draft.campaign().text()))
        .toList();
  }

  @Override
  public synchronized Optional<Draft> of(CampaignId campaign) {
    return Optional.ofNullable(drafts.get(campaign));
  }

  @Override
  public synchronized Optional<Draft> keep(Draft draft) {
    if (of(draft.campaign()).map(Draft::revision).orElse(0L) != draft.revision()) {
      return Optional.empty();
    }
    Draft kept = draft.at(++revision);
    drafts.put(draft.campaign(), kept);
    return Optional.of(kept);
  }

  @Override
  public synchronized Optional<Draft> mark(Draft draft, Draft seen) {
    if (!untouched(seen)) {
      return Optional.empty();
    }
    drafts.put(draft.campaign(), draft);
    return Optional.of(draft);
  }

  @Override
  public synchronized boolean release(Draft seen) {
    return untouched(seen) && drafts.remove(seen.campaign()) != null;
  }

  private boolean untouched(Draft seen) {
    return of(seen.campaign())
        .filter(kept -> kept.revision() == seen.revision())
        .filter(kept -> kept.submitted().equals(seen.submitted()))
        .isPresent();
  }

  @Override
  public synchronized boolean discard(CampaignId campaign, long given) {
    return of(campaign).filter(draft -> draft.revision() == given).isPresent()
        && drafts.remove(campaign) != null;
  }
}
