package dev.campanile.translator.logic;

import dev.campanile.campaign.Area;
import dev.campanile.campaign.Condition.Function;
import dev.campanile.campaign.Condition.Tally;
import dev.campanile.campaign.NodeId;
import dev.campanile.campaign.Path;
import java.math.BigDecimal;

/** What conditions look at. Equal subjects have one value at one moment. */
public sealed interface Subject {

  /** An attribute of the profile. */
  record Profile(Path path) implements Subject {}

  /** A property of the event that is judged. */
  record Property(Path path) implements Subject {}

  /** The type of the event that is judged; none on arrival and when time passes. */
  record Happened() implements Subject {}

  /**
   * What a tally has counted, seen from a place.
   *
   * @param values all that it can come to
   */
  record Counted(Tally tally, String place, Domain values) implements Subject {}

  /** How long the user has been at a node, in days of a calendar or in seconds. */
  record Waited(String place, boolean days) implements Subject {}

  /** The user's point in the splits of a node. */
  record Draw(NodeId node) implements Subject {}

  /** Whether the user was last seen in an area. */
  record Inside(Area area) implements Subject {}

  /** All values that it can have. */
  default Domain universe() {
    return switch (this) {
      case Profile p -> Domain.ANY;
      case Property p -> Domain.ANY;
      case Happened h -> Domain.TEXT.or(Domain.MISSING);
      case Waited w -> Domain.from(BigDecimal.ZERO);
      case Draw d -> Domain.from(BigDecimal.ZERO).and(Domain.below(BigDecimal.valueOf(100)));
      case Inside i -> Domain.TRUTH;
      case Counted counted -> counted.values();
    };
  }

  /** Whether its numbers are whole. */
  default boolean isWhole() {
    return this instanceof Counted counted
        && (counted.tally().function() == Function.COUNT
            || counted.tally().function() == Function.DISTINCT);
  }

  /** Whether the other is an attribute inside this one. */
  default boolean contains(Subject other) {
    return this instanceof Profile(var outer) && other instanceof Profile(var inner)
        ? isPrefix(outer, inner)
        : this instanceof Property(var around)
            && other instanceof Property(var within)
            && isPrefix(around, within);
  }

  private static boolean isPrefix(Path outer, Path inner) {
    int length = outer.segments().size();
    return length < inner.segments().size()
        && inner.segments().subList(0, length).equals(outer.segments());
  }
}
