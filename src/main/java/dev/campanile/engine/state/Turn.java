package dev.campanile.engine.state;

import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.Event;
import dev.campanile.campaign.Position;
import dev.campanile.engine.rule.Moment;
import dev.campanile.engine.rule.Occasion;
import dev.campanile.engine.rule.Rules.Judge;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One step in progress: the state as it is being changed, and what has come of it so far. Not
 * thread-safe.
 */
final class Turn {

  final RuleBook book;
  final Zones zones;
  final List<Order> orders = new ArrayList<>();
  final List<Fact> facts = new ArrayList<>();
  private final Judge judge;
  private final Account account;
  private final Permits permits;
  private final Set<CampaignId> lacking = new HashSet<>();
  private final UserState before;
  private final List<Participation> participations;
  private final Map<CampaignId, Memory> memories;
  private final List<Contact> contacts;
  private Attributes profile;
  private Whereabouts whereabouts;
  private Map<String, Measure> lifetime;
  private Optional<Instant> latest;
  private Instant clock;
  private Instant reached;
  private long entered;
  private boolean effective;

  Turn(RuleBook book, Judge judge, UserState before, Account account, Permits permits) {
    this.permits = permits;
    this.book = book;
    this.zones = new Zones(book.conventions());
    this.judge = judge;
    this.account = account;
    this.before = before;
    this.participations = new ArrayList<>(before.participations());
    this.memories = new HashMap<>(before.memories());
    this.contacts = new ArrayList<>(before.contacts());
    this.profile = before.profile();
    this.whereabouts = before.whereabouts();
    this.lifetime = before.lifetime();
    this.latest = before.latest();
    this.clock = before.clock();
    this.reached = clock;
    this.entered = before.entered();
  }

  Step unchanged(Outcome outcome) {
    return Step.unchanged(before, outcome);
  }

  /** The step, done: counted as applied where anything but the clock changed. */
  Step done() {
    new Dates(this).await();
    List<Participation> over = new ArrayList<>();
    for (Participation participation : participations) {
      if (participation.over()) {
        over.add(participation);
      }
    }
    participations.removeIf(Participation::over);
    var arbitration = new Arbitration(book.caps(), contacts, this::machine, this::userZone);
    List<Order> decided = arbitration.of(orders);
    UserState after =
        new UserState(
            before.user(),
            before.version() + 1,
            profile,
            latest,
            clock,
            entered,
            participations,
            memories,
            whereabouts,
            lifetime,
            arbitration.contacts(clock));
    return new Step(
        after,
        effective ? Outcome.APPLIED : Outcome.NO_MATCH,
        decided,
        facts,
        over,
        lacking,
        List.of());
  }

  private Machine machine(Order order) {
    return book.machine(order.campaign()).orElseThrow();
  }

  /** What was ordered and has failed for good counts towards no frequency cap. */
  boolean givesBack(OrderKey order) {
    return contacts.removeIf(contact -> contact.order().equals(order));
  }

  Account account() {
    return account;
  }

  /** What is left to a campaign, less those whom this very step has let in. */
  Permits.Left permits(CampaignId campaign) {
    Permits.Left left = permits.of(campaign);
    long entered =
        facts.stream()
            .filter(fact -> fact.campaign().id().equals(campaign))
            .filter(fact -> fact instanceof Fact.Moved moved && moved.from().isEmpty())
            .count();
    return new Permits.Left(left.count() - entered, left.isAll());
  }

  /** A permit is lacking that may be had yet. */
  void lacks(CampaignId campaign) {
    lacking.add(campaign);
  }

  UserState before() {
    return before;
  }

  Attributes profile() {
    return profile;
  }

  void profile(Attributes changed) {
    profile = changed;
    effective = true;
  }

  Instant clock() {
    return clock;
  }

  /** How far the clock has come in this turn, though it may have been turned back. */
  Instant reached() {
    return reached;
  }

  void turnBack(Instant to) {
    clock = to;
  }

  /** Moves the clock on; within what an event or a deadline does it never goes back. */
  void clock(Instant to) {
    clock = to.isAfter(clock) ? to : clock;
    reached = clock;
  }

  /** Takes note of when and where an event happened. */
  Occasion.Happened saw(Event event) {
    latest = Optional.of(latest.filter(event.time()::isBefore).orElse(event.time()));
    clock(event.time());
    count(event);
    Optional<Position> from = whereabouts.position();
    Optional<Position> at = Position.of(event.properties());
    at.ifPresent(position -> whereabouts = whereabouts.at(position, clock, book.haunts().values()));
    return new Occasion.Happened(event, from, at);
  }

  private void count(Event event) {
    Lifetime ever = book.lifetime();
    Map<String, Measure> kept = ever.kept(lifetime);
    lifetime = ever.counted(kept, ever.tallies().keySet(), event);
    effective |= lifetime != kept;
  }

  /** Measures of one's own together with those since ever that a machine asks for. */
  Map<String, Measure> beside(Machine machine, Map<String, Measure> own) {
    return book.lifetime().beside(machine, own, lifetime);
  }

  Whereabouts whereabouts() {
    return whereabouts;
  }

  String nextParticipation(CampaignId campaign) {
    return ParticipationId.of(before.user(), campaign, ++entered);
  }

  List<Participation> participations() {
    return List.copyOf(participations);
  }

  /** Puts a participation in the place of its former self, or behind all others where it is new. */
  void put(Participation participation) {
    effective = true;
    for (int i = 0; i < participations.size(); i++) {
      if (participations.get(i).id().equals(participation.id())) {
        participations.set(i, participation);
        return;
      }
    }
    participations.add(participation);
  }

  Map<CampaignId, Memory> memories() {
    return memories;
  }

  Memory memory(CampaignId campaign) {
    return memories.getOrDefault(campaign, Memory.NOTHING);
  }

  void remember(CampaignId campaign, Memory memory) {
    effective = true;
    memories.put(campaign, memory);
  }

  /** Remembers what the signal is no cause of. */
  void note(CampaignId campaign, Memory memory) {
    memories.put(campaign, memory);
  }

  /** The names of the rules that hold at a place. */
  Set<String> judge(String at, View view) {
    Set<String> holding = Set.copyOf(judge.judge(new Moment(at, book.lexicon(), view.scene())));
    account.judged(at, view, holding, clock);
    return holding;
  }

  /** Whether a guard holds; the reason for a fact, and nothing that is told by itself. */
  boolean holds(Guard guard, View view) {
    account.looked(guard.at(), view);
    return judge.judge(new Moment(guard.at(), book.lexicon(), view.scene())).contains(guard.rule());
  }

  /** The highest-ranked guard that has cause to be judged and holds; all are at one place. */
  Optional<Guard> first(List<Guard> guards, View view) {
    if (guards.isEmpty()) {
      return Optional.empty();
    }
    Set<String> holding = judge(guards.getFirst().at(), view);
    return guards.stream()
        .filter(guard -> holding.contains(guard.rule()) && guard.heeds(view.scene()))
        .findFirst();
  }

  Machine machine(Participation participation) {
    return book.machine(participation.campaign())
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Expected the rule book to hold %s, but it does not."
                        .formatted(participation.campaign())));
  }

  /** The clock as the user reads it. */
  ZonedDateTime now(Machine machine) {
    return clock.atZone(userZone(machine));
  }

  ZoneId userZone(Machine machine) {
    return zones.ofUser(profile, machine.graph());
  }
}
