package dev.campanile.engine;

import dev.campanile.engine.EventLog.Position;
import dev.campanile.engine.state.Signal;
import dev.campanile.engine.state.Step;
import dev.campanile.engine.state.UserState;
import dev.campanile.engine.warehouse.Judged;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The decisions of the partitions that this process owns: those asked for, and the most recent
 * ones, because a batch may be on disk before its asker has learnt the offset.
 */
public final class RecentDecisions implements Decisions, Committed.Listener {

  private static final int MOST_RECENT = 20_000;
  private static final int MOST_ASKED = 20_000;

  private final Map<Position, CompletableFuture<Judged>> asked = new HashMap<>();
  private final Map<Position, Judged> recent =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Position, Judged> eldest) {
          return size() > MOST_RECENT;
        }
      };

  @Override
  public synchronized CompletableFuture<Judged> await(Position position) {
    Judged known = recent.get(position);
    if (known != null) {
      return CompletableFuture.completedFuture(known);
    }
    if (asked.size() >= MOST_ASKED) {
      return CompletableFuture.failedFuture(
          new IllegalStateException("Expected at most %d waiting askers.".formatted(MOST_ASKED)));
    }
    CompletableFuture<Judged> answer =
        asked.computeIfAbsent(position, none -> new CompletableFuture<>());
    answer.whenComplete((judged, failure) -> forget(position));
    return answer;
  }

  @Override
  public synchronized void committed(Committed batch) {
    for (Judged judged : batch.judged()) {
      if (!(judged.signal() instanceof Signal.Happened)) {
        continue; // nobody asks what became of a wake-up
      }
      Position position = new Position(batch.partition(), judged.offset());
      recent.put(position, withoutState(judged));
      CompletableFuture<Judged> answer = asked.remove(position);
      if (answer != null) {
        answer.completeAsync(() -> judged);
      }
    }
  }

  /** A state may be large, and whoever asks wants to know what was done. */
  private static Judged withoutState(Judged judged) {
    Step step = judged.step();
    UserState none = UserState.unknown(judged.signal().user());
    var deed =
        new Step(
            none,
            step.outcome(),
            step.orders(),
            step.facts(),
            List.of(),
            step.lacking(),
            step.judgments());
    return new Judged(judged.offset(), judged.signal(), deed);
  }

  private synchronized void forget(Position position) {
    asked.remove(position);
  }
}
