package dev.campanile.reference;

import dev.campanile.campaign.Area;
import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Edge;
import dev.campanile.campaign.Entry;
import dev.campanile.campaign.Span;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What will fall due for a place if nothing else happens. */
final class Dues {

  /**
   * A deadline, or an event that leaves a window.
   *
   * @param what it falls due once
   */
  record Due(Condition condition, Object what, Instant at) {}

  private Dues() {}

  static List<Due> of(Run run, History history, Occasion now) {
    var dues = new ArrayList<Due>();
    for (Edge edge : run.campaign().leaving(run.node())) {
      var place = new AtEdge(run, edge, history);
      for (Condition condition : Truth.leaves(edge.when().written())) {
        dues.addAll(of(condition, run, place, now));
      }
    }
    dues.removeIf(due -> run.spent(due.what()));
    return dues;
  }

  private static List<Due> of(Condition condition, Run run, AtEdge place, Occasion now) {
    Instant arrival = run.arrival().at();
    return switch (condition) {
      case Condition.After(var span) ->
          List.of(new Due(condition, condition, Calendar.plus(arrival, span, zone(place, now))));
      case Condition.Dwell(var span, var area) ->
          dwell(span, area, place, now)
              .map(end -> end.isBefore(arrival) ? arrival : end)
              .map(at -> new Due(condition, condition, at))
              .stream()
              .toList();
      case Condition.At at -> throw new Uncovered("at");
      case Condition.On on -> throw new Uncovered("on");
      default -> windows(condition, place, now, arrival);
    };
  }

  private static ZoneId zone(Viewpoint place, Occasion now) {
    return Calendar.zone(now.profile(), place.campaign().schedule());
  }

  /** "The user entered A at instant e and has not been seen outside since: due at e + D." */
  private static Optional<Instant> dwell(Span span, Area area, AtEdge place, Occasion now) {
    List<Occasion> inside = place.history().lastPositions(position -> position.in(area));
    return inside.isEmpty()
        ? Optional.empty()
        : Optional.of(Calendar.plus(inside.getLast().at(), span, zone(place, now)));
  }

  private static List<Due> windows(
      Condition condition, Viewpoint place, Occasion now, Instant arrival) {
    if (!(condition instanceof Condition.Aggregate aggregate)) {
      return List.of();
    }
    return Counting.leaving(aggregate, place, now, arrival).stream()
        .map(leaving -> new Due(condition, leaving, leaving.at()))
        .toList();
  }

  /** An entry waits for nothing but events that leave its windows. */
  static List<Due> of(Lobby lobby, Occasion now) {
    var dues = new ArrayList<Due>();
    for (Entry entry : lobby.campaign().entries()) {
      if (entry instanceof Entry.When when) {
        Truth.leaves(when.when().written())
            .forEach(condition -> dues.addAll(windows(condition, lobby, now, Instant.MIN)));
      }
    }
    dues.removeIf(due -> lobby.memory().spent(due.what()));
    return dues;
  }
}
