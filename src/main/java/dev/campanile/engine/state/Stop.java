package dev.campanile.engine.state;

import dev.campanile.campaign.ActionId;
import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Condition.Happening;
import dev.campanile.campaign.Condition.Since;
import dev.campanile.campaign.Condition.Tally;
import dev.campanile.campaign.Event;
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
 * @param roams whether an event's position may give cause to judge
 * @param timed the guards that time alone gives cause to judge
 */
public record Stop(
    List<Guard> guards,
    List<Named<Tally>> tallies,
    List<Named<Tally>> counted,
    List<Named<Happening>> latching,
    Map<String, List<Guard>> listening,
    boolean roams,
    List<Guard> timed) {

  public static Stop of(List<Guard> guards) {
    List<Named<Tally>> tallies =
        guards.stream().flatMap(guard -> guard.tallies().stream()).distinct().toList();
    return new Stop(
        List.copyOf(guards),
        tallies,
        tallies.stream().filter(tally -> tally.meaning().since() != Since.EVER).toList(),
        guards.stream().flatMap(guard -> guard.latching().stream()).distinct().toList(),
        listening(guards),
        guards.stream().anyMatch(Guard::roams),
        guards.stream().filter(Guard::timed).toList());
  }

  /** This stop where these are counted as well. */
  Stop counting(List<Named<Tally>> others) {
    List<Named<Tally>> all = Stream.concat(others.stream(), counted.stream()).distinct().toList();
    return new Stop(guards, tallies, all, latching, listening, roams, timed);
  }

  /** The types of event that give cause to judge here. */
  public Set<String> types() {
    return listening.keySet();
  }

  /** The guards that an event gives cause to judge, as ranked. */
  List<Guard> heeding(Event event, boolean positioned) {
    return roams && positioned
        ? guards.stream().filter(guard -> guard.heeds(event, true)).toList()
        : listening.getOrDefault(event.type(), List.of());
  }

  /** The guards that the settling of an action gives cause to judge. */
  List<Guard> settling(ActionId action) {
    return guards.stream().filter(guard -> guard.settling().contains(action)).toList();
  }

  /** Whether an event may be counted or latch here. */
  boolean counts(Event event, boolean positioned) {
    return counted.stream().anyMatch(tally -> tally.meaning().type().equals(event.type()))
        || latching.stream().anyMatch(latch -> mayLatch(latch.meaning(), event, positioned));
  }

  /** Whether an event may be in a window since ever that is looked at here. */
  boolean remembers(Event event) {
    return tallies.stream()
        .map(Named::meaning)
        .anyMatch(
            tally ->
                tally.since() == Since.EVER
                    && tally.within().isPresent()
                    && tally.type().equals(event.type()));
  }

  /** Whether one may be here because of how long one has been somewhere. */
  boolean dwells() {
    return timed.stream()
        .flatMap(guard -> guard.deadlines().stream())
        .anyMatch(deadline -> deadline.meaning() instanceof Condition.Dwell);
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

  private static boolean mayLatch(Happening happening, Event event, boolean positioned) {
    return switch (happening) {
      case Condition.Occurs occurs -> occurs.type().equals(event.type());
      case Condition.Enters e -> positioned;
      case Condition.Exits e -> positioned;
      case Condition.Settled s -> false;
      case Condition.Cron c -> false;
    };
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
}
