package dev.campanile.engine.warehouse;

import dev.campanile.campaign.Event;
import dev.campanile.campaign.UserId;
import java.util.Collection;
import java.util.Set;
import java.util.function.Consumer;

/** What users have done: every event that counted, neither repeated nor late, from the first on. */
@FunctionalInterface
public interface EventHistory {

  /** Shows events of these types, those of one user in the order of the log. */
  void each(Collection<UserId> users, Set<String> types, Consumer<Event> seen);
}
