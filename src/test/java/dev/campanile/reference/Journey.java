package dev.campanile.reference;

import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Edge;
import dev.campanile.campaign.Entry;
import dev.campanile.campaign.Goal;
import dev.campanile.campaign.Node;
import dev.campanile.campaign.Node.Strategy;
import dev.campanile.campaign.NodeId;
import dev.campanile.reference.Dues.Due;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one occasion does to the participations of a user, and which begin with it. */
final class Journey {

  /** More than a graph of a few nodes can have at one instant unless it goes round for ever. */
  private static final int MOST_ARRIVALS = 100;

  private final History history;
  private final List<Lobby> lobbies;
  private final Desk desk;
  private final List<Run> runs = new ArrayList<>();
  private final List<Step> course = new ArrayList<>();

  /**
   * Which of several campaigns one event lets in first is left open; here, as they compete for
   * contacts: "higher campaign priority first".
   */
  Journey(History history, List<CampaignGraph> campaigns, Desk desk) {
    this.history = history;
    this.lobbies =
        campaigns.stream()
            .sorted(Comparator.comparingInt(CampaignGraph::priority).reversed())
            .map(each -> Lobby.of(each, history))
            .toList();
    this.desk = desk;
  }

  /** What came of it so far; then it is forgotten. */
  List<Step> told() {
    List<Step> told = List.copyOf(course);
    course.clear();
    return told;
  }

  private Stream<Run> active() {
    return List.copyOf(runs).stream().filter(Run::active);
  }

  Optional<Instant> nextDue(Occasion now) {
    return Stream.concat(
            active().flatMap(run -> dues(run, now)),
            lobbies.stream().flatMap(lobby -> Dues.of(lobby, now).stream()))
        .map(Due::at)
        .min(Instant::compareTo);
  }

  private Stream<Due> dues(Run run, Occasion now) {
    return Stream.concat(
        Dues.atNode(run, history, now).stream(), Dues.ofFrame(run, history, now).stream());
  }

  /**
   * "Oldest participation first": also with what falls due at once where one has led it. "At one
   * participation's wake-up, everything of it that is due at that instant is judged jointly."
   */
  void fallDue(Occasion now) {
    for (var oldest = oldestDue(now); oldest.isPresent(); oldest = oldestDue(now)) {
      Run run = oldest.get();
      List<Due> ofNode = due(Dues.atNode(run, history, now), now);
      List<Due> ofFrame = due(Dues.ofFrame(run, history, now), now);
      ofNode.forEach(due -> run.watch().spend(due, now));
      ofFrame.forEach(due -> run.frame().spend(due, now));
      judge(run, now, conditions(ofNode));
    }
    for (Lobby lobby : lobbies) {
      List<Due> dues = due(Dues.of(lobby, now), now);
      dues.forEach(due -> lobby.memory().spend(due.what()));
      enter(lobby, now, conditions(dues));
    }
  }

  private Optional<Run> oldestDue(Occasion now) {
    return active().filter(run -> dues(run, now).anyMatch(due -> isDue(due, now))).findFirst();
  }

  private static List<Due> due(List<Due> dues, Occasion now) {
    return dues.stream().filter(due -> isDue(due, now)).toList();
  }

  private static boolean isDue(Due due, Occasion now) {
    return !due.at().isAfter(now.at());
  }

  private static Set<Condition> conditions(List<Due> dues) {
    return dues.stream().map(Due::condition).collect(Collectors.toSet());
  }

  /**
   * "For one event, each active participation of the user, oldest first …. After them the entries,
   * ranked, at most one per campaign. The event that entered, moved or ended a participation
   * neither serves the node it led to nor enters the same campaign again."
   */
  void conclude(Occasion now) {
    Set<CampaignId> moved = new HashSet<>();
    active()
        .filter(run -> run.serves(now) && !history.pauses(run.campaign().id()).last())
        .filter(run -> judge(run, now, Set.of()))
        .forEach(run -> moved.add(run.campaign().id()));
    lobbies.stream()
        .filter(lobby -> !moved.contains(lobby.campaign().id()))
        .forEach(lobby -> enter(lobby, now, Set.of()));
  }

  /** An action of a participation has settled. */
  void settle(Desk.Settled end, Occasion now) {
    Run run = end.settlement().run();
    boolean succeeded = end.settlement().succeeded();
    if (succeeded) {
      run.answered(now, end.settlement().action(), end.settlement().answer());
    }
    // "Serial: each depends on the success of the one before; priority: the highest first, the
    // rest are skipped once one succeeds."
    if (succeeded == (end.node().strategy() == Strategy.SERIAL)) {
      desk.order(run, end.node(), end.rest(), now);
    } else {
      String campaign = run.campaign().id().text();
      end.rest().forEach(r -> course.add(new Step.Skipped(campaign, r.id().text(), now.at())));
    }
    if (run.active()) {
      judge(run, now, Set.of());
    }
  }

  /**
   * "Goal (noted), then exit, then edges."
   *
   * @return whether it moved or ended
   */
  private boolean judge(Run run, Occasion now, Set<Condition> fallen) {
    var place = Insider.frame(run, history);
    CampaignGraph campaign = run.campaign();
    Optional<Goal> goal =
        campaign.goal().filter(each -> !run.reached() && run.inTime(now.at(), now));
    if (goal.filter(each -> Truth.holds(each.when(), place, now)).isPresent()) {
      run.reach();
      course.add(new Step.Reached(campaign.id().text(), run.number(), now.at()));
      if (goal.get().exit()) {
        return end(run, "REACHED", now);
      }
    }
    return campaign.exit().filter(exit -> Truth.holds(exit, place, now)).isPresent()
        ? end(run, "EXITED", now)
        : follow(run, now, fallen);
  }

  private boolean end(Run run, String how, Occasion now) {
    run.end(now.at());
    String campaign = run.campaign().id().text();
    course.add(new Step.Ended(campaign, run.number(), run.node().text(), how, now.at()));
    return true;
  }

  /** "The edges of a node are ranked as written, the first whose trigger holds is taken." */
  private boolean follow(Run run, Occasion now, Set<Condition> fallen) {
    for (Edge edge : run.campaign().leaving(run.node())) {
      var place = Insider.edge(run, edge, history);
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
      if (entries.get(i) instanceof Entry.When entry
          && Truth.cause(entry.when(), lobby, now, fallen)
          && Truth.holds(entry.when(), lobby, now)) {
        admit(lobby, "entry-" + (i + 1), entry.to(), now);
        return;
      }
    }
  }

  private void admit(Lobby lobby, String by, NodeId to, Occasion now) {
    CampaignGraph campaign = lobby.campaign();
    List<Run> own = runs.stream().filter(run -> run.campaign() == campaign).toList();
    Optional<Object> key = Gate.key(campaign, now);
    var run = new Run(campaign, own.size() + 1, now, key, to);
    Optional<String> refusal = new Gate(lobby, own, run, now, key).refusal();
    if (refusal.isPresent()) {
      course.add(new Step.Refused(campaign.id().text(), by, refusal.get(), now.at()));
      return;
    }
    lobby.memory().entered(now);
    runs.add(run);
    arrive(run, by, to, now);
  }

  /** Its actions are done on arrival; then "chains whose triggers hold on arrival". */
  private void arrive(Run run, String by, NodeId to, Occasion now) {
    run.arrive(to, now);
    String campaign = run.campaign().id().text();
    course.add(new Step.Arrived(campaign, run.number(), by, to.text(), now.at()));
    Node node = run.campaign().nodes().get(to);
    if (node.strategy() == Strategy.PARALLEL) {
      node.actions().forEach(action -> desk.order(run, node, List.of(action), now));
    } else {
      desk.order(run, node, node.actions(), now);
    }
    if (run.campaign().leaving(to).isEmpty()) {
      end(run, "COMPLETED", now);
    }
    if (run.arrivals(now) > MOST_ARRIVALS) {
      throw new Reference.GoesRound();
    }
    for (Edge edge : run.campaign().leaving(to)) {
      if (Truth.holds(edge.when(), Insider.edge(run, edge, history), now.onArrival())) {
        arrive(run, edge.id(), edge.to(), now.onArrival());
        return;
      }
    }
  }

  List<Lobby> lobbies() {
    return lobbies;
  }

  boolean hasActive(CampaignGraph campaign) {
    return active().anyMatch(run -> run.campaign() == campaign);
  }

  /** "A launch reaches every known user"; "admission as for any entry". */
  void launch(Lobby lobby, int rank, Occasion now) {
    admit(lobby, "entry-" + rank, lobby.campaign().entries().get(rank - 1).to(), now);
  }

  /** "Goal and exit are not judged by the stop itself." */
  void stop(CampaignGraph campaign, Occasion now) {
    active().filter(run -> run.campaign() == campaign).forEach(run -> end(run, "STOPPED", now));
  }
}
