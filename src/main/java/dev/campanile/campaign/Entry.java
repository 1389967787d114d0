package dev.campanile.campaign;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * A way into the campaign; entries are ranked as written and named {@code entry-1}, {@code
 * entry-2}, ….
 */
public sealed interface Entry {

  NodeId to();

  /** Users enter as their events satisfy a trigger. */
  record When(Trigger when, NodeId to) implements Entry {}

  /**
   * The campaign reaches out to its audience: by cron, or once; at most {@code perMinute} users a
   * minute.
   */
  record Launch(
      Optional<String> cron, Optional<LocalDateTime> at, Optional<Integer> perMinute, NodeId to)
      implements Entry {}
}
