package dev.campanile.engine.rule;

import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.Cnf;
import dev.campanile.campaign.Comparison;
import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Condition.Aggregate;
import dev.campanile.campaign.Condition.Happening;
import dev.campanile.campaign.Event;
import dev.campanile.campaign.Operand.Reference;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that the cells of a trigger may look at, at one moment.
 *
 * @param event the event that is judged; none on arrival and when a deadline falls due
 * @param entry the properties of the event that entered
 * @param results what settled actions answered, by action id
 * @param latched the happenings, by text, that have latched since the arrival
 * @param tallies the value of each tally, by name, that is looked at; none for an avg, min or max
 *     of nothing
 * @param due the deadlines, by text, that are due
 * @param zone where a bare date or local time among the values is read
 */
public record Scene(
    Optional<Event> event,
    Attributes profile,
    Attributes entry,
    Map<String, Attributes> results,
    Set<String> latched,
    Map<String, Optional<Object>> tallies,
    Set<String> due,
    ZoneId zone) {

  /** An event seen from no campaign in particular. */
  public static Scene of(Event event, Attributes profile, ZoneId zone) {
    return new Scene(
        Optional.of(event), profile, Attributes.NONE, Map.of(), Set.of(), Map.of(), Set.of(), zone);
  }

  /** Whether the attributes satisfy the comparison, with references looked up in this scene. */
  public boolean compares(Comparison comparison, Attributes subject) {
    return Comparing.holds(
        subject.at(comparison.path()),
        comparison.operator(),
        comparison.operand(),
        this::lookUp,
        zone);
  }

  /** Whether the event of this moment is of the type and satisfies the array of comparisons. */
  public boolean matches(String type, Cnf<Comparison> where) {
    return event.isPresent()
        && event.get().type().equals(type)
        && where.holds(comparison -> compares(comparison, event.get().properties()));
  }

  boolean occurs(Happening happening) {
    return switch (happening) {
      case Condition.Occurs occurs -> matches(occurs.type(), occurs.where());
      case Condition.Enters e -> throw unexecuted(e);
      case Condition.Exits e -> throw unexecuted(e);
      case Condition.Settled e -> throw unexecuted(e);
      case Condition.Cron e -> throw unexecuted(e);
    };
  }

  boolean measures(Aggregate aggregate, String tally) {
    Optional<Object> value = tallies.getOrDefault(tally, Optional.empty());
    return Comparing.holds(value, aggregate.operator(), aggregate.operand(), this::lookUp, zone);
  }

  /** The value that a reference stands for. */
  public Optional<Object> lookUp(Reference reference) {
    Attributes happened = event.map(Event::properties).orElse(Attributes.NONE);
    return new References(happened, entry, profile, results).lookUp(reference);
  }

  private static IllegalStateException unexecuted(Condition condition) {
    return new IllegalStateException("Expected publishing to have refused '" + condition + "'.");
  }
}
