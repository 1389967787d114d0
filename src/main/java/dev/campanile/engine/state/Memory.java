package dev.campanile.engine.state;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What is remembered of a user and a campaign between participations.
 *
 * @param entries the entries that a limit may still count, and the latest ones in any case, oldest
 *     first
 * @param ended when the last participation ended, by key value ({@code ""} without a key)
 * @param latched what has latched towards an entry
 * @param measures what has been counted towards an entry
 * @param timedTo up to when it has been judged what time does to entries, where it does something
 * @param wakeAt when time alone may let an entry hold
 * @param reviewed for the sake of which version the user was let in without an event; 0: of none
 * @param reached what the campaign did to reach out to the user
 */
public record Memory(
    List<Mark> entries,
    Map<String, Instant> ended,
    Set<String> latched,
    Map<String, Measure> measures,
    Instant timedTo,
    Optional<Instant> wakeAt,
    int reviewed,
    Reached reached) {

  /** One entry: when, and for which key value ({@code ""} without a key). */
  public record Mark(Instant at, String key) {}

  /** So many entries are remembered whether or not a limit counts them: a later version may. */
  static final int LATEST = 16;

  public static final Memory NOTHING =
      new Memory(
          List.of(),
          Map.of(),
          Set.of(),
          Map.of(),
          Instant.MIN,
          Optional.empty(),
          0,
          Reached.NOT_YET);

  public Memory {
    entries = List.copyOf(entries);
    ended = Collections.unmodifiableMap(new TreeMap<>(ended));
    latched = Collections.unmodifiableSet(new TreeSet<>(latched));
    measures = Collections.unmodifiableMap(new TreeMap<>(measures));
  }

  Memory counted(Set<String> nowLatched, Map<String, Measure> nowMeasured) {
    return new Memory(entries, ended, nowLatched, nowMeasured, timedTo, wakeAt, reviewed, reached);
  }

  Memory entered(List<Mark> marks) {
    return new Memory(
        marks, ended, Set.of(), Map.of(), Instant.MIN, Optional.empty(), reviewed, reached);
  }

  Memory ended(String key, Instant at) {
    Map<String, Instant> later = new TreeMap<>(ended);
    later.merge(key, at, (a, b) -> a.isAfter(b) ? a : b);
    return new Memory(entries, later, latched, measures, timedTo, wakeAt, reviewed, reached);
  }

  Memory waking(Instant nowTimedTo, Optional<Instant> at) {
    Instant kept = at.isPresent() ? nowTimedTo : Instant.MIN;
    return new Memory(entries, ended, latched, measures, kept, at, reviewed, reached);
  }

  Memory reviewed(int version) {
    return new Memory(entries, ended, latched, measures, timedTo, wakeAt, version, reached);
  }

  /** When time alone may let the user enter, or a date of the user comes. */
  public Optional<Instant> nextWake() {
    return Stream.concat(wakeAt.stream(), reached.due().stream()).min(Instant::compareTo);
  }

  Memory reached(Reached now) {
    return new Memory(entries, ended, latched, measures, timedTo, wakeAt, reviewed, now);
  }
}
