package dev.campanile.reference;

import dev.campanile.campaign.ActionId;
import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.Goal;
import dev.campanile.campaign.NodeId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A participation: "one user's run through one version of one campaign". */
final class Run {

  private record Answer(int occasion, ActionId action, Attributes answer) {}

  private final CampaignGraph campaign;
  private final int number;
  private final Occasion entering;
  private final Optional<Object> key;
  private final List<Answer> answers = new ArrayList<>();
  private final Watch frame;
  private NodeId node;
  private Watch watch;
  private int arrivals;
  private boolean reached;
  private Optional<Instant> ended = Optional.empty();

  Run(CampaignGraph campaign, int number, Occasion entering, Optional<Object> key, NodeId node) {
    this.campaign = campaign;
    this.number = number;
    this.entering = entering;
    this.key = key;
    this.node = node;
    this.frame = new Watch(entering);
    this.watch = frame;
  }

  CampaignGraph campaign() {
    return campaign;
  }

  int number() {
    return number;
  }

  Occasion entering() {
    return entering;
  }

  NodeId node() {
    return node;
  }

  /** What has fallen due since it arrived at its node. */
  Watch watch() {
    return watch;
  }

  /** What of goal and exit has fallen due since the entry. */
  Watch frame() {
    return frame;
  }

  /** Whether the goal has been noted. */
  boolean reached() {
    return reached;
  }

  void reach() {
    reached = true;
  }

  /** "A goal counts when reached by entry + within, end included." */
  boolean inTime(Instant at, Occasion now) {
    var zone = Calendar.zone(now.profile(), campaign.schedule());
    return campaign
        .goal()
        .flatMap(Goal::within)
        .map(span -> Calendar.plus(entering.at(), span, zone))
        .filter(at::isAfter)
        .isEmpty();
  }

  Optional<Instant> ended() {
    return ended;
  }

  boolean active() {
    return ended.isEmpty();
  }

  /** How often it arrived somewhere at the instant of an occasion. */
  int arrivals(Occasion at) {
    return watch.since().at().equals(at.at()) ? arrivals : 0;
  }

  void arrive(NodeId at, Occasion by) {
    arrivals = arrivals(by) + 1;
    node = at;
    watch = new Watch(by);
  }

  void end(Instant at) {
    ended = Optional.of(at);
  }

  void answered(Occasion when, ActionId action, Attributes answer) {
    answers.add(new Answer(when.number(), action, answer));
  }

  /** What actions had answered at an occasion; of several answers the last. */
  Map<String, Attributes> answers(Occasion at) {
    Map<String, Attributes> known = new HashMap<>();
    answers.stream()
        .filter(answer -> answer.occasion() <= at.number())
        .forEach(answer -> known.put(answer.action().text(), answer.answer()));
    return known;
  }

  boolean of(Optional<Object> value) {
    return key.isPresent() == value.isPresent()
        && (key.isEmpty() || Comparing.equal(key.get(), value.get()));
  }

  /**
   * "With key, an event that carries the key's property with another value does not serve this
   * participation."
   */
  boolean serves(Occasion occasion) {
    Optional<Object> carried =
        occasion.event().flatMap(e -> campaign.participation().key().flatMap(e.properties()::at));
    boolean own = occasion.settlement().map(end -> end.run() == this).orElse(true);
    return own && (carried.isEmpty() || of(carried));
  }
}
