package dev.campanile.reference;

import dev.campanile.campaign.Action;
import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Edge;
import dev.campanile.campaign.Entry;
import dev.campanile.campaign.Event;
import dev.campanile.campaign.EventId;
import dev.campanile.campaign.Node;
import dev.campanile.campaign.Node.Strategy;
import dev.campanile.campaign.NodeId;
import dev.campanile.campaign.UserId;
import dev.campanile.reference.Dues.Due;
import dev.campanile.reference.Occasion.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What campaigns make of one user's log.
 *
 * <p>"At one instant: events in log order, settled actions, then deadlines … and events leaving a
 * window (oldest participation first)."
 */
public final class Reference {

  /** More than a graph of a few nodes can have at one instant unless it goes round for ever. */
  private static final int MOST_ARRIVALS = 100;

  /** Thrown where a user comes to no rest; publishing warns where it cannot tell. */
  static final class GoesRound extends RuntimeException {

    private static final long serialVersionUID = 1L;
  }

  private static final Duration LATENESS = Duration.ofHours(1);

  /** An order that has not settled, and the actions of its node that wait for it. */
  private record Pending(Run run, Node node, Action action, List<Action> rest, Instant at) {}

  private final History history;
  private final List<Lobby> lobbies;
  private final List<Run> runs = new ArrayList<>();
  private final Deque<Pending> pending = new ArrayDeque<>();
  private final List<Step> course = new ArrayList<>();
  private final List<Step> orders = new ArrayList<>();
  private Attributes profile;
  private Optional<Position> position = Optional.empty();
  private Optional<Instant> latestEvent = Optional.empty();
  private Instant clock = Instant.MIN;

  public Reference(UserId user, List<CampaignGraph> campaigns, Attributes profile) {
    this.history = new History(user);
    this.profile = profile;
    this.lobbies = campaigns.stream().map(each -> Lobby.of(each, history)).toList();
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
    Optional<Position> former = position;
    Optional<Position> carried = Position.of(event.properties());
    position = carried.or(() -> former);
    conclude(
        new Occasion(
            history.size() + 1,
            clock,
            Optional.of(event),
            Optional.empty(),
            profile,
            Optional.empty(),
            position,
            former,
            carried.isPresent()));
  }

  /** The profile changes; a null removes. */
  public void sets(Instant time, Map<String, ?> changes) {
    reach(time);
    Attributes before = profile;
    profile = profile.with(changes);
    Instant at = later(clock, time);
    conclude(
        new Occasion(
            history.size() + 1,
            at,
            Optional.empty(),
            Optional.empty(),
            profile,
            Optional.of(before),
            position,
            Optional.empty(),
            false));
  }

  /** Time goes on, through all that falls due at its end. */
  public void elapse(Instant end) {
    reach(end.plusNanos(1));
  }

  /** "A deadline at T falls due after all events with time ≤ T and never before T." */
  private void reach(Instant instant) {
    settle(instant);
    for (var due = nextDue(instant); due.isPresent(); due = nextDue(instant)) {
      clock = later(clock, due.get());
      Occasion now = nothing();
      history.add(now);
      fallDue(now);
      tell();
      settle(instant);
    }
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private Occasion nothing() {
    return new Occasion(
        history.size() + 1,
        clock,
        Optional.empty(),
        Optional.empty(),
        profile,
        Optional.empty(),
        position,
        Optional.empty(),
        false);
  }

  private Stream<Run> active() {
    return List.copyOf(runs).stream().filter(Run::active);
  }

  private Optional<Instant> nextDue(Instant before) {
    Occasion now = nothing();
    return Stream.concat(
            active().flatMap(run -> Dues.of(run, history, now).stream()),
            lobbies.stream().flatMap(lobby -> Dues.of(lobby, now).stream()))
        .map(Due::at)
        .filter(before::isAfter)
        .min(Instant::compareTo);
  }

  /** "Oldest participation first": also with what falls due at once where one has led it. */
  private void fallDue(Occasion now) {
    for (var oldest = oldestDue(now); oldest.isPresent(); oldest = oldestDue(now)) {
      Run run = oldest.get();
      List<Due> dues = due(Dues.of(run, history, now), now);
      dues.forEach(due -> run.spend(due.what()));
      follow(run, now, conditions(dues));
    }
    for (Lobby lobby : lobbies) {
      List<Due> dues = due(Dues.of(lobby, now), now);
      dues.forEach(due -> lobby.memory().spend(due.what()));
      enter(lobby, now, conditions(dues));
    }
  }

  private Optional<Run> oldestDue(Occasion now) {
    return active().filter(run -> !due(Dues.of(run, history, now), now).isEmpty()).findFirst();
  }

  private static List<Due> due(List<Due> dues, Occasion now) {
    return dues.stream().filter(due -> !due.at().isAfter(now.at())).toList();
  }

  private static Set<Condition> conditions(List<Due> dues) {
    return dues.stream().map(Due::condition).collect(Collectors.toSet());
  }

  /**
   * "For one event, each active participation of the user, oldest first …. After them the entries,
   * ranked, at most one per campaign. The event that entered, moved or ended a participation
   * neither serves the node it led to nor enters the same campaign again."
   */
  private void conclude(Occasion now) {
    history.add(now);
    Set<CampaignId> moved = new HashSet<>();
    active()
        .filter(run -> run.serves(now))
        .filter(run -> follow(run, now, Set.of()))
        .forEach(run -> moved.add(run.campaign().id()));
    lobbies.stream()
        .filter(lobby -> !moved.contains(lobby.campaign().id()))
        .forEach(lobby -> enter(lobby, now, Set.of()));
    tell();
  }

  /** "The edges of a node are ranked as written, the first whose trigger holds is taken." */
  private boolean follow(Run run, Occasion now, Set<Condition> fallen) {
    for (Edge edge : run.campaign().leaving(run.node())) {
      var place = new AtEdge(run, edge, history);
      if (Truth.cause(edge.when(), place, now, fallen) && Truth.holds(edge.when(), place, now)) {
        arrive(run, edge.id(), edge.to(), now);
        return true;
      }
    }
    return false;
  }

  private void enter(Lobby lobby, Occasion now, Set<Condition> fallen) {
    List<Entry> entries = lobby.campaign().entries();
    for (int i = 0; i < entries.size(); i++) {
      if (!(entries.get(i) instanceof Entry.When entry)) {
        throw new Uncovered("launches");
      }
      if (Truth.cause(entry.when(), lobby, now, fallen) && Truth.holds(entry.when(), lobby, now)) {
        admit(lobby, "entry-" + (i + 1), entry.to(), now);
        return;
      }
    }
  }

  private void admit(Lobby lobby, String by, NodeId to, Occasion now) {
    CampaignGraph campaign = lobby.campaign();
    List<Run> own = runs.stream().filter(run -> run.campaign() == campaign).toList();
    Optional<Object> key = Gate.key(campaign, now);
    Optional<String> refusal = new Gate(campaign, own, now, key).refusal(lobby);
    if (refusal.isPresent()) {
      course.add(new Step.Refused(campaign.id().text(), by, refusal.get(), now.at()));
      return;
    }
    lobby.memory().entered(now);
    var run = new Run(campaign, own.size() + 1, now, key, to);
    runs.add(run);
    arrive(run, by, to, now);
  }

  /** Its actions are done on arrival; then "chains whose triggers hold on arrival". */
  private void arrive(Run run, String by, NodeId to, Occasion now) {
    clock = later(clock, now.at());
    run.arrive(to, now);
    String campaign = run.campaign().id().text();
    course.add(new Step.Arrived(campaign, run.number(), by, to.text(), now.at()));
    Node node = run.campaign().nodes().get(to);
    if (node.strategy() == Strategy.PARALLEL) {
      node.actions().forEach(action -> order(run, node, List.of(action), now));
    } else {
      order(run, node, node.actions(), now);
    }
    if (run.campaign().leaving(to).isEmpty()) {
      run.end(now.at());
      course.add(new Step.Ended(campaign, run.number(), to.text(), now.at()));
    }
    if (run.arrivals(now) > MOST_ARRIVALS) {
      throw new GoesRound();
    }
    for (Edge edge : run.campaign().leaving(to)) {
      if (Truth.holds(edge.when(), new AtEdge(run, edge, history), now.onArrival())) {
        arrive(run, edge.id(), edge.to(), now.onArrival());
        return;
      }
    }
  }

  private void order(Run run, Node node, List<Action> actions, Occasion now) {
    if (actions.isEmpty()) {
      return;
    }
    Action first = actions.getFirst();
    List<Action> rest = actions.subList(1, actions.size());
    pending.add(new Pending(run, node, first, rest, now.at()));
    orders.add(
        new Step.Ordered(
            run.campaign().id().text(),
            run.number(),
            node.id().text(),
            first.id().text(),
            now.at()));
  }

  /** Actions settle "at the order's instant", those of the kind {@code broken} as failed. */
  private void settle(Instant before) {
    while (!pending.isEmpty() && pending.getFirst().at().isBefore(before)) {
      Pending order = pending.removeFirst();
      boolean succeeded = !order.action().kind().equals("broken");
      var answer = new Attributes(Map.of("code", "C-" + order.action().id()));
      settled(order, new Settlement(order.run(), order.action().id(), succeeded, answer));
      tell();
    }
  }

  /**
   * "Further actions of a serial/priority node are ordered first, then triggers are judged";
   * "serial (each depends on the success of the one before); priority (the highest first, the rest
   * are skipped once one succeeds)".
   */
  private void settled(Pending order, Settlement settlement) {
    Instant at = later(clock, order.at());
    var now =
        new Occasion(
            history.size() + 1,
            at,
            Optional.empty(),
            Optional.of(settlement),
            profile,
            Optional.empty(),
            position,
            Optional.empty(),
            false);
    history.add(now);
    if (settlement.succeeded()) {
      order.run().answered(now, settlement.action(), settlement.answer());
    }
    boolean goesOn = settlement.succeeded() == (order.node().strategy() == Strategy.SERIAL);
    if (goesOn) {
      order(order.run(), order.node(), order.rest(), now);
    } else {
      String campaign = order.run().campaign().id().text();
      order.rest().forEach(r -> course.add(new Step.Skipped(campaign, r.id().text(), at)));
    }
    if (order.run().active()) {
      follow(order.run(), now, Set.of());
    }
  }

  private void tell() {
    course.addAll(orders);
    orders.clear();
  }
}
