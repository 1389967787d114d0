package dev.campanile.engine.state;

import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.Event;
import dev.campanile.campaign.NodeId;
import dev.campanile.engine.rule.Occasion;
import dev.campanile.engine.rule.Scene;
import dev.campanile.engine.state.Admission.Refusal;
import dev.campanile.engine.state.Doors.Door;
import dev.campanile.engine.state.Judgment.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Tells what became of every trigger that a step judged, or might have. */
final class Judgments {

  private final Turn turn;
  private final Predicate<CampaignId> asked;
  private final List<Judgment> judgments = new ArrayList<>();
  private final Set<String> told = new HashSet<>();

  /**
   * @param asked the campaigns to tell of although the event means nothing to them
   */
  Judgments(Turn turn, Predicate<CampaignId> asked) {
    this.turn = turn;
    this.asked = asked;
  }

  List<Judgment> of(Occasion occasion) {
    turn.account().sights().forEach(this::tell);
    turn.participations().stream()
        .filter(Participation::active)
        .forEach(participation -> tellEdges(participation, occasion));
    for (Door door : turn.book.doors().all()) {
      if (heeds(door, occasion) || asked.test(door.machine().key().id())) {
        tellEntries(door, occasion);
      }
    }
    return judgments;
  }

  private static boolean heeds(Door door, Occasion occasion) {
    return occasion instanceof Occasion.Happened(Event event, var from, var at)
        && !door.heeding(event, at.isPresent()).isEmpty();
  }

  /** A place that was judged, with all its guards, those without cause as well. */
  private void tell(Account.Sight sight) {
    for (Machine machine : turn.book.machines().values()) {
      for (Guard guard : machine.guards()) {
        if (guard.at().equals(sight.at()) && mayBeEntered(machine, guard)) {
          boolean held = sight.holding().contains(guard.rule());
          tell(machine, guard, sight.scene(), held, sight.time());
        }
      }
    }
  }

  private boolean mayBeEntered(Machine machine, Guard guard) {
    boolean edge = machine.entry().guards().stream().noneMatch(guard::equals);
    return edge
        || turn.book.doors().of(machine.key().id()).filter(d -> d.machine() == machine).isPresent();
  }

  private void tellEdges(Participation participation, Occasion occasion) {
    Machine machine = turn.book.machine(participation.campaign()).orElseThrow();
    Outlook outlook = Outlook.of(turn, machine, participation);
    List<Guard> guards = machine.at(participation.node()).guards();
    Scene scene = outlook.scene(guards, occasion);
    guards.stream()
        .filter(guard -> told.add(guard.rule()))
        .forEach(guard -> unjudged(machine, guard, scene));
  }

  private void tellEntries(Door door, Occasion occasion) {
    Scene scene = new Entrance(turn, new Walk(turn)).scene(door.machine(), occasion);
    door.machine().entry().guards().stream()
        .filter(guard -> told.add(guard.rule()))
        .forEach(guard -> unjudged(door.machine(), guard, scene));
  }

  private void unjudged(Machine machine, Guard guard, Scene scene) {
    Explanation why = Explaining.of(guard, scene);
    add(machine, guard, why.holds() ? Verdict.NOT_JUDGED : Verdict.NOT_HELD, scene, why);
  }

  private void tell(Machine machine, Guard guard, Scene scene, boolean held, Instant time) {
    told.add(guard.rule());
    Explanation why = Explaining.of(guard, scene);
    add(machine, guard, verdict(guard, scene, held, time), scene, why);
  }

  private Verdict verdict(Guard guard, Scene scene, boolean held, Instant time) {
    if (!held) {
      return Verdict.NOT_HELD;
    }
    for (Fact fact : turn.facts) {
      if (fact.at().equals(time)) {
        if (fact instanceof Fact.Moved moved && moved.rule().equals(guard.rule())) {
          return Verdict.FOLLOWED;
        }
        if (fact instanceof Fact.Refused refused && refused.rule().equals(guard.rule())) {
          return Verdict.REFUSED;
        }
      }
    }
    return guard.heeds(scene) ? Verdict.OUTRANKED : Verdict.NOT_JUDGED;
  }

  private void add(Machine machine, Guard guard, Verdict verdict, Scene scene, Explanation why) {
    CampaignKey campaign = machine.key();
    Optional<NodeId> from = from(machine, guard);
    Optional<String> participation =
        from.flatMap(
            node ->
                turn.participations().stream()
                    .filter(one -> one.campaign().equals(campaign))
                    .map(Participation::id)
                    .findFirst());
    String detail =
        from.isPresent() || verdict == Verdict.FOLLOWED ? "" : refusal(machine, guard, scene);
    judgments.add(
        new Judgment(
            campaign,
            guard.rule(),
            participation,
            from,
            guard.to(),
            verdict,
            detail,
            why,
            turn.clock()));
  }

  private static Optional<NodeId> from(Machine machine, Guard guard) {
    return machine.stops().entrySet().stream()
        .filter(stop -> stop.getValue().guards().contains(guard))
        .map(stop -> stop.getKey())
        .findFirst();
  }

  /** What was refused, else what would refuse the user now. */
  private String refusal(Machine machine, Guard guard, Scene scene) {
    return turn.facts.stream()
        .filter(fact -> fact instanceof Fact.Refused refused && refused.rule().equals(guard.rule()))
        .map(fact -> ((Fact.Refused) fact).detail())
        .findFirst()
        .or(() -> admission(machine, scene).map(Refusal::detail))
        .orElse("");
  }

  private Optional<Refusal> admission(Machine machine, Scene scene) {
    var properties = scene.occasion().happened().map(Event::properties);
    return new Admission(turn, machine, properties.orElse(Attributes.NONE))
        .refusal(new Entrance(turn, new Walk(turn)).scene(machine, scene.occasion()));
  }
}
