package dev.campanile.engine;

import dev.campanile.campaign.UserId;
import dev.campanile.engine.state.Lifetime;
import dev.campanile.engine.state.Measure;
import dev.campanile.engine.state.UserState;
import dev.campanile.engine.warehouse.EventHistory;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Completes states by what their users have done before anybody asked for it: a campaign that
 * counts since ever may be younger than its users.
 */
public final class CatchingUp {

  private CatchingUp() {}

  /** A state that has all that is counted since ever. */
  public static UserState complete(UserState state, Lifetime lifetime, EventHistory history) {
    return complete(Map.of(state.user(), state), lifetime, history).get(state.user());
  }

  /** The same states, those that lack something completed. */
  public static Map<UserId, UserState> complete(
      Map<UserId, UserState> states, Lifetime lifetime, EventHistory history) {
    Map<UserId, Set<String>> lacking = new HashMap<>();
    Map<UserId, Map<String, Measure>> measures = new HashMap<>();
    Set<String> types = new HashSet<>();
    for (UserState state : states.values()) {
      Set<String> keys = lifetime.lacking(state);
      if (!keys.isEmpty()) {
        lacking.put(state.user(), keys);
        measures.put(state.user(), lifetime.begun(state.lifetime(), keys));
        types.addAll(lifetime.types(keys));
      }
    }
    history.each(
        lacking.keySet(),
        types,
        event ->
            measures.compute(
                event.user(),
                (user, counted) -> lifetime.counted(counted, lacking.get(event.user()), event)));
    Map<UserId, UserState> complete = new HashMap<>(states);
    measures.forEach((user, counted) -> complete.put(user, states.get(user).counted(counted)));
    return complete;
  }
}
