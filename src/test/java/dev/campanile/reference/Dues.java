package dev.campanile.reference;

import dev.campanile.campaign.Area;
import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Condition.ClockOf;
import dev.campanile.campaign.Edge;
import dev.campanile.campaign.Entry;
import dev.campanile.campaign.Goal;
import dev.campanile.campaign.Span;
import dev.campanile.campaign.Trigger;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What will fall due for a place if nothing else happens. */
final class Dues {

  /**
   * A deadline, an instant of cron, an opening, or an event that leaves a window.
   *
   * @param what it falls due once
   */
  record Due(Condition condition, Object what, Instant at) {}

  private Dues() {}

  /** What the edges of a participation's node wait for. */
  static List<Due> atNode(Run run, History history, Occasion now) {
    CampaignGraph campaign = run.campaign();
    return of(
        campaign.leaving(run.node()).stream().map(Edge::when), Insider.node(run, history), now);
  }

  /** What goal and exit wait for; a goal that can no longer be noted waits for nothing. */
  static List<Due> ofFrame(Run run, History history, Occasion now) {
    var place = Insider.frame(run, history);
    Stream<Due> goal =
        run.reached()
            ? Stream.of()
            : of(run.campaign().goal().stream().map(Goal::when), place, now).stream()
                .filter(due -> run.inTime(due.at(), now));
    Stream<Due> exit = of(run.campaign().exit().stream(), place, now).stream();
    return Stream.concat(goal, exit).toList();
  }

  private static List<Due> of(Stream<Trigger> triggers, Insider place, Occasion now) {
    if (place.pauses().last()) {
      return List.of();
    }
    return triggers
        .flatMap(trigger -> Truth.leaves(trigger.written()).stream())
        .flatMap(condition -> of(condition, place, now).stream())
        .filter(due -> !place.watch().spent(due.what()))
        .toList();
  }

  private static List<Due> of(Condition condition, Insider place, Occasion now) {
    Instant arrival = place.watch().since().at();
    Stream<Instant> instants =
        switch (condition) {
          case Condition.After(var span) ->
              Stream.of(Calendar.plus(arrival, span, zone(place, now)));
          case Condition.Dwell(var span, var area) -> dwell(span, area, place, now).stream();
          case Condition.On on ->
              Stream.of(Calendar.instant(on.instant(), clock(on.clock(), place, now).zone()));
          case Condition.At at ->
              clock(at.clock(), place, now)
                  .daily(at.time(), arrival)
                  .filter(place.watch()::awaits)
                  .limit(400);
          default -> Stream.of();
        };
    return switch (condition) {
      case Condition.At at -> first(condition, condition, instants, place);
      case Condition.Deadline deadline ->
          first(condition, condition, instants.map(at -> later(at, arrival)), place);
      case Condition.Cron cron -> recurring(cron, cron.clock(), place, now);
      case Condition.During during -> recurring(during, during.clock(), place, now);
      default -> windows(condition, place, now, arrival);
    };
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Clock clock(ClockOf whose, Viewpoint place, Occasion now) {
    return Clock.of(whose, place.campaign().schedule(), now.profile());
  }

  /**
   * "`cron` occurs at each of its instants while the user is at the node"; "an opening gives cause
   * to judge"; "cron instants and openings that are past when the zone changes are not made up
   * for".
   */
  private static List<Due> recurring(
      Condition condition, ClockOf whose, Insider place, Occasion now) {
    Watch watch = place.watch();
    Instant from = watch.latest(condition).orElse(watch.since().at());
    Clock clock = clock(whose, place, now);
    Instant moved = whose == ClockOf.USER ? moved(place) : Instant.MIN;
    Stream<Instant> all =
        condition instanceof Condition.Cron cron
            ? clock.cron(cron.timetable().expression(), from)
            : openings((Condition.During) condition, clock, from);
    Stream<Instant> to =
        all.filter(watch::awaits)
            .filter(at -> watch.latest(condition).filter(last -> !at.isAfter(last)).isEmpty())
            .filter(at -> !at.isBefore(moved));
    Object everyTime = new Object();
    return first(condition, everyTime, to, place);
  }

  private static Stream<Instant> openings(Condition.During during, Clock clock, Instant from) {
    return clock
        .intervals(during.opens(), during.closes(), during.days(), from)
        .map(Clock.Interval::opens);
  }

  /**
   * "What would fall due in a pause falls due at its end with fire; with skip it does not fall due
   * any more: after, on, dwell never, at, cron, during openings at their next instant that is in no
   * pause."
   */
  private static List<Due> first(
      Condition condition, Object what, Stream<Instant> instants, Insider place) {
    Instant moved = moved(place);
    return instants
        .flatMap(at -> falls(at, moved, place).stream())
        .findFirst()
        .map(at -> new Due(condition, what, at))
        .stream()
        .toList();
  }

  /**
   * "One that is past by the new clock is due at once": by what its instant is then, and, should
   * that be in a pause, as all that would fall due in it.
   */
  private static Optional<Instant> falls(Instant at, Instant moved, Viewpoint place) {
    return afterPause(at, place).flatMap(due -> afterPause(later(due, moved), place));
  }

  private static Optional<Instant> afterPause(Instant at, Viewpoint place) {
    return Optional.of(at)
        .filter(due -> !place.skips() || !place.pauses().had(due))
        .map(place.pauses()::after);
  }

  private static Instant moved(Viewpoint place) {
    return place.history().zoneSince(place.campaign().schedule());
  }

  private static ZoneId zone(Viewpoint place, Occasion now) {
    return Calendar.zone(now.profile(), place.campaign().schedule());
  }

  /** "The user entered A at instant e and has not been seen outside since: due at e + D." */
  private static Optional<Instant> dwell(Span span, Area area, Viewpoint place, Occasion now) {
    List<Occasion> inside = place.history().lastPositions(position -> position.in(area));
    return inside.isEmpty()
        ? Optional.empty()
        : Optional.of(Calendar.plus(inside.getLast().at(), span, zone(place, now)));
  }

  /** With skip, "windows leave silently". */
  private static List<Due> windows(
      Condition condition, Viewpoint place, Occasion now, Instant arrival) {
    if (!(condition instanceof Condition.Aggregate aggregate)) {
      return List.of();
    }
    Instant moved = moved(place);
    return Counting.leaving(aggregate, place, now, arrival).stream()
        .flatMap(
            leaving ->
                falls(leaving.at(), moved, place).stream()
                    .map(at -> new Due(condition, leaving, at)))
        .toList();
  }

  /** An entry waits for nothing but events that leave its windows. */
  static List<Due> of(Lobby lobby, Occasion now) {
    if (lobby.pauses().last()) {
      return List.of();
    }
    return lobby.campaign().entries().stream()
        .filter(Entry.When.class::isInstance)
        .flatMap(entry -> Truth.leaves(((Entry.When) entry).when().written()).stream())
        .flatMap(condition -> windows(condition, lobby, now, Instant.MIN).stream())
        .filter(due -> !lobby.memory().spent(due.what()))
        .toList();
  }
}
