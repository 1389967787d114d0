package dev.campanile.engine.state;

import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * An order that counts towards frequency caps.
 *
 * @param subjects what it counts for, as {@link dev.campanile.campaign.Cap#subject} names it
 * @param at when it was ordered
 */
public record Contact(OrderKey order, Set<String> subjects, Instant at) {

  public Contact {
    subjects = Collections.unmodifiableSet(new TreeSet<>(subjects));
  }
}
