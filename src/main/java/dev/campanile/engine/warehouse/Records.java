package dev.campanile.engine.warehouse;

import dev.campanile.campaign.ActionId;
import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.Event;
import dev.campanile.campaign.EventId;
import dev.campanile.campaign.NodeId;
import dev.campanile.campaign.UserId;
import dev.campanile.engine.state.Explanation;
import dev.campanile.engine.state.Fact.Reason;
import dev.campanile.engine.state.OrderKey;
import dev.campanile.engine.state.Outcome;
import dev.campanile.engine.state.Participation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the warehouse knows of the past, for people to read. Thread-safe. */
public interface Records {

  /**
   * A participation of a user.
   *
   * @param moves how many arrivals there were
   */
  record Run(
      String id,
      CampaignKey campaign,
      Optional<String> key,
      NodeId node,
      Participation.Status status,
      Instant entered,
      Instant since,
      Optional<Instant> ended,
      int moves,
      Optional<Instant> wakeAt) {}

  /**
   * An arrival, or an end: then there is neither rule nor {@code to}.
   *
   * @param cause the event that did it; none where time, a person or a settled action did
   */
  record Move(
      CampaignKey campaign,
      String participation,
      Optional<String> rule,
      Optional<NodeId> from,
      Optional<NodeId> to,
      Optional<Participation.Status> ended,
      Instant at,
      Optional<EventId> cause) {}

  record Refusal(CampaignKey campaign, String rule, Reason reason, String detail, Instant at) {}

  /**
   * Why a user moved, entered or was refused, reached the goal or was ended by the exit.
   *
   * @param to none where an entry was refused, and where the user went nowhere
   * @param refused what refused an entry
   */
  record Reasoned(
      CampaignKey campaign,
      String rule,
      Optional<NodeId> from,
      Optional<NodeId> to,
      Optional<Reason> refused,
      String detail,
      Instant at,
      Optional<EventId> cause,
      Optional<Explanation> why) {}

  /** An order and how far it has come, in the outbox's words. */
  record Ordered(
      OrderKey key,
      CampaignKey campaign,
      NodeId node,
      ActionId action,
      String kind,
      Instant at,
      String status) {}

  /** What one event did, and where it stands in the log. */
  record Deed(
      UserId user,
      EventId id,
      Instant time,
      int partition,
      long offset,
      Outcome outcome,
      List<Move> moves,
      List<Refusal> refusals,
      List<Ordered> orders) {}

  /**
   * Whether every event is accounted for.
   *
   * @param unbalanced batches whose classes do not add up to what came in
   * @param gaps batches that do not follow on the one before, by number or by offset
   */
  record Audit(long batches, long unbalanced, long gaps, Tallied sum) {

    public boolean sound() {
      return unbalanced == 0 && gaps == 0;
    }
  }

  /** The participations of a user, the latest first. */
  List<Run> runs(UserId user);

  /**
   * Up to {@code most} moves, goals, ends by the exit and refusals of a user in a campaign, latest
   * first.
   */
  List<Reasoned> reasons(UserId user, CampaignId campaign, int most);

  /** The moves and ends of a user, in log order. */
  List<Move> moves(UserId user);

  /** What the sightings of an event did, the first one first. */
  List<Deed> deeds(UserId user, EventId id);

  /** Whether the event is one that was seen before. */
  default boolean seen(Event event) {
    var sighting = new Sighting(event.user(), event.id(), event.time(), 0);
    return deeds(event.user(), event.id()).stream()
        .map(deed -> new Sighting(deed.user(), deed.id(), deed.time(), deed.offset()))
        .anyMatch(sighting::sameEvent);
  }

  /** What the event at this place of the log did; empty where none was read there yet. */
  Optional<Deed> deed(int partition, long offset);

  Audit audit();
}
