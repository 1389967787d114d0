package dev.campanile.reference;

import dev.campanile.campaign.Condition;
import dev.campanile.reference.Dues.Due;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What has fallen due since an arrival; what does so once does it once. */
final class Watch {

  private record Strike(Condition condition, int occasion) {}

  private final Occasion since;
  private final Set<Object> spent = new HashSet<>();
  private final Map<Condition, Instant> latest = new HashMap<>();
  private final Set<Strike> strikes = new HashSet<>();

  Watch(Occasion since) {
    this.since = since;
  }

  Occasion since() {
    return since;
  }

  void spend(Due due, Occasion now) {
    spent.add(due.what());
    latest.put(due.condition(), due.at());
    strikes.add(new Strike(due.condition(), now.number()));
  }

  boolean spent(Object due) {
    return spent.contains(due);
  }

  /** When something that recurs last fell due. */
  Optional<Instant> latest(Condition condition) {
    return Optional.ofNullable(latest.get(condition));
  }

  /** Whether something fell due at an occasion. */
  boolean struck(Condition condition, Occasion at) {
    return strikes.contains(new Strike(condition, at.number()));
  }

  /**
   * "The first such instant strictly after the arrival; or the instant of the arrival itself where
   * an event led there."
   */
  boolean awaits(Instant at) {
    return at.isAfter(since.at()) || at.equals(since.at()) && since.byEvent();
  }
}
