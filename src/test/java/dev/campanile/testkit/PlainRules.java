package dev.campanile.testkit;

import dev.campanile.campaign.Comparison;
import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Trigger.Cell;
import dev.campanile.engine.rule.Lexicon;
import dev.campanile.engine.rule.Moment;
import dev.campanile.engine.rule.Rules;
import dev.campanile.engine.rule.Scene;
import dev.campanile.engine.state.Guard;
import dev.campanile.engine.state.Machine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The twin of compiled rules: reads the triggers of machines themselves. */
public final class PlainRules implements Rules {

  private final Map<String, List<Guard>> guards = new HashMap<>();

  public PlainRules(Collection<Machine> machines) {
    for (Machine machine : machines) {
      for (Guard guard : machine.guards()) {
        guards.computeIfAbsent(guard.at(), at -> new ArrayList<>()).add(guard);
      }
    }
  }

  /** What the cells of machines are called. */
  public static Lexicon lexicon(Collection<Machine> machines) {
    Map<String, Comparison> comparisons = new HashMap<>();
    Map<String, Condition> conditions = new HashMap<>();
    for (Machine machine : machines) {
      for (Guard guard : machine.guards()) {
        guard.trigger().cells().rows().stream()
            .flatMap(List::stream)
            .map(Cell::condition)
            .forEach(condition -> name(condition, comparisons, conditions));
      }
    }
    return new Lexicon(comparisons, conditions);
  }

  @Override
  public Judge open() {
    return new Judge() {

      @Override
      public List<String> judge(Moment moment) {
        return guards.getOrDefault(moment.at(), List.of()).stream()
            .filter(guard -> guard.trigger().cells().holds(cell -> holds(guard, cell, moment)))
            .map(Guard::rule)
            .toList();
      }

      @Override
      public void close() {}
    };
  }

  private static void name(
      Condition condition, Map<String, Comparison> comparisons, Map<String, Condition> conditions) {
    conditions.put(Lexicon.nameOf(condition), condition);
    if (condition instanceof Condition.Profile(Comparison comparison)) {
      comparisons.put(Lexicon.nameOf(comparison), comparison);
    }
  }

  private static boolean holds(Guard guard, Cell cell, Moment moment) {
    Scene scene = moment.scene();
    String name = Lexicon.nameOf(cell.condition());
    return switch (cell.condition()) {
      case Condition.Happening happening ->
          scene.occurs(happening) || cell.latches() && scene.latched().contains(name);
      case Condition.Deadline deadline -> moment.due(name);
      case Condition.Aggregate aggregate -> moment.tally(name);
      case Condition.Profile(var comparison) -> scene.compares(comparison, scene.profile());
      case Condition.Always always -> true;
      case Condition.Inside inside -> moment.stands(name);
      case Condition.During during -> moment.stands(name);
      case Condition.Split split -> {
        var part = guard.splits().of(split);
        yield scene.lot().isWithin(part.from(), part.to());
      }
      case Condition.Standing standing -> throw unexecuted(name);
    };
  }

  private static IllegalStateException unexecuted(String condition) {
    return new IllegalStateException("Expected publishing to have refused '" + condition + "'.");
  }
}
