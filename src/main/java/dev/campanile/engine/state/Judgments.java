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
import java.util.stream.Stream;

/** Tells what became of every trigger that a step judged, or might have. */
final class Judgments {

  /** A trigger, and whose it is; an entry is nobody's yet. */
  private record Told(String rule, Optional<String> participation) {}

  private final Turn turn;
  private final Predicate<CampaignId> asked;
  private final List<Judgment> judgments = new ArrayList<>();
  private final Set<Told> told = new HashSet<>();

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
        if (guard.at().equals(sight.at()) && (!isEntry(machine, guard) || isOpen(machine))) {
          tell(machine, guard, sight);
        }
      }
    }
  }

  private void tell(Machine machine, Guard guard, Account.Sight sight) {
    Optional<String> participation = sight.view().participation();
    told.add(new Told(guard.rule(), participation));
    boolean held = sight.holding().contains(guard.rule());
    Verdict verdict = held ? verdict(machine, guard, sight) : Verdict.NOT_HELD;
    Explanation why = Explaining.of(guard, sight.view());
    add(machine, guard, verdict, sight.view(), hindrance(machine, guard, verdict, sight), why);
  }

  private static boolean isEntry(Machine machine, Guard guard) {
    return machine.entry().guards().contains(guard);
  }

  /** A version that may no longer be entered may still be in the rules. */
  private boolean isOpen(Machine machine) {
    return turn.book.doors().of(machine.key().id()).filter(d -> d.machine() == machine).isPresent();
  }

  /** Of what held: the fact that it led to, else what came before it at the same instant. */
  private Verdict verdict(Machine machine, Guard guard, Account.Sight sight) {
    boolean entry = sight.view().participation().isEmpty();
    List<Fact> rivals =
        turn.facts.stream()
            .filter(fact -> fact.at().equals(sight.time()))
            .filter(fact -> fact.campaign().id().equals(machine.key().id()))
            .filter(fact -> entry || isDeedOf(fact, sight.view().participation().get()))
            .toList();
    if (rivals.stream().anyMatch(fact -> isFollowing(fact, guard))) {
      return Verdict.FOLLOWED;
    }
    if (rivals.stream().anyMatch(fact -> isRefusing(fact, guard))) {
      return Verdict.REFUSED;
    }
    boolean caused = guard.heeds(sight.view().scene());
    return caused && !rivals.isEmpty() ? Verdict.OUTRANKED : Verdict.NOT_JUDGED;
  }

  private static boolean isDeedOf(Fact fact, String participation) {
    return switch (fact) {
      case Fact.Moved moved -> moved.participation().equals(participation);
      case Fact.Reached reached -> reached.participation().equals(participation);
      case Fact.Ended ended -> ended.participation().equals(participation);
      case Fact.Migrated migrated -> false;
      case Fact.Refused refused -> false;
      case Fact.Skipped skipped -> false;
    };
  }

  private static boolean isFollowing(Fact fact, Guard guard) {
    return switch (fact) {
      case Fact.Moved moved -> moved.rule().equals(guard.rule());
      case Fact.Reached reached -> reached.rule().equals(guard.rule());
      case Fact.Ended ended ->
          ended.how() == Participation.Status.EXITED
              && guard.rule().equals(ended.campaign() + "/exit");
      case Fact.Migrated migrated -> false;
      case Fact.Refused refused -> false;
      case Fact.Skipped skipped -> false;
    };
  }

  private static boolean isRefusing(Fact fact, Guard guard) {
    return fact instanceof Fact.Refused refused && refused.rule().equals(guard.rule());
  }

  /** What the step had no cause to judge. */
  private void tellEdges(Participation participation, Occasion occasion) {
    Optional<Machine> known = turn.book.machine(participation.campaign());
    if (known.isEmpty()) {
      return; // nothing can be said of a version that the book does not hold
    }
    Machine machine = known.get();
    String hindrance = hindrance(machine, participation, occasion);
    tell(Outlook.beside(turn, machine, participation), occasion, hindrance);
    tell(Outlook.of(turn, machine, participation), occasion, hindrance);
  }

  private void tell(Outlook outlook, Occasion occasion, String hindrance) {
    List<Guard> guards = outlook.stop().guards();
    View view = outlook.view(guards, occasion);
    guards.stream()
        .filter(guard -> told.add(new Told(guard.rule(), Optional.of(outlook.here().id()))))
        .forEach(guard -> unjudged(outlook.machine(), guard, view, hindrance));
  }

  private String hindrance(Machine machine, Participation participation, Occasion occasion) {
    if (!turn.book.running(machine.key().id())) {
      return "The campaign is paused.";
    }
    boolean differs =
        occasion
            .happened()
            .filter(event -> KeyValue.differs(machine.graph(), participation, event))
            .isPresent();
    return differs
        ? "The event is of another %s.".formatted(machine.graph().participation().key().get())
        : "";
  }

  private void tellEntries(Door door, Occasion occasion) {
    Machine machine = door.machine();
    View view = View.of(new Prospect(turn).scene(machine, occasion));
    String hindrance = admission(machine, view.scene());
    machine.entry().guards().stream()
        .filter(guard -> told.add(new Told(guard.rule(), Optional.empty())))
        .forEach(guard -> unjudged(machine, guard, view, hindrance));
  }

  private void unjudged(Machine machine, Guard guard, View view, String hindrance) {
    Explanation why = Explaining.of(guard, view);
    Verdict verdict = why.holds() ? Verdict.NOT_JUDGED : Verdict.NOT_HELD;
    add(machine, guard, verdict, view, hindrance, why);
  }

  private void add(
      Machine machine, Guard guard, Verdict verdict, View view, String hindrance, Explanation why) {
    CampaignKey campaign = machine.key();
    judgments.add(
        new Judgment(
            campaign,
            guard.rule(),
            view.participation(),
            view.participation().flatMap(any -> from(machine, guard)),
            guard.to(),
            verdict,
            hindrance,
            why));
  }

  private static Optional<NodeId> from(Machine machine, Guard guard) {
    return machine.stops().entrySet().stream()
        .filter(stop -> stop.getValue().guards().contains(guard))
        .map(stop -> stop.getKey())
        .findFirst();
  }

  /** What refused an entry, or what would have refused it had it held. */
  private String hindrance(Machine machine, Guard guard, Verdict verdict, Account.Sight sight) {
    return switch (verdict) {
      case FOLLOWED, OUTRANKED -> "";
      case REFUSED ->
          refusals(guard, sight.time()).map(Fact.Refused::detail).findFirst().orElse("");
      case NOT_HELD, NOT_JUDGED ->
          isEntry(machine, guard) ? admission(machine, sight.view().scene()) : "";
    };
  }

  private Stream<Fact.Refused> refusals(Guard guard, Instant time) {
    return turn.facts.stream()
        .filter(fact -> fact.at().equals(time) && isRefusing(fact, guard))
        .map(Fact.Refused.class::cast);
  }

  private String admission(Machine machine, Scene scene) {
    Optional<Attributes> properties = scene.occasion().happened().map(Event::properties);
    return new Admission(turn, machine, properties.orElse(Attributes.NONE))
        .refusal(new Prospect(turn).scene(machine, scene.occasion()))
        .map(Refusal::detail)
        .orElse("");
  }
}
