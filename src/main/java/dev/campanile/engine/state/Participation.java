package dev.campanile.engine.state;

import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.NodeId;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * One user's run through one version of one campaign.
 *
 * @param keyValue the value of the campaign's participation key that it belongs to
 * @param entry the properties of the event that entered
 * @param since the arrival at the node
 * @param moves how many arrivals there were, the first included
 * @param timedTo up to when deadlines have been judged: one is due when its instant is not after
 *     this
 * @param latched the happenings, by name, that have latched since the arrival
 * @param measures what tallies have counted, by name
 * @param results what settled actions answered, by action id
 * @param dispatches the arrivals whose further actions wait for an earlier one to settle
 * @param wakeAt when time alone may move it next
 * @param lasting the happenings, by name, that have latched since the entry for its goal and exit
 * @param reached when its goal was noted
 * @param ticking how it stands with what recurs by the clock
 */
public record Participation(
    String id,
    CampaignKey campaign,
    Optional<String> keyValue,
    Attributes entry,
    Instant enteredAt,
    NodeId node,
    Instant since,
    int moves,
    Status status,
    Instant timedTo,
    Set<String> latched,
    Map<String, Measure> measures,
    Map<String, Attributes> results,
    List<Dispatch> dispatches,
    Optional<Instant> wakeAt,
    Set<String> lasting,
    Optional<Instant> reached,
    Ticking ticking) {

  /**
   * How a participation stands with what recurs by the clock.
   *
   * @param byEvent whether an event led to the node: then the instant of the arrival counts
   * @param enteredByEvent whether one led into the campaign
   * @param rungTo up to when what recurs has been, or is not made up for
   * @param clockFrom since when the user's clock is what it is, as far as that was after the entry
   */
  public record Ticking(
      boolean byEvent, boolean enteredByEvent, Instant rungTo, Instant clockFrom) {

    private Ticking arrived(boolean event, boolean first) {
      return new Ticking(event, first ? event : enteredByEvent, rungTo, clockFrom);
    }

    private Ticking rung(Instant to) {
      return new Ticking(byEvent, enteredByEvent, to.isAfter(rungTo) ? to : rungTo, clockFrom);
    }

    private Ticking changed(Instant at) {
      return new Ticking(byEvent, enteredByEvent, rungTo, at);
    }

    private Ticking sinceEntry() {
      return new Ticking(enteredByEvent, enteredByEvent, rungTo, clockFrom);
    }
  }

  /** Where a participation stands as a whole. */
  public enum Status {
    ACTIVE,
    /** It came to a node that nothing leads away from. */
    COMPLETED,
    /** What the campaign names as its exit held. */
    EXITED,
    /** It reached a goal that ends it. */
    REACHED,
    /** An operator, or the end of the schedule, ended the campaign. */
    STOPPED
  }

  /**
   * An arrival whose action {@code waitingFor} must settle before the next one is decided.
   *
   * @param event the properties of the event that led there, for the references of later actions
   */
  public record Dispatch(int moves, NodeId node, int waitingFor, Attributes event) {}

  public Participation {
    latched = Collections.unmodifiableSet(new TreeSet<>(latched));
    measures = Collections.unmodifiableMap(new TreeMap<>(measures));
    results = Collections.unmodifiableMap(new TreeMap<>(results));
    dispatches = List.copyOf(dispatches);
    lasting = Collections.unmodifiableSet(new TreeSet<>(lasting));
  }

  /** One that has yet to arrive at its first node. */
  static Participation entering(
      String id,
      CampaignKey campaign,
      Optional<String> keyValue,
      Attributes entry,
      NodeId to,
      Instant now) {
    return new Participation(
        id,
        campaign,
        keyValue,
        entry,
        now,
        to,
        now,
        0,
        Status.ACTIVE,
        now,
        Set.of(),
        Map.of(),
        Map.of(),
        List.of(),
        Optional.empty(),
        Set.of(),
        Optional.empty(),
        new Ticking(false, false, now.minusNanos(1), now));
  }

  public boolean active() {
    return status == Status.ACTIVE;
  }

  /** Whether nothing can happen to it any more, so that it may be forgotten by the machine. */
  public boolean over() {
    return !active() && dispatches.isEmpty();
  }

  /** The participation on its arrival at a node: what was bound to the former node is dropped. */
  Participation arrived(NodeId at, Instant when, Map<String, Measure> kept, boolean byEvent) {
    return with(
        next -> {
          next.node = at;
          next.since = when;
          next.moves = moves + 1;
          next.ticking = ticking.arrived(byEvent, moves == 0);
          // What has been due before falls due now, but after the events of this instant.
          next.timedTo = when.minusNanos(1);
          next.latched = Set.of();
          next.measures = kept;
          next.wakeAt = Optional.empty();
        });
  }

  Participation ended(Status how) {
    return with(
        next -> {
          next.status = how;
          next.latched = Set.of();
          next.lasting = Set.of();
          next.measures = Map.of();
          next.wakeAt = Optional.empty();
        });
  }

  Participation counted(Set<String> nowLatched, Map<String, Measure> nowMeasured) {
    return with(
        next -> {
          next.latched = nowLatched;
          next.measures = nowMeasured;
        });
  }

  /** The participation under another version, at the node that stands for its own there. */
  Participation under(CampaignKey version, NodeId at) {
    return with(
        next -> {
          next.campaign = version;
          next.node = at;
        });
  }

  Participation lasting(Set<String> nowLatched) {
    return with(next -> next.lasting = nowLatched);
  }

  Participation reached(Instant when) {
    return with(next -> next.reached = Optional.of(when));
  }

  /** How its goal and its exit see it: as if it had been at one node ever since the entry. */
  Participation sinceEntry() {
    return with(
        next -> {
          next.since = enteredAt;
          next.ticking = ticking.sinceEntry();
          next.latched = lasting;
        });
  }

  /** What has been due by then is due; what recurs has been up to then. */
  Participation timedTo(Instant instant) {
    return with(
        next -> {
          next.timedTo = instant;
          next.ticking = ticking.rung(instant);
        });
  }

  /** What would have recurred before is not made up for. */
  Participation notRungBefore(Instant instant) {
    return with(next -> next.ticking = ticking.rung(instant.minusNanos(1)));
  }

  /** On another clock of the user since an instant. */
  Participation onClockFrom(Instant instant) {
    return with(next -> next.ticking = ticking.changed(instant));
  }

  /** The instant that what comes at an arrival must be after, to come for this one. */
  Instant arrivalExcluded() {
    return ticking.byEvent() ? since.minusNanos(1) : since;
  }

  Participation waking(Optional<Instant> at) {
    return with(next -> next.wakeAt = at);
  }

  Participation settled(Map<String, Attributes> nowResults) {
    return with(next -> next.results = nowResults);
  }

  Participation dispatching(List<Dispatch> nowWaiting) {
    return with(next -> next.dispatches = nowWaiting);
  }

  private Participation with(Consumer<Next> change) {
    var next = new Next();
    change.accept(next);
    return new Participation(
        id,
        next.campaign,
        keyValue,
        entry,
        enteredAt,
        next.node,
        next.since,
        next.moves,
        next.status,
        next.timedTo,
        next.latched,
        next.measures,
        next.results,
        next.dispatches,
        next.wakeAt,
        next.lasting,
        next.reached,
        next.ticking);
  }

  /** What changes in the course of a participation, while it is being changed. */
  private final class Next {

    private CampaignKey campaign = Participation.this.campaign;
    private NodeId node = Participation.this.node;
    private Instant since = Participation.this.since;
    private int moves = Participation.this.moves;
    private Status status = Participation.this.status;
    private Instant timedTo = Participation.this.timedTo;
    private Set<String> latched = Participation.this.latched;
    private Set<String> lasting = Participation.this.lasting;
    private Optional<Instant> reached = Participation.this.reached;
    private Ticking ticking = Participation.this.ticking;
    private Map<String, Measure> measures = Participation.this.measures;
    private Map<String, Attributes> results = Participation.this.results;
    private List<Dispatch> dispatches = Participation.this.dispatches;
    private Optional<Instant> wakeAt = Participation.this.wakeAt;
  }
}
