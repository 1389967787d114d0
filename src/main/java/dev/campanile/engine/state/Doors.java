package dev.campanile.engine.state;

import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.Event;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The ways into campaigns, those of the highest priority first.
 *
 * @param doors by campaign, as ranked
 * @param byRule the doors by the entries that one moment may serve for several campaigns
 * @param openings where such entries are judged, by the type of event
 * @param mindful the doors with entries that need memory, by the type of event
 * @param roaming the doors with entries that look at positions
 * @param profiled the doors with entries that look at the profile and need no event
 * @param dated the doors with entries that wait for a date of the user
 */
record Doors(
    Map<CampaignId, Door> doors,
    Map<String, Door> byRule,
    Map<String, Openings> openings,
    Map<String, List<Door>> mindful,
    List<Door> roaming,
    List<Door> profiled,
    List<Door> dated) {

  /**
   * The entries of one campaign.
   *
   * @param own those among them that no moment of several campaigns serves
   */
  record Door(Machine machine, int rank, List<Guard> own) {

    /** The entries that an event gives cause to judge, as ranked. */
    List<Guard> heeding(Event event, boolean positioned) {
      return machine.entry().heeding(event, positioned);
    }

    /**
     * The entries with memory of their own that this change of the profile gives cause to judge.
     */
    List<Guard> profiled(Attributes before, Attributes after) {
      return machine.entry().profiled(before, after).stream()
          .filter(guard -> guard.opening().isEmpty())
          .toList();
    }
  }

  /** Of machines that may be entered. */
  static Doors of(Collection<Machine> open) {
    List<Machine> machines = new ArrayList<>(open);
    machines.sort(
        Comparator.<Machine>comparingInt(machine -> -machine.graph().priority())
            .thenComparing(Machine::key));
    Map<CampaignId, Door> doors = new LinkedHashMap<>();
    for (Machine machine : machines) {
      List<Guard> own =
          machine.entry().guards().stream().filter(guard -> guard.opening().isEmpty()).toList();
      doors.put(machine.key().id(), new Door(machine, doors.size(), own));
    }
    return new Doors(
        doors,
        byRule(doors.values()),
        openings(machines),
        mindful(doors.values()),
        having(doors.values(), Guard::roams),
        having(doors.values(), guard -> !guard.profile().isEmpty()),
        doors.values().stream().filter(door -> !Dates.of(door.machine()).isEmpty()).toList());
  }

  Collection<Door> all() {
    return doors.values();
  }

  Optional<Door> of(CampaignId campaign) {
    return Optional.ofNullable(doors.get(campaign));
  }

  /** Where the entries that need no memory are judged for an event. */
  List<String> places(Event event) {
    return openings.getOrDefault(event.type(), Openings.NONE).places(event.properties());
  }

  /**
   * The doors to try for an event, as ranked: those of the rules that hold, and those with memory.
   */
  List<Door> toTry(Event event, boolean positioned, Set<String> holding) {
    SortedMap<Integer, Door> ranked = new TreeMap<>();
    mindful.getOrDefault(event.type(), List.of()).forEach(door -> ranked.put(door.rank(), door));
    if (positioned) {
      roaming.forEach(door -> ranked.put(door.rank(), door));
    }
    for (String rule : holding) {
      // A version that may no longer be entered may still be in the rules.
      Optional.ofNullable(byRule.get(rule)).ifPresent(door -> ranked.put(door.rank(), door));
    }
    return List.copyOf(ranked.values());
  }

  private static List<Door> having(Collection<Door> doors, Predicate<Guard> what) {
    return doors.stream().filter(door -> door.own().stream().anyMatch(what)).toList();
  }

  private static Map<String, Door> byRule(Collection<Door> doors) {
    Map<String, Door> byRule = new HashMap<>();
    for (Door door : doors) {
      for (Guard guard : door.machine().entry().guards()) {
        if (guard.opening().isPresent()) {
          byRule.put(guard.rule(), door);
        }
      }
    }
    return byRule;
  }

  private static Map<String, Openings> openings(Collection<Machine> machines) {
    Map<String, List<Opening>> byType =
        machines.stream()
            .flatMap(machine -> machine.entry().guards().stream())
            .flatMap(guard -> guard.opening().stream())
            .distinct()
            .collect(Collectors.groupingBy(Opening::type));
    Map<String, Openings> openings = new HashMap<>();
    byType.forEach((type, all) -> openings.put(type, Openings.of(all)));
    return openings;
  }

  private static Map<String, List<Door>> mindful(Collection<Door> doors) {
    Map<String, List<Door>> mindful = new HashMap<>();
    for (Door door : doors) {
      door.own().stream()
          .flatMap(guard -> guard.types().stream())
          .distinct()
          .forEach(type -> mindful.computeIfAbsent(type, t -> new ArrayList<>()).add(door));
    }
    return mindful;
  }
}
