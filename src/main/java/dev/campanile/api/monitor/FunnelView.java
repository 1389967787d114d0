package dev.campanile.api.monitor;

import dev.campanile.engine.monitor.Funnel;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many came how far, live or predicted.
 *
 * @param ended by how: completed, exited, reached, stopped
 * @param refused entries, by what stopped them
 */
public record FunnelView(
    long entered,
    Map<String, Funnel.Stage> nodes,
    Map<String, Long> edges,
    long reached,
    SortedMap<String, Long> ended,
    SortedMap<String, Long> refused) {

  public static FunnelView of(Funnel funnel) {
    return new FunnelView(
        funnel.entered(),
        funnel.nodes(),
        funnel.edges(),
        funnel.reached(),
        lower(funnel.ended()),
        lower(funnel.refused()));
  }

  private static SortedMap<String, Long> lower(Map<String, Long> counts) {
    SortedMap<String, Long> lower = new TreeMap<>();
    counts.forEach((name, count) -> lower.put(name.toLowerCase(Locale.ROOT), count));
    return lower;
  }
}
