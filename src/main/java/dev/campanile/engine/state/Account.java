package dev.campanile.engine.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was seen where in the course of one step, as far as somebody asks for reasons. It changes
 * nothing of what the step does.
 */
final class Account {

  /** One judging of a place. */
  record Sight(String at, View view, Set<String> holding, Instant time) {}

  private final Detail detail;
  private final Map<String, View> latest = new HashMap<>();
  private final Map<String, Explanation> reasons = new HashMap<>();
  private final List<Sight> sights = new ArrayList<>();

  Account(Detail detail) {
    this.detail = detail;
  }

  Detail detail() {
    return detail;
  }

  /** What a place saw, so that a fact can say why. */
  void looked(String at, View view) {
    if (detail != Detail.NONE) {
      latest.put(at, view);
    }
  }

  /** One judging of a place, to be told of by itself as well. */
  void judged(String at, View view, Set<String> holding, Instant time) {
    looked(at, view);
    if (detail == Detail.ALL) {
      sights.add(new Sight(at, view, holding, time));
    }
  }

  /** A guard that is no rule's holds for a reason of its own. */
  void reasoned(Guard guard, Explanation why) {
    if (detail != Detail.NONE) {
      reasons.put(guard.rule(), why);
    }
  }

  /** Why a guard held when its place was last judged. */
  Optional<Explanation> why(Guard guard) {
    return Optional.ofNullable(reasons.get(guard.rule()))
        .or(
            () ->
                Optional.ofNullable(latest.get(guard.at()))
                    .map(view -> Explaining.of(guard, view)));
  }

  /** Every judging, in order. */
  List<Sight> sights() {
    return List.copyOf(sights);
  }
}
