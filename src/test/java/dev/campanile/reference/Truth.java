package dev.campanile.reference;

import dev.campanile.campaign.Comparison;
import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Condition.Happening;
import dev.campanile.campaign.Expression;
import dev.campanile.campaign.Operand;
import dev.campanile.campaign.Path;
import dev.campanile.campaign.Trigger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** When a trigger holds, and what gives cause to judge it; on the text as written. */
final class Truth {

  private Truth() {}

  static boolean holds(Trigger trigger, Viewpoint place, Occasion now) {
    return holds(trigger.written(), false, place, now);
  }

  /**
   * "A happening that, as written, is ANDed with another happening latches": another part of an
   * {@code and} around it has one.
   */
  private static boolean holds(
      Expression<Condition> written, boolean latches, Viewpoint place, Occasion now) {
    return switch (written) {
      case Expression.Leaf<Condition>(var condition) -> holds(condition, latches, place, now);
      case Expression.Or<Condition>(var parts) ->
          parts.stream().anyMatch(part -> holds(part, latches, place, now));
      case Expression.And<Condition>(var parts) ->
          IntStream.range(0, parts.size())
              .allMatch(
                  i -> holds(parts.get(i), latches || anotherHappening(parts, i), place, now));
    };
  }

  private static boolean anotherHappening(List<Expression<Condition>> parts, int part) {
    return IntStream.range(0, parts.size())
        .anyMatch(
            i -> i != part && leaves(parts.get(i)).stream().anyMatch(Happening.class::isInstance));
  }

  static List<Condition> leaves(Expression<Condition> written) {
    var leaves = new ArrayList<Condition>();
    written.forEachLeaf(leaves::add);
    return leaves;
  }

  private static boolean holds(
      Condition condition, boolean latches, Viewpoint place, Occasion now) {
    return switch (condition) {
      case Happening happening ->
          occurs(happening, place, now) || latches && occurred(happening, place, now);
      case Condition.Deadline deadline -> place.due(deadline);
      case Condition.Aggregate aggregate -> Counting.holds(aggregate, place, now);
      case Condition.Profile(var comparison) ->
          Comparing.holds(comparison, now.profile().at(comparison.path()), place.known(now));
      case Condition.Inside(var area) -> now.position().filter(here -> here.in(area)).isPresent();
      case Condition.Split split -> place.holds(split);
      case Condition.Always always -> true;
      case Condition.During during -> isOn(during, place, now);
      case Condition.Rules rules -> throw new Uncovered("rules");
    };
  }

  private static boolean isOn(Condition.During during, Viewpoint place, Occasion now) {
    return Clock.of(during.clock(), place.campaign().schedule(), now.profile())
        .on(during.opens(), during.closes(), during.days(), now.at())
        .isPresent();
  }

  /** "It stays true from its instant until the node is left." */
  private static boolean occurred(Happening happening, Viewpoint place, Occasion now) {
    return place
        .history()
        .upTo(now.number())
        .filter(occasion -> occasion.number() > place.arrived())
        .filter(place::serves)
        .anyMatch(occasion -> occurs(happening, place, occasion));
  }

  static boolean occurs(Happening happening, Viewpoint place, Occasion at) {
    return switch (happening) {
      case Condition.Occurs(var type, var where) ->
          at.event().filter(event -> event.type().equals(type)).isPresent()
              && Comparing.all(where, place.known(at));
      // "inside where the previous known position was outside or there is none"
      case Condition.Enters(var area) ->
          at.carriesPosition()
              && at.position().orElseThrow().in(area)
              && at.former().filter(here -> here.in(area)).isEmpty();
      case Condition.Exits(var area) ->
          at.carriesPosition()
              && !at.position().orElseThrow().in(area)
              && at.former().filter(here -> here.in(area)).isPresent();
      case Condition.Settled(var action, var succeeded) ->
          at.settlement()
              .filter(place::owns)
              .filter(end -> end.action().equals(action) && end.succeeded() == succeeded)
              .isPresent();
      case Condition.Cron cron -> place.strikes(cron, at);
    };
  }

  /**
   * "A trigger is judged … when a happening of it occurs, when an event arrives that one of its
   * aggregates reads or that carries a position for its inside, when the profile of its user. cells
   * changes, when a deadline falls due … or an event leaves a window."
   *
   * @param fallen deadlines that fall due now, and aggregates whose window is left now
   */
  static boolean cause(Trigger trigger, Viewpoint place, Occasion now, Set<Condition> fallen) {
    return leaves(trigger.written()).stream()
        .anyMatch(condition -> fallen.contains(condition) || cause(condition, place, now));
  }

  private static boolean cause(Condition condition, Viewpoint place, Occasion now) {
    return switch (condition) {
      case Happening happening -> occurs(happening, place, now);
      case Condition.Aggregate aggregate ->
          now.event().filter(event -> event.type().equals(aggregate.tally().type())).isPresent();
      case Condition.Inside inside -> now.carriesPosition();
      case Condition.Profile(var comparison) ->
          now.before().isPresent()
              && reads(comparison).stream().anyMatch(path -> changed(path, now));
      default -> false;
    };
  }

  private static Set<Path> reads(Comparison comparison) {
    var paths = new HashSet<Path>();
    paths.add(comparison.path());
    if (comparison.operand() instanceof Operand.Reference reference
        && reference.scope().equals("user")) {
      paths.add(reference.path());
    }
    return paths;
  }

  private static boolean changed(Path path, Occasion now) {
    return !now.before().orElseThrow().at(path).equals(now.profile().at(path));
  }
}
