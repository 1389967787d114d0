package dev.campanile.reference;

import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.Cap;
import dev.campanile.campaign.Event;
import dev.campanile.campaign.EventId;
import dev.campanile.campaign.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What campaigns make of one user's log.
 *
 * <p>"At one instant: events in log order, settled actions, then deadlines, cron, during openings
 * and events leaving a window (oldest participation first), launches, stop."
 */
public final class Reference {

  /** Thrown where a user comes to no rest; publishing warns where it cannot tell. */
  static final class GoesRound extends RuntimeException {

    private static final long serialVersionUID = 1L;
  }

  private static final Duration LATENESS = Duration.ofHours(1);

  private final History history;
  private final Desk desk;
  private final Journey journey;
  private final Calls calls;
  private final List<Step> course = new ArrayList<>();
  private Attributes profile;
  private Optional<Position> position = Optional.empty();
  private Optional<Instant> latestEvent = Optional.empty();
  private Instant clock = Instant.MIN;

  /**
   * @param caps those of the user's contacts, across campaigns
   * @param start from when the user is known
   */
  public Reference(
      UserId user,
      List<CampaignGraph> campaigns,
      List<Cap> caps,
      Attributes profile,
      Instant start) {
    this.history = new History(user);
    this.profile = profile;
    this.desk = new Desk(user, caps);
    this.journey = new Journey(history, campaigns, desk);
    this.calls = new Calls(journey, start);
  }

  /** All that came of it; of what came of one cause, the orders last. */
  public List<Step> course() {
    return List.copyOf(course);
  }

  /** An event. */
  public void happens(Instant time, String type, Map<String, ?> properties) {
    reach(time);
    // "Behind the latest event time of its user … older ones are late: … counted nowhere."
    if (latestEvent.filter(latest -> time.isBefore(latest.minus(LATENESS))).isPresent()) {
      course.add(new Step.Late(time));
      return;
    }
    latestEvent = Optional.of(latestEvent.filter(time::isBefore).orElse(time));
    clock = later(clock, time);
    var id = new EventId("", "event-" + (history.size() + 1));
    var event = new Event(id, type, history.user(), time, Attributes.NONE.with(properties));
    Optional<Position> carried = Position.of(event.properties());
    Occasion now = nothing().with(event, carried);
    position = now.position();
    conclude(now);
  }

  /** The profile changes; a null removes. */
  public void sets(Instant time, Map<String, ?> changes) {
    reach(time);
    clock = later(clock, time);
    Attributes before = profile;
    profile = profile.with(changes);
    conclude(nothing().changedFrom(before));
  }

  /** An operator lets a campaign rest. */
  public void pauses(Instant time, CampaignId campaign) {
    reach(time);
    history.pauses(campaign).begin(time, history.size());
  }

  public void resumes(Instant time, CampaignId campaign) {
    reach(time);
    history.pauses(campaign).end(time, history.size());
  }

  /** Time goes on, through all that falls due at its end. */
  public void elapse(Instant end) {
    reach(end.plusNanos(1));
  }

  private void conclude(Occasion now) {
    history.add(now);
    journey.conclude(now);
    tell();
  }

  /**
   * "A deadline at T falls due after all events with time ≤ T and never before T"; calls after what
   * falls due at their instant.
   */
  private void reach(Instant before) {
    settle(before);
    while (true) {
      Optional<Instant> due = journey.nextDue(nothing()).filter(before::isAfter);
      Optional<Calls.Call> call = calls.next().filter(each -> each.at().isBefore(before));
      if (due.isEmpty() && call.isEmpty()) {
        return;
      }
      if (call.isEmpty() || due.filter(at -> !at.isAfter(call.get().at())).isPresent()) {
        journey.fallDue(reached(due.get()));
      } else {
        calls.come(call.get(), reached(call.get().at()));
      }
      tell();
      settle(before);
    }
  }

  private Occasion reached(Instant instant) {
    clock = later(clock, instant);
    Occasion now = nothing();
    history.add(now);
    return now;
  }

  private void settle(Instant before) {
    for (var end = desk.settle(before); end.isPresent(); end = desk.settle(before)) {
      Occasion now = nothing().with(end.get().settlement());
      history.add(now);
      journey.settle(end.get(), now);
      tell();
    }
  }

  private Occasion nothing() {
    return Occasion.nothing(history.size() + 1, clock, profile, position);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private void tell() {
    course.addAll(journey.told());
    course.addAll(desk.close());
  }
}
