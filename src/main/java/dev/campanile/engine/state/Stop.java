package dev.campanile.engine.state;

import dev.campanile.campaign.Condition.Occurs;
import dev.campanile.campaign.Condition.Tally;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What can happen to a user at one place of a campaign: the guards of the ways that leave it, as
 * ranked.
 *
 * @param tallies what is counted while users are here, each once
 * @param latching the happenings that stay true once they occurred here, each once
 */
public record Stop(List<Guard> guards, List<Named<Tally>> tallies, List<Named<Occurs>> latching) {

  public static Stop of(List<Guard> guards) {
    return new Stop(
        List.copyOf(guards),
        guards.stream().flatMap(guard -> guard.tallies().stream()).distinct().toList(),
        guards.stream().flatMap(guard -> guard.latching().stream()).distinct().toList());
  }

  /** The types of event that give cause to judge here. */
  public Set<String> types() {
    return guards.stream().flatMap(guard -> guard.types().stream()).collect(Collectors.toSet());
  }

  /** The guards that an event of this type gives cause to judge. */
  public List<Guard> listeningTo(String eventType) {
    return guards.stream().filter(guard -> guard.types().contains(eventType)).toList();
  }

  /** The guards that a change of the profile gives cause to judge. */
  public List<Guard> profiled() {
    return guards.stream().filter(Guard::profiled).toList();
  }

  /** The guards that hold at a due deadline, or when an event leaves a window. */
  public List<Guard> timed() {
    return guards.stream()
        .filter(guard -> !guard.deadlines().isEmpty() || windowed(guard))
        .toList();
  }

  /** A place that nothing leads away from ends the participation. */
  public boolean isEnd() {
    return guards.isEmpty();
  }

  private static boolean windowed(Guard guard) {
    return guard.tallies().stream().anyMatch(tally -> tally.meaning().within().isPresent());
  }
}
