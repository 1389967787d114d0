package dev.campanile.campaign;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * A way into the campaign; entries are ranked as written and named {@code entry-1}, {@code
 * entry-2}, ….
 */
public sealed interface Entry {

  NodeId to();

  /** What lets users in; none where the campaign reaches out by itself. */
  default Optional<Trigger> trigger() {
    return this instanceof When entry ? Optional.of(entry.when()) : Optional.empty();
  }

  /** Users enter as their events satisfy a trigger. */
  record When(Trigger when, NodeId to) implements Entry {}

  /**
   * The campaign reaches out to its audience: by cron, or once; at most {@code perMinute} users a
   * minute.
   */
  record Launch(
      Optional<Timetable> cron, Optional<LocalDateTime> at, Optional<Integer> perMinute, NodeId to)
      implements Entry {}

  /** Each user enters by a date of their own. */
  record Dated(UserDate date, NodeId to) implements Entry {}
}
