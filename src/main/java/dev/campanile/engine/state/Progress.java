package dev.campanile.engine.state;

import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Condition.Aggregate;
import dev.campanile.campaign.Condition.Deadline;
import dev.campanile.campaign.Condition.Happening;
import dev.campanile.campaign.Condition.Split;
import dev.campanile.campaign.Condition.Standing;
import dev.campanile.campaign.Trigger;
import dev.campanile.engine.rule.Lexicon;
import dev.campanile.engine.rule.Scene;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How far users have come with the triggers that several events make hold: the two-dimensional
 * array of each, with the truth of its cells while nothing happens.
 *
 * @param entries by rule
 * @param participations by participation, then by rule
 */
public record Progress(
    Map<String, List<List<Boolean>>> entries,
    Map<String, Map<String, List<List<Boolean>>>> participations) {

  public static final Progress NONE = new Progress(Map.of(), Map.of());

  public Progress {
    entries = Collections.unmodifiableMap(new TreeMap<>(entries));
    participations = Collections.unmodifiableMap(new TreeMap<>(participations));
  }

  /** Of the guards that keep count or latch. */
  static Map<String, List<List<Boolean>>> of(List<Guard> guards, Scene scene) {
    Map<String, List<List<Boolean>>> arrays = new HashMap<>();
    for (Guard guard : guards) {
      if (!guard.array().isEmpty()) {
        arrays.put(guard.rule(), array(guard, scene));
      }
    }
    return arrays;
  }

  /** The names of the cells of a guard that several events make hold; none of any other. */
  static List<List<Named<Condition>>> arrayOf(Trigger trigger) {
    boolean several =
        Guard.cells(trigger)
            .anyMatch(cell -> cell.latches() || cell.condition() instanceof Aggregate);
    return several
        ? trigger.cells().rows().stream()
            .map(row -> row.stream().map(cell -> named(cell.condition())).toList())
            .toList()
        : List.of();
  }

  private static Named<Condition> named(Condition condition) {
    return condition instanceof Aggregate aggregate
        ? new Named<>(Lexicon.nameOf(aggregate.tally()), aggregate)
        : new Named<>(Lexicon.nameOf(condition), condition);
  }

  private static List<List<Boolean>> array(Guard guard, Scene scene) {
    return guard.array().stream()
        .map(row -> row.stream().map(cell -> holds(guard, cell, scene)).toList())
        .toList();
  }

  private static boolean holds(Guard guard, Named<Condition> cell, Scene scene) {
    return switch (cell.meaning()) {
      case Happening happening -> scene.latched().contains(cell.name());
      case Deadline deadline -> scene.due().contains(cell.name());
      case Aggregate aggregate ->
          scene.compares(aggregate, scene.tallies().getOrDefault(cell.name(), Optional.empty()));
      case Split split -> {
        Splits.Part part = guard.splits().of(split);
        yield scene.lot().isWithin(part.from(), part.to());
      }
      case Standing standing -> scene.stands(standing);
    };
  }
}
