package dev.campanile.engine.rule;

import dev.campanile.campaign.Area;
import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.Cnf;
import dev.campanile.campaign.Comparison;
import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Condition.Aggregate;
import dev.campanile.campaign.Condition.Happening;
import dev.campanile.campaign.Condition.Standing;
import dev.campanile.campaign.Event;
import dev.campanile.campaign.Geofence;
import dev.campanile.campaign.Operand.Reference;
import dev.campanile.campaign.Position;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that the cells of a trigger may look at, at one moment.
 *
 * @param position where the user is known to be
 * @param entry the properties of the event that entered
 * @param results what settled actions answered, by action id
 * @param latched the happenings, by text, that have latched since the arrival
 * @param tallies the value of each tally, by name, that is looked at; none for an avg, min or max
 *     of nothing
 * @param due the deadlines, by text, that are due
 * @param fences the insides of the areas that are looked at
 * @param lot the user's own at this node
 * @param time now, and whose clocks it is read on
 */
public record Scene(
    Occasion occasion,
    Optional<Position> position,
    Attributes profile,
    Attributes entry,
    Map<String, Attributes> results,
    Set<String> latched,
    Map<String, Optional<Object>> tallies,
    Set<String> due,
    Map<Area, Geofence> fences,
    Lot lot,
    Timepiece time) {

  /** An occasion seen from no campaign in particular: nobody there asks what time it is. */
  public static Scene of(Occasion occasion, Attributes profile, ZoneId zone) {
    return new Scene(
        occasion,
        Optional.empty(),
        profile,
        Attributes.NONE,
        Map.of(),
        Set.of(),
        Map.of(),
        Set.of(),
        Map.of(),
        Lot.NONE,
        new Timepiece(Instant.EPOCH, zone, zone));
  }

  /** Whether the attributes satisfy the comparison, with references looked up in this scene. */
  public boolean compares(Comparison comparison, Attributes subject) {
    return Comparing.holds(
        subject.at(comparison.path()),
        comparison.operator(),
        comparison.operand(),
        this::lookUp,
        time.schedule());
  }

  /** Whether the event of this moment is of the type and satisfies the array of comparisons. */
  public boolean matches(String type, Cnf<Comparison> where) {
    Optional<Event> event = occasion.happened();
    return event.isPresent()
        && event.get().type().equals(type)
        && where.holds(comparison -> compares(comparison, event.get().properties()));
  }

  /** Whether a happening occurs at this very moment. */
  public boolean occurs(Happening happening) {
    return switch (happening) {
      case Condition.Occurs occurs -> matches(occurs.type(), occurs.where());
      case Condition.Enters(Area area) -> passes(fence(area), true);
      case Condition.Exits(Area area) -> passes(fence(area), false);
      case Condition.Settled settled ->
          occasion instanceof Occasion.Settled(var action, var succeeded)
              && action.equals(settled.action())
              && succeeded == settled.succeeded();
      case Condition.Cron cron ->
          occasion instanceof Occasion.Struck(var crons) && crons.contains(cron);
    };
  }

  /** Whether a standing that is neither of the profile nor a count holds. */
  public boolean stands(Standing standing) {
    return switch (standing) {
      case Condition.Inside(Area area) -> position.filter(fence(area)::contains).isPresent();
      case Condition.Profile profile -> compares(profile.comparison(), this.profile);
      case Condition.Always always -> true;
      case Condition.During during -> during.hours().has(time.now(), time.zone(during.clock()));
      case Aggregate a -> throw unexecuted(a);
      case Condition.Split s -> throw unexecuted(s);
      case Condition.Rules r -> throw unexecuted(r);
    };
  }

  boolean measures(Aggregate aggregate, String tally) {
    return compares(aggregate, tallies.getOrDefault(tally, Optional.empty()));
  }

  /** Whether the value of its tally satisfies an aggregate; none for an avg of nothing. */
  public boolean compares(Aggregate aggregate, Optional<Object> value) {
    return Comparing.holds(
        value, aggregate.operator(), aggregate.operand(), this::lookUp, time.schedule());
  }

  /** The value that a reference stands for. */
  public Optional<Object> lookUp(Reference reference) {
    Attributes happened = occasion.happened().map(Event::properties).orElse(Attributes.NONE);
    return new References(happened, entry, profile, results).lookUp(reference);
  }

  /** Whether the border is crossed: into the fence, or out of it. */
  private boolean passes(Geofence fence, boolean inwards) {
    if (!(occasion instanceof Occasion.Happened happened) || happened.at().isEmpty()) {
      return false;
    }
    boolean was = happened.from().filter(fence::contains).isPresent();
    return was != inwards && fence.contains(happened.at().get()) == inwards;
  }

  private Geofence fence(Area area) {
    Geofence fence = fences.get(area);
    if (fence == null) {
      throw new IllegalStateException("Expected to know the inside of " + area + ".");
    }
    return fence;
  }

  private static IllegalStateException unexecuted(Condition condition) {
    return new IllegalStateException("Expected not to be asked about '" + condition + "'.");
  }
}
