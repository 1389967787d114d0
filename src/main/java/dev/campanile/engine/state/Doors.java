package dev.campanile.engine.state;

import dev.campanile.engine.rule.Moment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The ways into campaigns, by what may open them, those of the highest priority first.
 *
 * @param openedBy by the type of event
 * @param shared the places of entries that one moment may serve for several campaigns
 * @param profiled the machines with entries that look at the profile and need no event
 */
record Doors(Map<String, List<Door>> openedBy, Set<String> shared, List<Machine> profiled) {

  /**
   * The entries of one campaign that an event of some type may open.
   *
   * @param guards as ranked
   * @param own those among them that no moment of several campaigns serves
   */
  record Door(Machine machine, List<Guard> guards, List<Guard> own) {}

  /** Of machines that may be entered. */
  static Doors of(Collection<Machine> open) {
    List<Machine> ranked = new ArrayList<>(open);
    ranked.sort(
        Comparator.<Machine>comparingInt(machine -> -machine.graph().priority())
            .thenComparing(Machine::key));
    Map<String, List<Door>> openedBy = new HashMap<>();
    for (Machine machine : ranked) {
      for (String type : machine.entry().types()) {
        List<Guard> guards = machine.entry().listeningTo(type);
        openedBy
            .computeIfAbsent(type, t -> new ArrayList<>())
            .add(new Door(machine, guards, own(guards)));
      }
    }
    return new Doors(openedBy, shared(ranked), ranked.stream().filter(Doors::profiled).toList());
  }

  List<Door> openedBy(String eventType) {
    return openedBy.getOrDefault(eventType, List.of());
  }

  /** Whether one moment of the event serves the entries of several campaigns. */
  boolean shares(String eventType) {
    return shared.contains(Moment.openedBy(eventType));
  }

  /** The guards that no moment of several campaigns serves. */
  static List<Guard> own(List<Guard> guards) {
    return guards.stream().filter(guard -> !Moment.servesMany(guard.at())).toList();
  }

  private static Set<String> shared(List<Machine> machines) {
    return machines.stream()
        .flatMap(machine -> machine.entry().guards().stream())
        .map(Guard::at)
        .filter(Moment::servesMany)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean profiled(Machine machine) {
    return own(machine.entry().guards()).stream().anyMatch(guard -> !guard.profile().isEmpty());
  }
}
