package dev.campanile.engine.state;

import dev.campanile.campaign.Condition.Happening;
import dev.campanile.campaign.Condition.Tally;
import dev.campanile.campaign.Event;
import dev.campanile.engine.rule.Scene;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Adds an event to tallies and latches, wherever those are kept. */
record Counting(Set<String> latched, Map<String, Measure> measures) {

  /**
   * What is counted and latched after an event; equal to this where the event is nothing to either.
   *
   * @param now on the user's clock, which windows are measured by
   */
  Counting with(Event event, Stop stop, Scene scene, ZonedDateTime now) {
    Map<String, Measure> counted = measures;
    for (Named<Tally> tally : stop.counted()) {
      counted = counted(counted, event, tally, scene, now);
    }
    return new Counting(latching(stop, scene), counted);
  }

  /** What has latched once the scene's occasion is over. */
  Set<String> latching(Stop stop, Scene scene) {
    Set<String> nowLatched = latched;
    for (Named<Happening> latch : stop.latching()) {
      nowLatched = latched(nowLatched, latch, scene);
    }
    return nowLatched;
  }

  boolean changedFrom(Counting former) {
    return latched != former.latched || measures != former.measures;
  }

  /** The values, by name, of the tallies that guards look at. */
  static Map<String, Optional<Object>> values(
      List<Guard> guards, Map<String, Measure> measures, Instant now, ZoneId zone) {
    Map<String, Optional<Object>> values = new HashMap<>();
    for (Guard guard : guards) {
      for (Named<Tally> tally : guard.tallies()) {
        Measure measure = measures.getOrDefault(tally.name(), Measure.nothing(tally.meaning()));
        values.put(tally.name(), measure.value(tally.meaning(), now, zone));
      }
    }
    return values;
  }

  private static Map<String, Measure> counted(
      Map<String, Measure> measures,
      Event event,
      Named<Tally> named,
      Scene scene,
      ZonedDateTime now) {
    Tally tally = named.meaning();
    if (!scene.matches(tally.type(), tally.where())) {
      return measures;
    }
    Optional<Object> reading = Measure.reading(tally, event.properties());
    if (reading.isEmpty()) {
      return measures;
    }
    Measure former = measures.getOrDefault(named.name(), Measure.nothing(tally));
    Map<String, Measure> counted = new HashMap<>(measures);
    Object value = reading.get();
    counted.put(
        named.name(), former.with(tally, event.time(), value, now.toInstant(), now.getZone()));
    return counted;
  }

  private static Set<String> latched(Set<String> latched, Named<Happening> latch, Scene scene) {
    if (latched.contains(latch.name()) || !scene.occurs(latch.meaning())) {
      return latched;
    }
    Set<String> more = new HashSet<>(latched);
    more.add(latch.name());
    return more;
  }
}
