package dev.campanile.engine.state;

import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.Comparison;
import dev.campanile.campaign.Condition.Aggregate;
import dev.campanile.campaign.Condition.Since;
import dev.campanile.campaign.Condition.Tally;
import dev.campanile.campaign.Event;
import dev.campanile.campaign.Operator;
import dev.campanile.campaign.Trigger;
import dev.campanile.engine.rule.Lexicon;
import dev.campanile.engine.rule.Occasion;
import dev.campanile.engine.rule.Scene;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What campaigns count since ever: all that a user has done, for all campaigns at once.
 *
 * <p>Every event is counted under the tallies of the book in force and those alone, so a state that
 * has a tally has it whole; one that lacks a tally is caught up from the history.
 *
 * @param tallies by the name that states keep them under
 * @param asked what each campaign looks at
 */
public record Lifetime(Map<String, Ever> tallies, Map<CampaignKey, List<Ever>> asked) {

  /** What has left a window so long ago has left it in every zone, by days or by months. */
  private static final Duration MARGIN = Duration.ofDays(5);

  /**
   * A tally since ever.
   *
   * @param key the name that states keep it under
   * @param name its name in rules
   * @param zone where it reads local times among the values
   */
  record Ever(String key, String name, Tally tally, ZoneId zone) {

    /** Two campaigns that read local times on different clocks do not count the same. */
    private static Ever of(Tally tally, ZoneId zone) {
      String name = Lexicon.nameOf(tally);
      boolean local =
          tally.where().rows().stream().flatMap(List::stream).anyMatch(Ever::readsLocalTimes);
      return new Ever(local ? name + " @" + zone : name, name, tally, zone);
    }

    private static boolean readsLocalTimes(Comparison comparison) {
      return comparison.operator() == Operator.BEFORE || comparison.operator() == Operator.AFTER;
    }
  }

  static Lifetime of(Collection<Machine> machines, Zones zones) {
    Map<String, Ever> tallies = new TreeMap<>();
    Map<CampaignKey, List<Ever>> asked = new HashMap<>();
    for (Machine machine : machines) {
      List<Ever> own = of(machine.graph(), zones.ofSchedule(machine.graph()));
      own.forEach(ever -> tallies.put(ever.key(), ever));
      if (!own.isEmpty()) {
        asked.put(machine.key(), own);
      }
    }
    return new Lifetime(tallies, Map.copyOf(asked));
  }

  private static List<Ever> of(CampaignGraph graph, ZoneId zone) {
    return graph
        .triggers()
        .flatMap(Guard::cells)
        .map(Trigger.Cell::condition)
        .filter(Aggregate.class::isInstance)
        .map(condition -> ((Aggregate) condition).tally())
        .filter(tally -> tally.since() == Since.EVER)
        .distinct()
        .map(tally -> Ever.of(tally, zone))
        .toList();
  }

  /** The tallies that must be caught up; none where the user has done nothing yet. */
  public Set<String> lacking(UserState state) {
    if (state.version() == 0 || state.lifetime().keySet().containsAll(tallies.keySet())) {
      return Set.of();
    }
    Set<String> lacking = new HashSet<>(tallies.keySet());
    lacking.removeAll(state.lifetime().keySet());
    return lacking;
  }

  /** The types of event that some tallies read. */
  public Set<String> types(Collection<String> keys) {
    return keys.stream().map(key -> tallies.get(key).tally().type()).collect(Collectors.toSet());
  }

  /** Measures of which some have counted nothing yet. */
  public Map<String, Measure> begun(Map<String, Measure> measures, Collection<String> keys) {
    Map<String, Measure> begun = new TreeMap<>(measures);
    keys.forEach(key -> begun.putIfAbsent(key, Measure.nothing(tallies.get(key).tally())));
    return begun;
  }

  /** Measures with an event counted under some of them; the same where it is nothing to them. */
  public Map<String, Measure> counted(
      Map<String, Measure> measures, Collection<String> keys, Event event) {
    Map<String, Measure> counted = measures;
    for (String key : keys) {
      Measure former = measures.get(key);
      Measure now = counted(former, tallies.get(key), event);
      if (now != former) {
        counted = counted == measures ? new TreeMap<>(measures) : counted;
        counted.put(key, now);
      }
    }
    return counted;
  }

  /** All tallies of the book, those that are new begun; what it does not have is let go of. */
  Map<String, Measure> kept(Map<String, Measure> measures) {
    if (measures.keySet().equals(tallies.keySet())) {
      return measures;
    }
    Map<String, Measure> kept = begun(measures, tallies.keySet());
    kept.keySet().retainAll(tallies.keySet());
    return kept;
  }

  /** Measures of one's own together with those since ever, by their names in rules. */
  Map<String, Measure> beside(
      Machine machine, Map<String, Measure> own, Map<String, Measure> lifetime) {
    List<Ever> ever = asked.getOrDefault(machine.key(), List.of());
    if (ever.isEmpty()) {
      return own;
    }
    Map<String, Measure> beside = new HashMap<>(own);
    for (Ever one : ever) {
      beside.put(one.name(), lifetime.getOrDefault(one.key(), Measure.nothing(one.tally())));
    }
    return beside;
  }

  private static Measure counted(Measure former, Ever ever, Event event) {
    Tally tally = ever.tally();
    if (!tally.type().equals(event.type())) {
      return former;
    }
    var occasion = new Occasion.Happened(event, Optional.empty(), Optional.empty());
    Scene scene = Scene.of(occasion, Attributes.NONE, ever.zone());
    if (!scene.matches(tally.type(), tally.where())) {
      return former;
    }
    Instant gone = event.time().minus(MARGIN);
    return Measure.reading(tally, event.properties())
        .map(value -> former.with(tally, event.time(), value, gone, ZoneOffset.UTC))
        .orElse(former);
  }
}
