package dev.campanile.engine.state;

import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.Condition.Occurs;
import dev.campanile.campaign.Condition.Tally;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What can happen to a user at one place of a campaign: the guards of the ways that leave it, as
 * ranked.
 *
 * @param tallies what its guards look at, each once
 * @param counted what is counted while users are here, whoever looks at it
 * @param latching the happenings that stay true once they occurred here, each once
 * @param listening the guards that an event gives cause to judge, by its type
 * @param timed the guards that a due deadline, or an event that leaves a window, gives cause to
 *     judge
 */
public record Stop(
    List<Guard> guards,
    List<Named<Tally>> tallies,
    List<Named<Tally>> counted,
    List<Named<Occurs>> latching,
    Map<String, List<Guard>> listening,
    List<Guard> timed) {

  public static Stop of(List<Guard> guards) {
    List<Named<Tally>> tallies =
        guards.stream().flatMap(guard -> guard.tallies().stream()).distinct().toList();
    return new Stop(
        List.copyOf(guards),
        tallies,
        tallies,
        guards.stream().flatMap(guard -> guard.latching().stream()).distinct().toList(),
        listening(guards),
        guards.stream().filter(guard -> !guard.deadlines().isEmpty() || windowed(guard)).toList());
  }

  /** This stop where these are counted as well. */
  Stop counting(List<Named<Tally>> others) {
    List<Named<Tally>> all = Stream.concat(others.stream(), tallies.stream()).distinct().toList();
    return new Stop(guards, tallies, all, latching, listening, timed);
  }

  /** The types of event that give cause to judge here. */
  public Set<String> types() {
    return listening.keySet();
  }

  /** The guards that an event of this type gives cause to judge. */
  public List<Guard> listeningTo(String eventType) {
    return listening.getOrDefault(eventType, List.of());
  }

  /** Whether an event of this type may be counted or latch here. */
  boolean counts(String eventType) {
    return counted.stream().anyMatch(tally -> tally.meaning().type().equals(eventType))
        || latching.stream().anyMatch(occurs -> occurs.meaning().type().equals(eventType));
  }

  /** The guards that this change of the profile gives cause to judge. */
  List<Guard> profiled(Attributes before, Attributes after) {
    return guards.stream()
        .filter(
            guard ->
                guard.profile().stream().anyMatch(path -> !before.at(path).equals(after.at(path))))
        .toList();
  }

  /** A place that nothing leads away from ends the participation. */
  public boolean isEnd() {
    return guards.isEmpty();
  }

  private static Map<String, List<Guard>> listening(List<Guard> guards) {
    Map<String, List<Guard>> listening = new HashMap<>();
    for (Guard guard : guards) {
      guard
          .types()
          .forEach(type -> listening.computeIfAbsent(type, t -> new ArrayList<>()).add(guard));
    }
    return Map.copyOf(listening);
  }

  private static boolean windowed(Guard guard) {
    return guard.tallies().stream().anyMatch(tally -> tally.meaning().within().isPresent());
  }
}
